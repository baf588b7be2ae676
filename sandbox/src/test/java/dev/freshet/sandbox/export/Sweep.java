package dev.freshet.sandbox.export;

import java.util.Random;
import java.util.stream.IntStream;

/**
 * Which statements of a run are tried: every one with {@code -Dfreshet.sweep.all=true}, else a few,
 * one of each stretch of the run, so that the usual build stays short. {@code -Dfreshet.sweep.seed}
 * tries others.
 */
final class Sweep {
  private static final int TRIED = 5;
  private static final int USUAL_SEED = 1;

  private Sweep() {}

  static int[] of(int statements) {
    if (Boolean.getBoolean("freshet.sweep.all") || statements <= TRIED) {
      return IntStream.rangeClosed(1, statements).toArray();
    }
    Random random = new Random(Integer.getInteger("freshet.sweep.seed", USUAL_SEED));
    return IntStream.range(0, TRIED)
        .map(stretch -> statements * stretch / TRIED + 1 + random.nextInt(statements / TRIED))
        .toArray();
  }
}
