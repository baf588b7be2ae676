package dev.freshet.contract.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The golden files of this package. */
final class Golden {
  private Golden() {}

  static String text(String name) {
    try (var in = Objects.requireNonNull(Golden.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
