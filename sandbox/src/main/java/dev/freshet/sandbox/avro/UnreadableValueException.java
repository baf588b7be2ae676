package dev.freshet.sandbox.avro;

import org.jspecify.annotations.Nullable;

/** Bytes that are no Avro record of a registered schema; the message says why, without values. */
public final class UnreadableValueException extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableValueException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
