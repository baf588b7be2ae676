package dev.freshet.bridge.fact;

import dev.freshet.bridge.stage.PartException;
import dev.freshet.bridge.stage.PartSource;
import dev.freshet.bridge.stage.StageUnavailableException;
import dev.freshet.contract.Contract;
import dev.freshet.contract.KeyText;
import dev.freshet.contract.type.SnowflakeType;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * Reads the facts of one part in file order, with parquet-java's column readers, and writes them as
 * records. Memory is that of one row group at most.
 */
public final class ParquetFacts implements FactReader {
  private final FactReader.Request request;
  private final String partName;
  private final ParquetFileReader file;
  private final MessageType schema;
  private final PartColumns columns;
  private final boolean dateEventTime;
  private final RowWriter values;
  private final Optional<RowWriter> keys;
  private int nextGroup;
  private long nextRow;
  private long groupEnd;

  private ParquetFacts(FactReader.Request request, String partName, ParquetFileReader file) {
    this.request = request;
    this.partName = partName;
    this.file = file;
    this.schema = file.getFooter().getFileMetaData().getSchema();
    this.columns = new PartColumns(schema, request.contract());
    this.values = RowWriter.of(request.encodings().value(), columns.fields);
    this.keys = keys(request.encodings().key());
    this.dateEventTime =
        request
            .contract()
            .eventTime()
            .map(f -> request.contract().field(f).type() instanceof SnowflakeType.Date)
            .orElse(false);
    requireRows();
  }

  /** How keys are written; empty if the key text is the key. */
  private Optional<RowWriter> keys(Encoding encoding) {
    return encoding instanceof Encoding.Text
        ? Optional.empty()
        : Optional.of(RowWriter.of(encoding, columns.keyFields));
  }

  /** Opens a reader on a part. */
  public static FactReader open(PartSource source, FactReader.Request request) {
    try {
      ParquetReadOptions options =
          ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
      return opened(ParquetFileReader.open(new PartInput(source), options), source, request);
    } catch (IOException | RuntimeException e) {
      throw blamed(source.name(), e);
    }
  }

  private static FactReader opened(
      ParquetFileReader file, PartSource source, FactReader.Request request) throws IOException {
    try {
      return new ParquetFacts(request, source.name(), file);
    } catch (RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private void requireRows() {
    long named = request.manifestPart().rows();
    if (file.getRecordCount() != named) {
      throw new PartException(
          "it holds " + file.getRecordCount() + " rows, its manifest names " + named);
    }
  }

  @Override
  public @Nullable Fact next() {
    try {
      return nextOfLane();
    } catch (IOException | RuntimeException e) {
      throw blamed(partName, e);
    }
  }

  private @Nullable Fact nextOfLane() throws IOException {
    while (nextRow < groupEnd || enterGroup()) {
      long row = nextRow++;
      boolean wanted = row >= request.fromRow() && laneOfRow(row) == request.lane();
      Fact fact = wanted ? fact(row) : null;
      columns.advance();
      if (fact != null) {
        return fact;
      }
    }
    return null;
  }

  @Override
  public long position() {
    return nextRow;
  }

  /** Goes to the next row group that holds rows asked for; false at the end. */
  private boolean enterGroup() throws IOException {
    while (nextGroup < file.getRowGroups().size()) {
      long rows = file.getRowGroups().get(nextGroup++).getRowCount();
      groupEnd += rows;
      if (groupEnd <= request.fromRow()) {
        file.skipNextRowGroup();
        nextRow = groupEnd;
      } else if (rows > 0) {
        enter(Objects.requireNonNull(file.readNextRowGroup(), "the footer names a row group"));
        return true;
      }
    }
    return false;
  }

  private void enter(PageReadStore pages) {
    String writer = file.getFooter().getFileMetaData().getCreatedBy();
    columns.enter(new ColumnReadStoreImpl(pages, new NoConverters(schema), schema, writer));
  }

  private int laneOfRow(long row) {
    long lane = columns.lane.value();
    boolean known = lane >= 0 && lane < request.manifest().lanes();
    boolean asNamed = request.partLane().map(l -> l == lane).orElse(true);
    if (!known || !asNamed) {
      throw new PartException(
          "row " + row + " says lane " + lane + ", which its manifest does not put there");
    }
    return (int) lane;
  }

  private Fact fact(long row) throws IOException {
    Fact.Op op = op(row);
    byte[] key = columns.key.required().getBinary().getBytes();
    return new Fact(
        request.part(),
        row,
        op,
        key,
        keys.isPresent() ? keys.get().write(false) : key,
        columns.n.value(),
        value(op),
        eventTime(),
        identity());
  }

  private Fact.Op op(long row) {
    String op = columns.op.required().getBinary().toStringUsingUTF8();
    boolean event = request.contract().kind() == Contract.Kind.EVENT;
    return switch (op) {
      case "U" -> Fact.Op.UPSERT;
      case "D" -> {
        if (event) {
          throw new PartException("row " + row + " is a delete; an event contract has none");
        }
        yield Fact.Op.DELETE;
      }
      default -> throw new PartException("row " + row + " has an __op other than U and D");
    };
  }

  private byte @Nullable [] value(Fact.Op op) throws IOException {
    if (op == Fact.Op.DELETE && request.contract().deletes() == Contract.Deletes.TOMBSTONE) {
      return null;
    }
    return values.write(op == Fact.Op.DELETE);
  }

  /** CloudEvents wants RFC 3339, which has no bare date. */
  private @Nullable String eventTime() {
    String text = columns.eventTime.map(Column.OfField::text).orElse(null);
    return text != null && dateEventTime ? text + "T00:00:00Z" : text;
  }

  private @Nullable String identity() {
    if (columns.identity.isEmpty()) {
      return null;
    }
    return KeyText.of(columns.identity.stream().map(this::identityText).toList());
  }

  private String identityText(Column.OfField column) {
    String text = column.text();
    if (text == null) {
      throw new PartException("identity column " + column.name() + " is null");
    }
    return text;
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new StageUnavailableException("Part " + partName + " could not be closed", e);
    }
  }

  /** Whatever Parquet makes of bytes it cannot read is the part's fault, unless the stage's. */
  private static RuntimeException blamed(String part, Exception e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof StageUnavailableException unavailable) {
        return unavailable;
      }
      if (t instanceof PartException named) {
        return naming(part, named);
      }
    }
    return new PartException(
        "Part " + part + " cannot be read as Parquet (" + e + "); truncated or corrupt?", e);
  }

  private static PartException naming(String part, PartException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains(part) ? e : new PartException("Part " + part + ": " + message, e);
  }
}
