package dev.freshet.bridge.inspect;

import dev.freshet.bridge.ledger.Lane;
import dev.freshet.bridge.ledger.LedgerEntry;
import dev.freshet.bridge.ledger.Tally;
import dev.freshet.bridge.stage.ReplayName;
import dev.freshet.bridge.stage.ReplayStage;
import dev.freshet.contract.replay.ReplayException;
import dev.freshet.contract.replay.ReplayFailure;
import dev.freshet.contract.replay.ReplayRequest;
import dev.freshet.contract.replay.ReplayRequestCodec;
import dev.freshet.contract.stage.StageLayout;
import java.util.Map;
import java.util.Optional;

/**
 * A replay and what became of it.
 *
 * @param name which
 * @param state how far it is
 * @param records what it has published, by the ledger
 * @param cause why it failed, or what is wrong with its request; empty otherwise
 */
public record ReplayStatus(ReplayName name, State state, long records, Optional<String> cause) {
  /** How far a replay is. */
  public enum State {
    OPEN,
    DONE,
    FAILED
  }

  static ReplayStatus of(
      ReplayStage stage, StageLayout.ReplayKey key, Map<Lane, LedgerEntry> entries) {
    ReplayName name = new ReplayName(key.contract(), key.id());
    ReplayStage.Told told = stage.told(name);
    long records = records(name, entries);
    try {
      if (told.failed()) {
        return new ReplayStatus(name, State.FAILED, records, failure(stage, name));
      }
      int lanes = request(stage, key).map(ReplayRequest::lanes).orElse(1);
      State state = told.receipts(lanes) == lanes ? State.DONE : State.OPEN;
      return new ReplayStatus(name, state, records, Optional.empty());
    } catch (ReplayException e) {
      return new ReplayStatus(name, State.OPEN, records, Optional.ofNullable(e.getMessage()));
    }
  }

  private static long records(ReplayName name, Map<Lane, LedgerEntry> entries) {
    return entries.entrySet().stream()
        .filter(e -> e.getKey().contract().equals(name.contract()))
        .filter(e -> e.getKey().replay().equals(Optional.of(name.id())))
        .map(e -> e.getValue().progress().tally())
        .mapToLong(Tally::records)
        .sum();
  }

  private static Optional<String> failure(ReplayStage stage, ReplayName name) {
    String key = StageLayout.replayFailure(name.contract(), name.id());
    return stage
        .failure(name)
        .map(text -> ReplayFailure.read(key, text))
        .map(f -> f.reason().word() + ": " + f.message());
  }

  private static Optional<ReplayRequest> request(ReplayStage stage, StageLayout.ReplayKey key) {
    String object = StageLayout.replay(key.contract(), key.id(), key.number());
    return stage.request(key).map(text -> ReplayRequestCodec.read(object, text));
  }
}
