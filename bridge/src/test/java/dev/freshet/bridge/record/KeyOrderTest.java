package dev.freshet.bridge.record;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freshet.bridge.fact.Fact;
import dev.freshet.bridge.ledger.Progress;
import dev.freshet.bridge.stage.PartException;
import dev.freshet.bridge.world.Contracts;
import dev.freshet.contract.Contract;
import dev.freshet.contract.odcs.ContractReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyOrderTest {
  private static final Contract ITEMS = ContractReader.read("items", Contracts.items("x", 1));
  private static final Contract ORDERS = ContractReader.read("orders", Contracts.orders("x", 1));

  private static Fact fact(String key, long n) {
    byte[] text = key.getBytes(StandardCharsets.UTF_8);
    return new Fact(0, 9, Fact.Op.UPSERT, text, text, n, new byte[0], null, null);
  }

  private static KeyOrder take(Contract contract, Optional<Progress.Place> before, Object... keyN) {
    KeyOrder order = new KeyOrder(contract, before);
    for (int i = 0; i < keyN.length; i += 2) {
      order.accept(fact((String) keyN[i], (Integer) keyN[i + 1]), "p");
    }
    return order;
  }

  @Test
  void acceptsRowsOfAKeyThatStandTogetherAndCountUp() {
    assertThatCode(() -> take(ORDERS, Optional.empty(), "b", 1, "b", 2, "a", 1, "c", 1))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesDisorderWithinAKey() {
    assertThatThrownBy(() -> take(ORDERS, Optional.empty(), "a", 2, "a", 1))
        .isInstanceOf(PartException.class)
        .hasMessageContaining("row 9")
        .hasMessageContaining("not sorted");
    assertThatThrownBy(() -> take(ORDERS, Optional.empty(), "a", 1, "b", 1, "a", 2))
        .isInstanceOf(PartException.class);
    assertThatThrownBy(() -> take(ORDERS, Optional.empty(), "a", 1, "a", 3))
        .isInstanceOf(PartException.class);
  }

  @Test
  void refusesAKeyTwiceInAStateContract() {
    assertThatThrownBy(() -> take(ITEMS, Optional.empty(), "a", 1, "a", 2))
        .hasMessageContaining("each key once");
  }

  @Test
  void goesOnAfterARestartExactlyWhereItStopped() {
    Optional<Progress.Place> place = take(ORDERS, Optional.empty(), "a", 1, "a", 2).place();
    assertThatCode(() -> take(ORDERS, place, "a", 3)).doesNotThrowAnyException();
    assertThatCode(() -> take(ORDERS, place, "b", 1)).doesNotThrowAnyException();
    assertThatThrownBy(() -> take(ORDERS, place, "a", 4)).isInstanceOf(PartException.class);
    assertThatThrownBy(() -> take(ORDERS, place, "b", 3)).isInstanceOf(PartException.class);
  }
}
