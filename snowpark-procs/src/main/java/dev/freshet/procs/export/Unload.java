package dev.freshet.procs.export;

import dev.freshet.contract.Contract;
import dev.freshet.contract.manifest.Manifest;
import dev.freshet.contract.stage.StageLayout;
import dev.freshet.procs.shape.Shape;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.stage.StageFile;
import dev.freshet.procs.stage.StageObjects;
import dev.freshet.procs.warehouse.Answer;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes a change set's rows from the outbox to the stage as Parquet, in a folder of its own. */
final class Unload {
  private static final long LARGEST_STATE_FILE = 268_435_456L;
  private static final long LARGEST_SINGLE_FILE = 5_368_709_120L;

  private final Warehouse warehouse;
  private final ContractSchema schema;
  private final StageObjects stage;

  /** What was written, and by which statement. */
  record Unloaded(List<Manifest.Part> parts, String queryId) {
    Unloaded {
      parts = List.copyOf(parts);
    }
  }

  Unload(Warehouse warehouse, ContractSchema schema, StageObjects stage) {
    this.warehouse = warehouse;
    this.schema = schema;
    this.stage = stage;
  }

  /**
   * Unloads a change set.
   *
   * @param attempt names the folder; no two runs share one
   * @throws ExportFailed if what COPY says, what LIST shows and what the log has do not agree; the
   *     next run tries again in another folder
   */
  Unloaded unload(Contract contract, ChangeSet changeSet, long attempt) {
    String folder = StageLayout.dataFolder(contract.id(), changeSet.sequence(), attempt);
    Answer copied =
        warehouse.named(
            copy(schema, contract, changeSet.sequence(), folder),
            List.of("FILE_NAME", "FILE_SIZE", "ROW_COUNT"));
    List<Manifest.Part> parts = parts(folder, copied);
    long rows = parts.stream().mapToLong(Manifest.Part::rows).sum();
    if (rows != changeSet.publishedRows()) {
      throw failed(
          folder,
          "has " + rows + " rows, the log has " + changeSet.publishedRows() + " to publish");
    }
    return new Unloaded(parts, copied.queryId());
  }

  static String copy(ContractSchema schema, Contract contract, long sequence, String folder) {
    boolean event = contract.kind() == Contract.Kind.EVENT;
    String columns = String.join(", ", new Shape(contract, schema.sourceStream()).partColumns());
    return "COPY INTO "
        + schema.app().onStage(event ? folder + "data.snappy.parquet" : folder)
        + "\nFROM (\n  SELECT "
        + columns
        + "\n  FROM "
        + schema.staged()
        + "\n  WHERE \"__sequence\" = "
        + sequence
        + (event ? "\n  ORDER BY \"__key\", \"__n\"" : "")
        + "\n)\nFILE_FORMAT = (TYPE = PARQUET COMPRESSION = SNAPPY)\nHEADER = TRUE "
        + (event ? single() : many());
  }

  /** A key has one row in a change set of a state contract, so its files may come in any order. */
  private static String many() {
    return "INCLUDE_QUERY_ID = TRUE DETAILED_OUTPUT = TRUE MAX_FILE_SIZE = " + LARGEST_STATE_FILE;
  }

  /** The rows of a key stand in one file, because the order between files is nowhere promised. */
  private static String single() {
    return "SINGLE = TRUE DETAILED_OUTPUT = TRUE MAX_FILE_SIZE = " + LARGEST_SINGLE_FILE;
  }

  private List<Manifest.Part> parts(String folder, Answer copied) {
    Map<String, StageFile> listed =
        stage.list(folder).stream().collect(Collectors.toMap(StageFile::name, Function.identity()));
    if (listed.size() != copied.rows().size()) {
      throw failed(
          folder,
          "has "
              + listed.size()
              + " files, COPY "
              + copied.queryId()
              + " wrote "
              + copied.rows().size());
    }
    return copied.rows().stream()
        .map(row -> part(folder, row, listed))
        .sorted(Comparator.comparing(Manifest.Part::key))
        .toList();
  }

  private Manifest.Part part(String folder, Row copied, Map<String, StageFile> listed) {
    String name = StageFile.lastPart(copied.text(0));
    StageFile file = listed.get(name);
    if (file == null || file.bytes() != copied.whole(1)) {
      throw failed(
          folder,
          "does not have "
              + name
              + " with "
              + copied.whole(1)
              + " bytes, as COPY says, but "
              + (file == null ? "nothing of that name" : file.bytes() + " bytes"));
    }
    return new Manifest.Part(
        folder + name,
        file.bytes(),
        copied.whole(2),
        file.etag(),
        Optional.empty(),
        Optional.empty());
  }

  private ExportFailed failed(String folder, String what) {
    return new ExportFailed(
        "Unloading contract "
            + schema.contract()
            + ": the folder "
            + folder
            + " "
            + what
            + ". Nothing was announced; the next run writes to another folder");
  }
}
