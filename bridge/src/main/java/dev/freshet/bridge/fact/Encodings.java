package dev.freshet.bridge.fact;

import dev.freshet.contract.Contract;

/**
 * How the records of a contract are written. Whatever it takes was settled before: a reader asks
 * nobody.
 *
 * @param key text, JSON or Avro; JSON and Avro objects hold the key's fields in position order
 * @param value JSON or Avro
 */
public record Encodings(Encoding key, Encoding value) {
  /** Keys as text, values as JSON: no registry is needed. */
  public static final Encodings PLAIN = new Encodings(new Encoding.Text(), new Encoding.Json());

  /** Whether record keys are the key text: a single field stands as it is, but in Avro. */
  public static boolean hasTextKeys(Contract contract) {
    return switch (contract.keyEncoding()) {
      case TEXT -> true;
      case JSON -> contract.keyFields().size() == 1;
      case AVRO -> false;
    };
  }

  public Encodings {
    if (value instanceof Encoding.Text) {
      throw new IllegalArgumentException("a value is written as JSON or Avro, not as text");
    }
  }
}
