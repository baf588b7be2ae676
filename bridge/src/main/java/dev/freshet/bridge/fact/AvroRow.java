package dev.freshet.bridge.fact;

import dev.freshet.bridge.stage.PartException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/** Writes an Avro record behind its frame; the schema gives the order of the fields. */
final class AvroRow implements RowWriter {
  private static final byte MAGIC = 0;
  private static final int FRAME_BYTES = 5;

  private final byte[] frame;
  private final List<AvroField> fields = new ArrayList<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
  private @Nullable BinaryEncoder encoder;

  AvroRow(Encoding.Avro encoding, List<Column.OfField> columns) {
    frame = ByteBuffer.allocate(FRAME_BYTES).put(MAGIC).putInt(encoding.schemaId()).array();
    Map<String, Column.OfField> byName = new HashMap<>();
    columns.forEach(c -> byName.put(c.name(), c));
    for (Schema.Field field : encoding.schema().getFields()) {
      Column.OfField column = byName.remove(field.name());
      if (column == null) {
        throw new PartException(
            "the schema with id "
                + encoding.schemaId()
                + " has a field "
                + field.name()
                + " that the contract has not");
      }
      fields.add(AvroField.of(column, field.schema()));
    }
    if (!byName.isEmpty()) {
      throw new PartException(
          "the schema with id " + encoding.schemaId() + " lacks the fields " + byName.keySet());
    }
  }

  @Override
  public byte[] write(boolean keyOnly) throws IOException {
    out.reset();
    out.write(frame);
    // Taken anew each time: a row that could not be encoded may have left bytes in its buffer.
    BinaryEncoder fresh = EncoderFactory.get().binaryEncoder(out, encoder);
    encoder = fresh;
    for (AvroField field : fields) {
      field.write(fresh, keyOnly);
    }
    fresh.flush();
    return out.toByteArray();
  }
}
