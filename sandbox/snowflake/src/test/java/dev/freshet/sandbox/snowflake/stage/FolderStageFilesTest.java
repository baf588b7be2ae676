package dev.freshet.sandbox.snowflake.stage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

final class FolderStageFilesTest extends StageFilesContract {

  @Override
  StageFiles files() {
    return new FolderStageFiles(directory.resolve("stage"));
  }

  @Test
  void refusesAPathOutOfTheStage() {
    assertThatThrownBy(() -> files().read("../source"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("leads out of the stage");
  }
}
