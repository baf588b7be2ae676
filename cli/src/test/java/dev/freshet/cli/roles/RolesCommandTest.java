package dev.freshet.cli.roles;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.cli.Freshet;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import org.junit.jupiter.api.Test;

class RolesCommandTest {

  @Test
  void theWholeTableComesOutOfABufferedOutput() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    int exit = Freshet.commandLine().setOut(new PrintWriter(out, false, UTF_8)).execute("roles");

    assertThat(exit).isZero();
    assertThat(out.toString(UTF_8)).isEqualTo(RoleTable.markdown());
  }
}
