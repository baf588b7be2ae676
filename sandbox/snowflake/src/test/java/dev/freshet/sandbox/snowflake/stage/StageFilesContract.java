package dev.freshet.sandbox.snowflake.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every kind of stage promises of its files. */
abstract class StageFilesContract {

  @TempDir Path directory;

  /** An empty stage. */
  abstract StageFiles files() throws IOException;

  @Test
  void listsByPrefixInOrderWithSizeAndMd5() throws IOException {
    StageFiles files = files();
    write(files, "b/2", "two");
    write(files, "b/1", "one!");
    write(files, "bb", "other");
    write(files, "a", "first");

    assertThat(files.list("b/")).extracting(StagedFile::path).containsExactly("b/1", "b/2");
    assertThat(files.list("b")).hasSize(3);
    assertThat(files.list("")).hasSize(4);
    StagedFile two = files.list("b/2").get(0);
    assertThat(two.size()).isEqualTo(3);
    assertThat(two.md5()).isEqualTo("b8a9f715dbb64fd5c56e7783c6820a61");
  }

  @Test
  void replacesWhatIsThere() throws IOException {
    StageFiles files = files();
    write(files, "manifest.json", "{}");
    write(files, "manifest.json", "{\"n\":1}");
    assertThat(files.read("manifest.json")).asString().isEqualTo("{\"n\":1}");
    assertThat(files.list("manifest")).hasSize(1);
  }

  @Test
  void deletesAlsoWhatIsNotThere() throws IOException {
    StageFiles files = files();
    write(files, "x/y", "z");
    files.delete("x/y");
    files.delete("x/y");
    assertThat(files.list("")).isEmpty();
  }

  @Test
  void failsToReadAMissingFile() {
    assertThatThrownBy(() -> files().read("no/such/file")).isInstanceOf(IOException.class);
  }

  private void write(StageFiles files, String path, String text) throws IOException {
    files.write(path, Files.writeString(directory.resolve("source"), text));
  }
}
