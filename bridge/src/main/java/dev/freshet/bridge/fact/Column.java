package dev.freshet.bridge.fact;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.freshet.bridge.stage.PartException;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReadStore;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** A flat column of a part, moved row by row. */
class Column {
  private final String name;
  private final ColumnDescriptor descriptor;
  private @Nullable ColumnReader reader;

  /**
   * The column of that name.
   *
   * @throws PartException if the file has none, or a nested one
   */
  Column(MessageType schema, String name) {
    if (!schema.containsField(name)) {
      throw new PartException("column " + name + " is missing");
    }
    Type type = schema.getType(name);
    if (!type.isPrimitive() || type.isRepetition(Type.Repetition.REPEATED)) {
      throw new PartException("column " + name + " is nested; expected one value a row");
    }
    this.name = name;
    this.descriptor = schema.getColumnDescription(new String[] {name});
  }

  String name() {
    return name;
  }

  ColumnDescriptor descriptor() {
    return descriptor;
  }

  /** Goes to the first row of a row group. */
  void enter(ColumnReadStore rowGroup) {
    reader = rowGroup.getColumnReader(descriptor);
  }

  boolean isNull() {
    return reader().getCurrentDefinitionLevel() < descriptor.getMaxDefinitionLevel();
  }

  ColumnReader reader() {
    if (reader == null) {
      throw new IllegalStateException("column " + name + " has not entered a row group");
    }
    return reader;
  }

  /** The reader at a value that must be there. */
  ColumnReader required() {
    if (isNull()) {
      throw new PartException("column " + name + " is null, which it never may be");
    }
    return reader();
  }

  /** Leaves the row, read or not. */
  void advance() {
    if (!isNull()) {
      reader().skip();
    }
    reader().consume();
  }

  /** A column that holds a field of the contract. */
  static final class OfField extends Column {
    private final Cell cell;
    private final boolean key;

    OfField(MessageType schema, dev.freshet.contract.Field field) {
      super(schema, field.name());
      this.key = field.isKey();
      this.cell = Cell.of(field.name(), field.type(), descriptor().getPrimitiveType());
    }

    boolean isKey() {
      return key;
    }

    /** Writes the column's values as an Avro type. */
    AvroCell avro(Schema schema) {
      return AvroCell.of(name(), cell, schema);
    }

    void write(JsonGenerator json) throws IOException {
      if (isNull()) {
        json.writeNull();
      } else {
        cell.write(reader(), json);
      }
    }

    /** The canonical text, or null. */
    @Nullable String text() {
      return isNull() ? null : cell.text(reader());
    }
  }

  /** A column of whole numbers that are always there. */
  static final class OfNumbers extends Column {
    private final Decimals decimals;

    OfNumbers(MessageType schema, String name) {
      super(schema, name);
      if (!Decimals.canRead(descriptor().getPrimitiveType())) {
        throw new PartException(
            "column "
                + name
                + " stands as '"
                + descriptor().getPrimitiveType()
                + "', not a number");
      }
      this.decimals = Decimals.of(descriptor().getPrimitiveType());
    }

    long value() {
      return decimals.whole(required(), name());
    }
  }
}
