package dev.freshet.sandbox.avro;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.contract.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;

/**
 * Decodes values that stand behind a registry's frame: a zero byte and the schema's id in four
 * bytes. Thread-safe.
 */
public final class AvroValues {
  private static final int FRAME_BYTES = 5;

  private final RegisteredSchemas schemas;

  /** Reads with the schemas of a registry, given the root of its API. */
  public AvroValues(URI registry) {
    this.schemas = new RegisteredSchemas(registry);
  }

  /** Whether the bytes begin as a frame does. */
  public static boolean isFramed(byte[] bytes) {
    return bytes.length >= FRAME_BYTES && bytes[0] == 0;
  }

  /**
   * A record as JSON: numbers, dates and times of logical types in the text that JSON records have
   * (docs/formats.md), bytes in hexadecimal.
   *
   * @throws UnreadableValueException if the bytes are no record of a schema the registry holds
   */
  public ObjectNode json(byte[] framed) throws UnreadableValueException {
    if (!isFramed(framed)) {
      throw new UnreadableValueException("no frame of a schema registry", null);
    }
    int id = ByteBuffer.wrap(framed, 1, Integer.BYTES).getInt();
    GenericRecord record = record(schemas.get(id), framed);
    ObjectNode json = Json.STRICT.createObjectNode();
    for (Schema.Field field : record.getSchema().getFields()) {
      json.set(field.name(), AvroJson.of(field.schema(), record.get(field.pos())));
    }
    return json;
  }

  private static GenericRecord record(Schema schema, byte[] framed)
      throws UnreadableValueException {
    try {
      BinaryDecoder body =
          DecoderFactory.get()
              .binaryDecoder(framed, FRAME_BYTES, framed.length - FRAME_BYTES, null);
      GenericRecord record = new GenericDatumReader<GenericRecord>(schema).read(null, body);
      if (!body.isEnd()) {
        throw new UnreadableValueException("bytes are left after the record", null);
      }
      return record;
    } catch (IOException | AvroRuntimeException e) {
      throw new UnreadableValueException("no record of the schema in its frame", e);
    }
  }
}
