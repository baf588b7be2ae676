package dev.freshet.bridge.replay;

import dev.freshet.bridge.fact.Fact;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** How the key or the value of a record is read. One thread. */
sealed interface RecordSide permits AvroSide, JsonSide, RecordSide.Text {
  /**
   * Decodes the bytes.
   *
   * @return the key text that their key fields give; empty where a form of its own stands for a
   *     field's text
   * @throws ReadBackException if they are not what the contract promises; names fields, never
   *     values
   */
  Optional<String> keyText(byte[] bytes, Fact.Op op);

  /** A key that is its own text. */
  record Text() implements RecordSide {
    @Override
    public Optional<String> keyText(byte[] bytes, Fact.Op op) {
      return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    }
  }
}
