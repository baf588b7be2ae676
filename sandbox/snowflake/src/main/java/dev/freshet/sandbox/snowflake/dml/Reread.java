package dev.freshet.sandbox.snowflake.dml;

import dev.freshet.sandbox.snowflake.query.Translation;
import java.util.function.Supplier;

/**
 * Part of a statement that is translated before its write begins, since only then it is known which
 * streams it consumes. If it reads any it is translated again inside the write, as what they show
 * depends on what was committed by then.
 */
final class Reread<T> {

  private final Translation translation;
  private final Supplier<T> reading;
  private final int mark;
  private final T first;

  private Reread(Translation translation, Supplier<T> reading) {
    this.translation = translation;
    this.reading = reading;
    this.mark = translation.reader().mark();
    this.first = reading.get();
  }

  /** Reads from where the translation's reader stands. */
  static <T> Reread<T> of(Translation translation, Supplier<T> reading) {
    return new Reread<>(translation, reading);
  }

  /** What holds now. */
  T now() {
    if (translation.streams().isEmpty()) {
      return first;
    }
    translation.reader().reset(mark);
    return reading.get();
  }
}
