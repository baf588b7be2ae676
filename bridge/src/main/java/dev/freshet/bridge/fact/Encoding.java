package dev.freshet.bridge.fact;

import java.net.URI;
import org.apache.avro.Schema;

/** How one side of a record, its key or its value, is written. */
public sealed interface Encoding {
  /** The key text in UTF-8; of keys only. */
  record Text() implements Encoding {}

  /** A JSON object of the fields by name. */
  record Json() implements Encoding {}

  /**
   * Avro's binary encoding behind a zero byte and the schema's id in four bytes, big-endian
   * (docs.confluent.io/platform/current/schema-registry/fundamentals/serdes-develop, "Wire
   * format").
   *
   * @param schemaId the id that the registry gave the schema
   * @param schema a record with exactly the fields to be written
   * @param address where the registry shows the schema
   */
  record Avro(int schemaId, Schema schema, URI address) implements Encoding {}
}
