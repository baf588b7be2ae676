package dev.freshet.bridge.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freshet.bridge.config.BridgeConfig;
import dev.freshet.bridge.world.Contracts;
import dev.freshet.bridge.world.ShiftedClock;
import dev.freshet.contract.Contract;
import dev.freshet.contract.odcs.ContractReader;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever stands at the registry's address costs a bounded time and bounded memory. */
@Timeout(30)
class OddRegistryTest {
  private static final Contract ITEMS =
      ContractReader.read("t", Contracts.inAvro(Contracts.items("x", 1), "register"));
  private static final Contract OTHERS =
      ContractReader.read("t", Contracts.inAvro(Contracts.items("y", 1), "register"));

  private static HttpRegistry at(URI url) {
    return new HttpRegistry(
        new BridgeConfig.Registry(url, Optional.of("Bearer secret"), Duration.ofMillis(500)));
  }

  @Test
  void anAnswerThatStallsAfterItsHeadersIsGivenUp() throws IOException {
    try (OddServer odd = new OddServer(OddServer::stall)) {
      assertThatThrownBy(() -> at(odd.url()).compatibility("s"))
          .isInstanceOf(RegistryUnavailableException.class)
          .hasMessageContaining(odd.url().toString());
    }
  }

  @Test
  void anAnswerWithoutEndIsCutOff() throws IOException {
    try (OddServer odd = new OddServer(OddServer::flood)) {
      assertThatThrownBy(() -> at(odd.url()).compatibility("s"))
          .isInstanceOf(RegistryUnavailableException.class);
    }
  }

  @Test
  void aRedirectIsNotFollowedWithTheSecret() throws IOException {
    try (OddServer odd = new OddServer(OddServer::redirect)) {
      assertThatThrownBy(() -> at(odd.url()).compatibility("s"))
          .isInstanceOf(RegistryRefusedException.class)
          .hasMessageContaining("status 302")
          .hasMessageNotContaining("secret");
      assertThat(odd.calls()).isEqualTo(1);
    }
  }

  @Test
  void anOutageIsWaitedForOnceAndNotForEachContract() throws IOException {
    try (OddServer odd = new OddServer(OddServer::stall)) {
      ShiftedClock clock = new ShiftedClock();
      ContractSchemas schemas = new ContractSchemas(Optional.of(at(odd.url())), clock);
      assertThatThrownBy(() -> schemas.of(ITEMS)).isInstanceOf(RegistryUnavailableException.class);
      int calls = odd.calls();
      assertThatThrownBy(() -> schemas.of(OTHERS)).isInstanceOf(RegistryUnavailableException.class);
      assertThat(odd.calls()).isEqualTo(calls);
      clock.forward(Duration.ofSeconds(2));
      assertThatThrownBy(() -> schemas.of(OTHERS)).isInstanceOf(RegistryUnavailableException.class);
      assertThat(odd.calls()).isGreaterThan(calls);
    }
  }

  @Test
  void aSchemaThatIsNoneMakesTheRecordUnreadableAndNothingElse() throws IOException {
    OddServer.Manner garbage =
        (server, exchange) -> {
          byte[] body = "{\"schema\":\"{\\\"type\\\":\\\"nonsense\\\"}\"}".getBytes("UTF-8");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        };
    try (OddServer odd = new OddServer(garbage)) {
      byte[] record = ByteBuffer.allocate(6).put((byte) 0).putInt(7).put((byte) 2).array();
      assertThatThrownBy(() -> new FramedAvro(at(odd.url())).decode(record))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("schema 7");
    }
  }
}
