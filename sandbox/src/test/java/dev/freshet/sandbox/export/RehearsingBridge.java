package dev.freshet.sandbox.export;

import dev.freshet.contract.ContractId;
import dev.freshet.contract.manifest.SealedManifest;
import dev.freshet.contract.replay.RehearsalReceipt;
import dev.freshet.contract.replay.ReplayFailure;
import dev.freshet.contract.replay.ReplayRequest;
import dev.freshet.contract.replay.ReplayRequestCodec;
import dev.freshet.contract.stage.Receipt;
import dev.freshet.contract.stage.StageLayout;
import java.util.List;

/** Writes what a bridge writes of rehearsals, for tests that need no Kafka. */
record RehearsingBridge(Stage stage) {

  /** All requests of a contract, the oldest name first. */
  List<ReplayRequest.Staging> requests(ContractId contract) {
    return stage.keys(StageLayout.REPLAYS + contract + "/").stream()
        .map(key -> (ReplayRequest.Staging) ReplayRequestCodec.read(key, stage.text(key)))
        .toList();
  }

  /** Says of all rehearsals that everything was read back. */
  void answer(ContractId contract) {
    requests(contract).forEach(r -> tell(r, r.manifest().manifest().publishedRows()));
  }

  void tell(ReplayRequest.Staging request, long readBack) {
    SealedManifest manifest = request.manifest();
    Receipt receipt =
        new Receipt(
            Receipt.FORMAT_VERSION,
            request.contract().toString(),
            1,
            0,
            manifest.digest(),
            "ledger",
            request.contract() + ".staging",
            "topic",
            List.of(),
            manifest.manifest().publishedRows(),
            0,
            "2026-01-31T13:45:00Z");
    stage.write(
        StageLayout.replayReceipt(request.contract(), request.id(), 0),
        new RehearsalReceipt(receipt, readBack).text() + "\n");
  }

  void fail(ReplayRequest.Staging request, String message) {
    stage.write(
        StageLayout.replayFailure(request.contract(), request.id()),
        new ReplayFailure(
                    ReplayFailure.FORMAT_VERSION,
                    request.contract().toString(),
                    request.id().text(),
                    ReplayFailure.Reason.TOPIC_MISSING,
                    message,
                    "2026-01-31T13:45:00Z")
                .text()
            + "\n");
  }
}
