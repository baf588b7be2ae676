package dev.freshet.sandbox.snowflake.stream;

import dev.freshet.sandbox.snowflake.EmbeddedSnowflake;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random work on tables, views and a dynamic table, against the naive {@link StreamModel}. {@code
 * -Dfreshet.seeds=500} walks many times, {@code -Dfreshet.seed=17} that one way again.
 */
class StreamModelTest {

  private static EmbeddedSnowflake snowflake;

  @BeforeAll
  static void start() {
    snowflake = EmbeddedSnowflake.builder().start();
  }

  @AfterAll
  static void stop() {
    snowflake.close();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void streamsShowWhatTheModelShows(long seed) {
    try (StreamWalk walk = new StreamWalk(snowflake, seed)) {
      walk.run(40);
    }
  }

  static LongStream seeds() {
    String one = System.getProperty("freshet.seed");
    return one == null
        ? LongStream.rangeClosed(1, Long.getLong("freshet.seeds", 3))
        : LongStream.of(Long.parseLong(one));
  }
}
