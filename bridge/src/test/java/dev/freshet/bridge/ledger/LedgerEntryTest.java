package dev.freshet.bridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freshet.contract.stage.Receipt;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LedgerEntryTest {
  private static final TopicIdentity TOPIC = new TopicIdentity("Zm9vYmFyLXRvcGljLWlkMQ", 6);
  private static final Tally TALLY =
      new Tally(List.of(new Receipt.Span(0, 10, 15, 4), new Receipt.Span(3, 7, 7, 1)), 3, 2);

  private static String golden(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(LedgerEntryTest.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  private static LedgerEntry inHand() {
    return new LedgerEntry(
        1,
        "6e1c4a3e-0000-4000-8000-000000000001",
        new Progress(
            7,
            "ab".repeat(32),
            false,
            1,
            1234,
            Optional.of("0123456789abcdef0123456789abcdef"),
            Optional.empty(),
            Optional.of(new Progress.Place("0123456789abcdef", 5)),
            TALLY),
        TOPIC,
        List.of());
  }

  private static LedgerEntry inBucket() {
    LedgerEntry plain = inHand();
    Progress progress = plain.progress();
    return new LedgerEntry(
        1,
        plain.ledgerId(),
        new Progress(
            7,
            progress.manifestDigest(),
            false,
            4,
            1234,
            Optional.empty(),
            Optional.of(2),
            progress.after(),
            TALLY),
        TOPIC,
        List.of());
  }

  private static LedgerEntry done() {
    Receipt receipt =
        new Receipt(
            1,
            "shop.order_placed.v1",
            7,
            0,
            "ab".repeat(32),
            "6e1c4a3e-0000-4000-8000-000000000001",
            "shop.order_placed.v1",
            TOPIC.id(),
            TALLY.spans(),
            3,
            2,
            "2026-11-22T10:00:00.123Z");
    return new LedgerEntry(
        1,
        "6e1c4a3e-0000-4000-8000-000000000001",
        new Progress(
            7,
            "ab".repeat(32),
            true,
            2,
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            TALLY),
        TOPIC,
        List.of(receipt));
  }

  @Test
  void anEntryInsideABucketNamesIt() throws IOException {
    assertThat(inBucket().text()).isEqualTo(golden("ledger-entry-in-bucket-v1.json"));
    assertThat(LedgerEntry.read(Lane.parse("shop.order_placed.v1/0"), inBucket().text()))
        .isEqualTo(inBucket());
  }

  @Test
  void anEntryInsideAChangeSetIsWrittenLikeTheGoldenFile() throws IOException {
    assertThat(inHand().text()).isEqualTo(golden("ledger-entry-in-hand-v1.json"));
  }

  @Test
  void anEntryWithADueReceiptIsWrittenLikeTheGoldenFile() throws IOException {
    assertThat(done().text()).isEqualTo(golden("ledger-entry-done-v1.json"));
  }

  @Test
  void theDueReceiptIsTheReceiptAsItComesToStandOnTheStage() throws IOException {
    assertThat(done().due().get(0).text()).isEqualTo(golden("receipt-v1.json"));
  }

  @Test
  void isReadBackAsItWasWritten() {
    Lane lane = Lane.parse("shop.order_placed.v1/0");
    assertThat(LedgerEntry.read(lane, inHand().text())).isEqualTo(inHand());
    assertThat(LedgerEntry.read(lane, done().text())).isEqualTo(done());
  }

  @Test
  void anEntryOfALaterFormatIsRefusedAndSaysSo() {
    String later = inHand().text().replace("\"format_version\":1", "\"format_version\":2");
    assertThatThrownBy(() -> LedgerEntry.read(Lane.parse("shop.order_placed.v1/3"), later))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("shop.order_placed.v1/3")
        .hasMessageContaining("format version 2");
  }

  @Test
  void spansOfLaterSlicesWidenTheHullAndAddUp() {
    Tally more =
        TALLY.plus(List.of(new Receipt.Span(0, 20, 22, 3), new Receipt.Span(1, 0, 0, 1)), 4, 0);
    assertThat(more.spans())
        .containsExactly(
            new Receipt.Span(0, 10, 22, 7),
            new Receipt.Span(1, 0, 0, 1),
            new Receipt.Span(3, 7, 7, 1));
    assertThat(more.upserts()).isEqualTo(7);
    assertThat(more.deletes()).isEqualTo(2);
  }
}
