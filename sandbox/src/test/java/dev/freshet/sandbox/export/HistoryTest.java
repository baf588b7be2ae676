package dev.freshet.sandbox.export;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever happens to a table, what the manifests' parts say, folded, is the table at every change
 * set. {@code -Pseeds -Dfreshet.seeds=1000} tries many histories, {@code -Dfreshet.seed=17} that
 * one.
 */
@Tag("seeds")
@ExtendWith(SharedAccount.class)
class HistoryTest {
  private static final int USUAL = 3;

  @ParameterizedTest
  @MethodSource("seeds")
  void factsFoldedAreTheTableAtEveryChangeSet(long seed, ExportAccount account) {
    History history = new History(account, seed);
    try {
      history.happen();
    } catch (Exception | AssertionError e) {
      throw new AssertionError(
          "The history of seed "
              + seed
              + " failed: "
              + e.getMessage()
              + "\nRun it again: ./mvnw verify -Pseeds -Dfreshet.seed="
              + seed
              + "\n"
              + history.told(),
          e);
    }
  }

  static LongStream seeds() {
    Long one = Long.getLong("freshet.seed");
    return one != null
        ? LongStream.of(one)
        : LongStream.rangeClosed(1, Integer.getInteger("freshet.seeds", USUAL));
  }
}
