package dev.freshet.bridge.fact;

import dev.freshet.bridge.stage.PartException;
import java.io.IOException;
import java.util.List;

/** Writes some fields of the row that their columns stand at. One thread. */
interface RowWriter {
  /**
   * The row's fields.
   *
   * @param keyOnly whether all but the key's fields are written as null
   * @throws PartException if a value cannot be written as its type demands
   */
  byte[] write(boolean keyOnly) throws IOException;

  /** The writer of a value, or of a key that is no text. */
  static RowWriter of(Encoding encoding, List<Column.OfField> columns) {
    return encoding instanceof Encoding.Avro avro
        ? new AvroRow(avro, columns)
        : new JsonRow(columns);
  }
}
