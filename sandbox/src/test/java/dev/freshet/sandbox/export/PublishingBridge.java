package dev.freshet.sandbox.export;

import dev.freshet.contract.manifest.Manifest;
import dev.freshet.contract.manifest.SealedManifest;
import dev.freshet.contract.stage.Receipt;
import dev.freshet.contract.stage.StageLayout;
import java.util.List;

/** Writes the receipts that a bridge writes, for tests that need no Kafka. */
record PublishingBridge(Stage stage) {

  /** Says of every change set of the fact that all its lanes have published it. */
  void publish(Fact fact) {
    fact.manifests().forEach(this::publish);
  }

  void publish(SealedManifest manifest) {
    for (int lane = 0; lane < manifest.manifest().lanes(); lane++) {
      publish(manifest, lane);
    }
  }

  void publish(SealedManifest manifest, int lane) {
    write(manifest.manifest(), lane, receipt(manifest, lane, "2026-01-31T13:45:00.250Z").text());
  }

  Receipt receipt(SealedManifest sealed, int lane, String publishedAt) {
    Manifest manifest = sealed.manifest();
    long rows = lane == 0 ? manifest.publishedRows() : 0;
    List<Receipt.Span> spans =
        rows == 0 ? List.of() : List.of(new Receipt.Span(3, 100, 100 + rows, rows));
    return new Receipt(
        Receipt.FORMAT_VERSION,
        manifest.contract().toString(),
        manifest.sequence(),
        lane,
        sealed.digest(),
        "ledger-1",
        manifest.contract().toString(),
        "topic-id",
        spans,
        lane == 0 ? manifest.rows().upserts() : 0,
        lane == 0 ? manifest.rows().deletes() : 0,
        publishedAt);
  }

  /** Writes any text where a receipt belongs. */
  void write(Manifest manifest, int lane, String text) {
    stage.write(StageLayout.receipt(manifest.contract(), manifest.sequence(), lane), text + "\n");
  }
}
