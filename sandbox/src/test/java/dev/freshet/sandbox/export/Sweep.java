package dev.freshet.sandbox.export;

import java.util.stream.IntStream;

/**
 * Which statements of a run are tried: every one with {@code -Dfreshet.sweep.all=true}, else one in
 * thirteen, so that the usual build stays short.
 */
final class Sweep {
  private static final int STRIDE = 13;

  private Sweep() {}

  static int[] of(int statements) {
    int stride = Boolean.getBoolean("freshet.sweep.all") ? 1 : STRIDE;
    return IntStream.rangeClosed(1, statements)
        .filter(n -> n % stride == 0 || stride == 1)
        .toArray();
  }
}
