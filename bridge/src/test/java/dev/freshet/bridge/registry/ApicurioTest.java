package dev.freshet.bridge.registry;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same against Apicurio's server, which needs a newer JDK than the rest: {@code
 * -Dapicurio.java=<home of a JDK 21 or newer>} fetches and runs it.
 */
@EnabledIfSystemProperty(named = "apicurio.java", matches = ".+")
class ApicurioTest extends RegistryBehaviour {
  @TempDir static Path directory;
  private static ApicurioServer server;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    server =
        ApicurioServer.start(
            Path.of(System.getProperty("apicurio.java")),
            Path.of(System.getProperty("apicurio.home")),
            directory);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  URI url() {
    return server.url();
  }
}
