package dev.freshet.bridge.replay;

import dev.freshet.bridge.ledger.Lane;
import dev.freshet.bridge.ledger.TopicIdentity;
import dev.freshet.bridge.publish.Destination;
import dev.freshet.bridge.publish.Topics;
import dev.freshet.bridge.stage.ReplayName;
import dev.freshet.bridge.stage.ReplayStage;
import dev.freshet.bridge.stage.Shelf;
import dev.freshet.bridge.stage.StageDataException;
import dev.freshet.contract.Contract;
import dev.freshet.contract.manifest.SealedManifest;
import dev.freshet.contract.replay.RehearsalReceipt;
import dev.freshet.contract.replay.ReplayException;
import dev.freshet.contract.replay.ReplayFailure;
import dev.freshet.contract.replay.ReplayRequest;
import dev.freshet.contract.stage.Receipt;
import dev.freshet.contract.stage.StageLayout;
import java.util.Optional;

/**
 * The staging topic. What was published is read back before its receipt is written; what would stop
 * a live lane ends the replay.
 *
 * @param open the replays
 * @param stage where receipts and failures go
 * @param shelf the contracts
 * @param topics tells whether a topic is still the one that was written to
 * @param readBack reads as a consumer does
 * @param checks say what a contract promises of a record
 */
public record ReplayDestination(
    OpenReplays open,
    ReplayStage stage,
    Shelf shelf,
    Topics topics,
    ReadBack readBack,
    RecordCheck.Opener checks)
    implements Destination {

  @Override
  public String topic(Lane lane) {
    return ReplayRequest.Staging.topic(lane.contract());
  }

  @Override
  public Optional<Receipt> receipt(Lane lane, long sequence) {
    ReplayName name = name(lane);
    try {
      return stage
          .receipt(name, lane.number())
          .map(text -> RehearsalReceipt.read(key(lane), text).receipt())
          .filter(r -> r.sequence() == sequence);
    } catch (ReplayException e) {
      throw new StageDataException(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public void tell(Lane lane, Receipt receipt) {
    Optional<ReplayRequest> request = open.of(lane);
    if (request.isEmpty()) {
      return; // over in the meantime
    }
    ReplayName name = name(lane);
    ReplayStage.Told told = stage.told(name);
    if (told.failed() || told.hasReceipt(lane.number())) {
      endIfDone(name, request.get());
      return; // a former owner told it; what it read may be gone from the topic by now
    }
    try {
      requireSameTopic(receipt);
      long read = readBack.read(lane, receipt, checks.of(contract(request.get(), receipt)));
      stage.putReceipt(name, lane.number(), new RehearsalReceipt(receipt, read).text());
      endIfDone(name, request.get());
    } catch (ReadBackException e) {
      open.fail(name, ReplayFailure.Reason.READ_BACK, String.valueOf(e.getMessage()));
    } catch (StageDataException e) {
      open.fail(name, ReplayFailure.Reason.DATA, String.valueOf(e.getMessage()));
    }
  }

  /** Otherwise its offsets mean nothing, and a reader could wait for ever. */
  private void requireSameTopic(Receipt receipt) {
    Optional<String> now = topics.identity(receipt.topic()).map(TopicIdentity::id);
    if (now.isEmpty() || !now.get().equals(receipt.topicId())) {
      throw new ReadBackException(
          "topic "
              + receipt.topic()
              + " was deleted"
              + (now.isEmpty() ? "" : " and created again")
              + " since it was written to (id "
              + receipt.topicId()
              + "); ask again under another id");
    }
  }

  private void endIfDone(ReplayName name, ReplayRequest request) {
    if (stage.told(name).receipts(request.lanes()) == request.lanes()) {
      open.done(name);
    }
  }

  private Contract contract(ReplayRequest request, Receipt receipt) {
    SealedManifest sealed = ReplayLanes.manifest(request);
    if (!sealed.digest().equals(receipt.manifestDigest())) {
      throw new StageDataException(
          "manifest "
              + receipt.manifestDigest()
              + " was published, the request of replay "
              + request.id()
              + " now holds "
              + sealed.digest()
              + "; requests are written once");
    }
    return shelf.contract(request.contract(), sealed.manifest().contractVersion());
  }

  @Override
  public boolean stopped(Lane lane, Hindrance hindrance, String why) {
    if (hindrance == Hindrance.REGISTRY_DOWN) {
      return false; // a replay can wait for that
    }
    if (open.of(lane).isPresent()) {
      open.fail(name(lane), reason(hindrance), why);
    }
    return true;
  }

  private static ReplayFailure.Reason reason(Hindrance hindrance) {
    return switch (hindrance) {
      case TOPIC_MISSING -> ReplayFailure.Reason.TOPIC_MISSING;
      case REFUSED -> ReplayFailure.Reason.REFUSED;
      case SCHEMA_REFUSED, REGISTRY_DOWN -> ReplayFailure.Reason.SCHEMA_REFUSED;
      case DATA -> ReplayFailure.Reason.DATA;
      case CONTRADICTION -> ReplayFailure.Reason.CONTRADICTION;
    };
  }

  private static ReplayName name(Lane lane) {
    return OpenReplays.name(lane)
        .orElseThrow(() -> new IllegalArgumentException(lane + " is no replay's lane"));
  }

  private static String key(Lane lane) {
    ReplayName name = name(lane);
    return StageLayout.replayReceipt(name.contract(), name.id(), lane.number());
  }
}
