package dev.freshet.sandbox;

import dev.freshet.sandbox.demo.TpchSample;
import dev.freshet.sandbox.snowflake.EmbeddedSnowflake;

final class SampleData {
  private SampleData() {}

  static void load(EmbeddedSnowflake snowflake, TpchSample sample) {}
}
