package dev.freshet.bridge.fact;

import dev.freshet.bridge.stage.PartException;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.io.Encoder;

/**
 * One field of an Avro record.
 *
 * @param column where its values stand
 * @param cell writes a value that is there
 * @param nullBranch the place of null in the field's union, or {@link #NO_UNION}
 * @param valueBranch the place of the value in the field's union, or {@link #NO_UNION}
 */
record AvroField(Column.OfField column, AvroCell cell, int nullBranch, int valueBranch) {
  private static final int NO_UNION = -1;

  static AvroField of(Column.OfField column, Schema schema) {
    if (!schema.isUnion()) {
      return new AvroField(column, column.avro(schema), NO_UNION, NO_UNION);
    }
    Integer nullBranch = schema.getIndexNamed("null");
    if (schema.getTypes().size() != 2 || nullBranch == null) {
      throw new PartException(
          "column " + column.name() + " has a union in its schema that is not null and one type");
    }
    int valueBranch = 1 - nullBranch;
    Schema value = schema.getTypes().get(valueBranch);
    return new AvroField(column, column.avro(value), nullBranch, valueBranch);
  }

  void write(Encoder out, boolean keyOnly) throws IOException {
    if (column.isNull() || (keyOnly && !column.isKey())) {
      writeNull(out, keyOnly);
      return;
    }
    if (valueBranch != NO_UNION) {
      out.writeIndex(valueBranch);
    }
    cell.write(column.reader(), out);
  }

  private void writeNull(Encoder out, boolean keyOnly) throws IOException {
    if (nullBranch == NO_UNION) {
      throw new PartException(
          keyOnly
              ? "column "
                  + column.name()
                  + " may not be null, but a delete event has no value for it"
              : "column " + column.name() + " is null, but the contract requires it");
    }
    out.writeIndex(nullBranch);
    out.writeNull();
  }
}
