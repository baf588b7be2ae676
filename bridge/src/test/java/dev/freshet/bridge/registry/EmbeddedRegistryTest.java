package dev.freshet.bridge.registry;

import dev.freshet.sandbox.services.registry.EmbeddedRegistry;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class EmbeddedRegistryTest extends RegistryBehaviour {
  private static EmbeddedRegistry registry;

  @BeforeAll
  static void start() throws IOException {
    registry = EmbeddedRegistry.start();
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  @Override
  URI url() {
    return registry.url();
  }
}
