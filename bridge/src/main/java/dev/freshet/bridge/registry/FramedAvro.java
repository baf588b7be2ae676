package dev.freshet.bridge.registry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;

/**
 * Reads Avro records back as any consumer would: the frame names the schema, the registry has it.
 * Thread-safe.
 */
public final class FramedAvro {
  private static final byte MAGIC = 0;
  private static final int FRAME_BYTES = 5;

  private final SchemaRegistry registry;
  private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();

  public FramedAvro(SchemaRegistry registry) {
    this.registry = registry;
  }

  /**
   * Decodes a key or a value; logical types stay in their physical form.
   *
   * @throws IllegalArgumentException if the bytes are no framed record of a schema that the
   *     registry holds
   */
  public GenericRecord decode(byte[] bytes) {
    if (bytes.length < FRAME_BYTES || bytes[0] != MAGIC) {
      throw new IllegalArgumentException("the bytes have no frame of a schema registry");
    }
    int id = ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
    Schema schema = schemas.computeIfAbsent(id, this::fetched);
    try {
      int length = bytes.length - FRAME_BYTES;
      BinaryDecoder body = DecoderFactory.get().binaryDecoder(bytes, FRAME_BYTES, length, null);
      GenericRecord record = new GenericDatumReader<GenericRecord>(schema).read(null, body);
      if (!body.isEnd()) {
        throw new IllegalArgumentException("bytes are left after a record of schema " + id);
      }
      return record;
    } catch (IOException
        | AvroRuntimeException
        | ClassCastException
        | IndexOutOfBoundsException e) {
      // Avro's own, or what its reader trips over where the schema is no record's, or another's.
      throw new IllegalArgumentException("the bytes are no record of schema " + id, e);
    }
  }

  private Schema fetched(int id) {
    String text =
        registry
            .schema(id)
            .orElseThrow(() -> new IllegalArgumentException("the registry has no schema " + id));
    try {
      return new Schema.Parser().parse(text);
    } catch (AvroRuntimeException e) {
      throw new IllegalArgumentException("what the registry has as schema " + id + " is none", e);
    }
  }
}
