package dev.freshet.contract.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freshet.contract.ContractId;
import dev.freshet.contract.ReplayId;
import java.util.List;
import org.junit.jupiter.api.Test;

class StageLayoutTest {
  private static final ContractId ID = ContractId.parse("shop.order_placed.v1");

  @Test
  void aManifestsKeyIsReadBack() {
    String key = StageLayout.manifest(ID, 42);

    assertThat(key).isEqualTo("manifests/shop.order_placed.v1/00000000000000000042.json");
    assertThat(StageLayout.parseManifest(key)).contains(new StageLayout.ManifestKey(ID, 42));
  }

  @Test
  void listingOrderIsPublicationOrder() {
    assertThat(StageLayout.manifest(ID, 9)).isLessThan(StageLayout.manifest(ID, 10));
  }

  @Test
  void aPartLiesInTheFolderOfItsAttempt() {
    ContractId contract = ContractId.parse("shop.order_placed.v1");
    String folder = StageLayout.dataFolder(contract, 17, 4);

    assertThat(StageLayout.attemptFolder(folder + "data_0.parquet")).isEqualTo(folder);
    assertThat(StageLayout.attemptFolder(folder + "lane=3/data_0.parquet")).isEqualTo(folder);
    assertThat(folder).startsWith(StageLayout.changeSetFolder(contract, 17));
    assertThatThrownBy(() -> StageLayout.attemptFolder("data/shop.order_placed.v1/x.parquet"))
        .hasMessageContaining("no folder of an attempt");
  }

  @Test
  void foreignObjectsAreNoManifests() {
    assertThat(StageLayout.parseManifest("manifests/x/1.json")).isEmpty();
    assertThat(StageLayout.parseManifest("manifests/NOPE/00000000000000000042.json")).isEmpty();
    assertThat(StageLayout.parseManifest("manifests/a.b.v1/99999999999999999999.json")).isEmpty();
    assertThat(StageLayout.parseHead("heads/a.b.v1.json.tmp")).isEmpty();
  }

  @Test
  void aReplaysKeyIsReadBackAndWhatIsToldOfItLiesUnderReceipts() {
    ReplayId id = new ReplayId("try-7");
    String key = StageLayout.replay(ID, id, 0);

    assertThat(key).isEqualTo("replays/shop.order_placed.v1/try-7.0.json");
    assertThat(StageLayout.parseReplay(key)).contains(new StageLayout.ReplayKey(ID, id, 0));
    assertThat(StageLayout.parseReplay("replays/shop.order_placed.v1/Try.0.json")).isEmpty();
    assertThat(StageLayout.replayReceipt(ID, id, 3))
        .isEqualTo("receipts/shop.order_placed.v1/replay-try-7/3.json");
    assertThat(StageLayout.replayFailure(ID, id))
        .isEqualTo("receipts/shop.order_placed.v1/replay-try-7/failed.json");
    assertThat(StageLayout.rehearsalFolder(ID, id))
        .isEqualTo("data/shop.order_placed.v1/rehearsal-try-7/");
  }

  @Test
  void headAndReceiptAreReadBack() {
    Head head = new Head(ID.toString(), 7, "d");
    Receipt receipt =
        new Receipt(
            1,
            ID.toString(),
            7,
            0,
            "d",
            "l",
            "t",
            "i",
            List.of(new Receipt.Span(0, 1, 9, 5)),
            4,
            1,
            "2026-01-31T00:00:00Z");

    assertThat(Head.read("h", head.text())).isEqualTo(head);
    assertThat(Receipt.read("r", receipt.text())).isEqualTo(receipt);
    assertThat(head.text())
        .isEqualTo("{\"contract\":\"shop.order_placed.v1\",\"sequence\":7,\"digest\":\"d\"}");
  }

  @Test
  void brokenObjectsAreNamed() {
    assertThatThrownBy(() -> Head.read("heads/x.json", "{}")).hasMessageContaining("heads/x.json");
    assertThatThrownBy(() -> Receipt.read("r.json", "{\"a\":")).hasMessageContaining("r.json");
  }
}
