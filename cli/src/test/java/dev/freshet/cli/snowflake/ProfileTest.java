package dev.freshet.cli.snowflake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freshet.cli.command.CommandFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileTest {
  @TempDir private Path directory;

  @Test
  void optionsWinOverTheEnvironmentAndThatOverTheFile() throws IOException {
    Path file =
        profile("snowflake.url=file\nsnowflake.user=file\nsnowflake.role=file\nkafka.x=theirs\n");

    Map<String, String> values =
        Profile.collect(
            Optional.of(file),
            Map.of("FRESHET_SNOWFLAKE_URL", "environment", "FRESHET_SNOWFLAKE_USER", "environment"),
            Map.of("snowflake.url", Optional.of("option"), "snowflake.role", Optional.empty()));

    assertThat(values)
        .containsOnly(
            Map.entry("snowflake.url", "option"),
            Map.entry("snowflake.user", "environment"),
            Map.entry("snowflake.role", "file"));
  }

  @Test
  void anUnknownKeySuggestsTheNearest() throws IOException {
    Path file = profile("snowflake.pasword-file=x\n");

    assertThatThrownBy(() -> Profile.collect(Optional.of(file), Map.of(), Map.of()))
        .isInstanceOf(CommandFailed.class)
        .hasMessageContaining("snowflake.pasword-file")
        .hasMessageContaining("did you mean snowflake.password-file");
  }

  @Test
  void allThatIsMissingIsNamedAtOnce() {
    assertThatThrownBy(() -> ConnectionSettings.of(Map.of()))
        .hasMessageContaining("FRESHET_SNOWFLAKE_URL")
        .hasMessageContaining("FRESHET_SNOWFLAKE_USER")
        .hasMessageContaining("--private-key-file");
  }

  private Path profile(String text) throws IOException {
    return Files.writeString(directory.resolve("profile"), text);
  }
}
