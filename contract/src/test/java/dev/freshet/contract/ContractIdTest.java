package dev.freshet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractIdTest {

  @Test
  void anIdIsReadAndWrittenTheSame() {
    assertThat(ContractId.parse("shop.order_placed.v12")).hasToString("shop.order_placed.v12");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "shop",
        "shop.orders",
        "shop.orders.1",
        "shop.orders.v0",
        "shop.orders.v01",
        "Shop.orders.v1",
        "shop.a__b.v1",
        "shop.a_.v1",
        "shop.orders.v1.x",
        "shop/orders.v1"
      })
  void whatIsNoIdIsRefusedInWords(String text) {
    assertThatThrownBy(() -> ContractId.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("domain.fact.v1");
  }
}
