package dev.freshet.sandbox;

import java.io.PrintStream;
import java.time.Duration;

/**
 * Tells the person at the terminal what is going on: one line a step, and on a terminal a line that
 * is rewritten while a step takes long. Goes to the error output, so that the result alone stands
 * on the standard output. Used from one thread at a time.
 */
public final class Progress {
  private final PrintStream out;
  private final boolean terminal;
  private final long start = System.nanoTime();
  private String shown = "";

  public Progress(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** To the error output; the launcher knows, and says, whether that is a terminal. */
  public static Progress toTerminal() {
    return new Progress(System.err, "1".equals(System.getenv("FRESHET_TERMINAL")));
  }

  /** A step is done, or something worth a line happened. */
  public synchronized void line(String text) {
    clear();
    out.printf("%6.1f s  %s%n", elapsed().toMillis() / 1000.0, text);
    out.flush();
  }

  /** How far the step under way is; shown on a terminal only. */
  public synchronized void now(String text) {
    if (terminal && !text.equals(shown)) {
      clear();
      out.printf("          %s", text);
      out.flush();
      shown = text;
    }
  }

  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private void clear() {
    if (!shown.isEmpty()) {
      out.print("\r\033[K");
      shown = "";
    }
  }
}
