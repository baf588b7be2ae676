package dev.freshet.procs.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** FILE_NAME is not documented to be relative to anything: only its end counts. */
class UnloadedNameTest {

  @Test
  void aFileWithoutAPartitionIsItsLastPart() {
    for (String name :
        new String[] {"data_q_0_0_0.snappy.parquet", "12/data_q_0_0_0.snappy.parquet"}) {
      UnloadedName found = UnloadedName.of(name);
      assertThat(found.path()).isEqualTo("data_q_0_0_0.snappy.parquet");
      assertThat(found.lane(4)).isEmpty();
      assertThat(found.bucket()).isEmpty();
    }
  }

  @Test
  void aFileOfAPartitionKeepsItsFolder() {
    UnloadedName lane = UnloadedName.of("12/lane=3/data_q_0_0_0.snappy.parquet");
    assertThat(lane.path()).isEqualTo("lane=3/data_q_0_0_0.snappy.parquet");
    assertThat(lane.lane(4)).contains(3);
    assertThat(lane.bucket()).isEmpty();

    UnloadedName bucket = UnloadedName.of("bucket=17/data_q_0_0_0.snappy.parquet");
    assertThat(bucket.path()).isEqualTo("bucket=17/data_q_0_0_0.snappy.parquet");
    assertThat(bucket.bucket()).contains(17);
    assertThat(bucket.lane(4)).isEqualTo(Optional.of(1));
  }

  @Test
  void aListedObjectIsNamedBelowTheFolder() {
    String folder = "data/shop.x.v1/00000000000000000007/12/";
    assertThat(StageFile.below(folder, "s3://b/prefix/" + folder + "lane=3/data_q.parquet"))
        .isEqualTo("lane=3/data_q.parquet");
    assertThat(StageFile.below("heads/shop.x.v1.json", "s3://b/prefix/heads/shop.x.v1.json"))
        .isEqualTo("shop.x.v1.json");
  }
}
