package dev.freshet.procs.rehearse;

import dev.freshet.contract.ContractId;
import dev.freshet.contract.manifest.SealedManifest;
import dev.freshet.contract.replay.RehearsalReceipt;
import dev.freshet.contract.replay.ReplayFailure;
import dev.freshet.contract.replay.ReplayRequest;
import dev.freshet.contract.stage.StageLayout;
import dev.freshet.procs.stage.StageObjects;
import java.util.Optional;

/** What the bridge has written to the stage about a rehearsal. */
record BridgeWords(StageObjects stage, ContractId contract) {

  Rehearsal about(ReplayRequest.Staging request) {
    String failure = StageLayout.replayFailure(contract, request.id());
    Optional<String> failed = stage.read(failure);
    if (failed.isPresent()) {
      ReplayFailure told = ReplayFailure.read(failure, failed.get());
      return new Rehearsal.Failed(request.id(), told.reason().word() + ": " + told.message());
    }
    String receipt = StageLayout.replayReceipt(contract, request.id(), 0);
    return stage
        .read(receipt)
        .map(text -> judged(request, RehearsalReceipt.read(receipt, text)))
        .orElseGet(
            () ->
                new Rehearsal.Waiting(request.id(), request.manifest().manifest().publishedRows()));
  }

  /** A receipt counts only for the manifest asked for, and only if all of it was read back. */
  private static Rehearsal judged(ReplayRequest.Staging request, RehearsalReceipt told) {
    SealedManifest asked = request.manifest();
    long rows = asked.manifest().publishedRows();
    if (!told.receipt().manifestDigest().equals(asked.digest())) {
      return new Rehearsal.Failed(
          request.id(),
          "the receipt is of manifest "
              + told.receipt().manifestDigest()
              + ", the request has "
              + asked.digest()
              + ": somebody else wrote one of them");
    }
    return told.readBack() == rows
        ? new Rehearsal.Passed(request.id(), rows)
        : new Rehearsal.Failed(
            request.id(),
            "of "
                + rows
                + " records published, "
                + told.readBack()
                + " were read back; the bridge's log has more");
  }
}
