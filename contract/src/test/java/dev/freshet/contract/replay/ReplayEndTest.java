package dev.freshet.contract.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freshet.contract.stage.Receipt;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The two objects that can end a rehearsal. */
class ReplayEndTest {
  private static final RehearsalReceipt RECEIPT =
      new RehearsalReceipt(
          new Receipt(
              1,
              "shop.order_placed.v1",
              1,
              0,
              "ab".repeat(32),
              "6e1c4a3e-0000-4000-8000-000000000001",
              "shop.order_placed.v1.staging",
              "Zm9vYmFyLXRvcGljLWlkMQ",
              List.of(new Receipt.Span(0, 10, 15, 3)),
              3,
              0,
              "2026-01-31T13:46:00.123Z"),
          3);

  private static final ReplayFailure FAILURE =
      new ReplayFailure(
          1,
          "shop.order_placed.v1",
          "promote-1-3-0",
          ReplayFailure.Reason.TOPIC_MISSING,
          "there is no topic shop.order_placed.v1.staging",
          "2026-01-31T13:46:00.123Z");

  @Test
  void aRehearsalsReceiptIsTheGoldenFile() {
    String golden = Golden.text("receipt-rehearsal-v1.json");

    assertThat(RECEIPT.text()).isEqualTo(golden);
    assertThat(RehearsalReceipt.read("receipt", golden)).isEqualTo(RECEIPT);
  }

  @Test
  void aFailureIsTheGoldenFile() {
    String golden = Golden.text("replay-failure-v1.json");

    assertThat(FAILURE.text()).isEqualTo(golden);
    assertThat(ReplayFailure.read("failure", golden)).isEqualTo(FAILURE);
  }

  @Test
  void aReceiptOfTheLivePathIsNoneOfARehearsal() {
    assertThatThrownBy(() -> RehearsalReceipt.read("r.json", RECEIPT.receipt().text()))
        .isInstanceOf(ReplayException.class)
        .hasMessageContaining("r.json")
        .hasMessageContaining("read_back");
  }

  @Test
  void brokenObjectsAreNamed() {
    assertThatThrownBy(() -> RehearsalReceipt.read("r.json", "{\"read_back\":1"))
        .hasMessageContaining("r.json");
    assertThatThrownBy(() -> ReplayFailure.read("failed.json", "{}"))
        .isInstanceOf(ReplayException.class)
        .hasMessageContaining("failed.json");
  }
}
