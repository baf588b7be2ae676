package dev.freshet.cli.contract.earlier;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitTest {

  @Test
  void withoutTheProgramTheWayOutIsNamed(@TempDir Path directory) {
    Git git = new Git(directory.resolve("no-such-git").toString(), directory);

    assertThatThrownBy(() -> git.run("version"))
        .hasMessageContaining("needs the program git")
        .hasMessageContaining("file:FILE");
  }

  @Test
  void aRefThatLooksLikeAnOptionIsRefused() {
    assertThatThrownBy(() -> new AgainstGit("--upload-pack=x"))
        .hasMessageContaining("takes a branch, tag or commit");
  }
}
