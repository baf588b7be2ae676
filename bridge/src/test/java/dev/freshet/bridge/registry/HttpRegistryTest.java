package dev.freshet.bridge.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freshet.bridge.config.BridgeConfig;
import dev.freshet.bridge.world.Contracts;
import dev.freshet.bridge.world.ShiftedClock;
import dev.freshet.contract.Contract;
import dev.freshet.contract.odcs.ContractReader;
import dev.freshet.sandbox.services.registry.EmbeddedRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What goes wrong between the bridge and a registry is said in words, and never the secret. */
class HttpRegistryTest {
  private static final Contract ITEMS =
      ContractReader.read("t", Contracts.inAvro(Contracts.items("x", 1), "register"));
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private static HttpRegistry at(URI url, Optional<String> authorization) {
    return new HttpRegistry(new BridgeConfig.Registry(url, authorization, TIMEOUT));
  }

  private static Optional<String> basic(String userAndPassword) {
    byte[] bytes = userAndPassword.getBytes(StandardCharsets.UTF_8);
    return Optional.of("Basic " + Base64.getEncoder().encodeToString(bytes));
  }

  private static URI nobody() throws IOException {
    try (EmbeddedRegistry gone = EmbeddedRegistry.start()) {
      return gone.url();
    }
  }

  @Test
  void theRightCredentialsOpenAGuardedRegistry() throws IOException {
    try (EmbeddedRegistry registry = EmbeddedRegistry.guarded("bridge", "swordfish")) {
      assertThat(at(registry.url(), basic("bridge:swordfish")).compatibility("s"))
          .isEqualTo("BACKWARD");
    }
  }

  @Test
  void wrongCredentialsAreRefusedAndNotRepeated() throws IOException {
    try (EmbeddedRegistry registry = EmbeddedRegistry.guarded("bridge", "swordfish")) {
      String wrong = basic("bridge:herring").orElseThrow();
      assertThatThrownBy(() -> at(registry.url(), Optional.of(wrong)).compatibility("s"))
          .isInstanceOf(RegistryRefusedException.class)
          .hasMessageContaining("status 401")
          .hasMessageContaining("registry.user")
          .hasMessageNotContaining(wrong);
    }
  }

  @Test
  void aRegistryThatIsDownIsTransient() throws IOException {
    URI url = nobody();
    assertThatThrownBy(() -> at(url, basic("bridge:swordfish")).lookup("s", "\"string\""))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining(url.toString());
  }

  @Test
  void anAddressThatIsNoRegistrysRootIsToldSo() throws IOException {
    try (EmbeddedRegistry registry = EmbeddedRegistry.start()) {
      URI below = URI.create(registry.url() + "/apis/elsewhere");
      assertThatThrownBy(() -> at(below, Optional.empty()).register("s", "\"string\""))
          .hasMessageContaining(below.toString());
    }
  }

  @Test
  void whatFailedIsNotAskedAgainForAWhile() throws IOException {
    URI url = nobody();
    ShiftedClock tick = new ShiftedClock();
    ContractSchemas schemas = new ContractSchemas(Optional.of(at(url, Optional.empty())), tick);
    assertThatThrownBy(() -> schemas.of(ITEMS)).isInstanceOf(RegistryUnavailableException.class);
    try (EmbeddedRegistry registry = EmbeddedRegistry.start(url.getPort())) {
      assertThatThrownBy(() -> schemas.of(ITEMS)).isInstanceOf(RegistryUnavailableException.class);
      tick.forward(Duration.ofSeconds(1));
      assertThat(schemas.of(ITEMS)).isNotNull();
      registry.close();
      assertThat(schemas.of(ITEMS)).isNotNull();
    }
  }

  @Test
  void aContractInAvroNeedsARegistryAtAll() {
    ContractSchemas none = new ContractSchemas(Optional.empty(), Clock.systemUTC());
    assertThatThrownBy(() -> none.of(ITEMS))
        .isInstanceOf(RegistryRefusedException.class)
        .hasMessageContaining("set registry.url");
  }
}
