package dev.freshet.bridge.publish;

import dev.freshet.bridge.ledger.Lane;
import dev.freshet.bridge.ledger.LedgerEntry;
import java.time.Instant;
import java.util.Optional;

/** What a publisher knows of a lane while it holds its producer; never longer. One thread. */
final class LaneState {
  private final Lane lane;
  private Optional<LedgerEntry> entry;
  private boolean receiptsWritten;
  private boolean verified;
  private Optional<Stop> stop = Optional.empty();
  private Optional<Instant> gapSince = Optional.empty();

  LaneState(Lane lane, Optional<LedgerEntry> entry) {
    this.lane = lane;
    this.entry = entry;
  }

  /**
   * Why a lane does nothing.
   *
   * @param why for the log
   * @param until when to try again; empty: not before a restart
   */
  record Stop(String why, Optional<Instant> until) {}

  Lane lane() {
    return lane;
  }

  Optional<LedgerEntry> entry() {
    return entry;
  }

  void committed(LedgerEntry committed) {
    entry = Optional.of(committed);
    receiptsWritten = committed.due().isEmpty();
  }

  boolean owesReceipts() {
    return !receiptsWritten && entry.map(e -> !e.due().isEmpty()).orElse(false);
  }

  void receiptsWritten() {
    receiptsWritten = true;
  }

  boolean isVerified() {
    return verified;
  }

  /** The manifest of its last change set was compared with its entry. */
  void verified() {
    verified = true;
  }

  void stop(Stop reason) {
    stop = Optional.of(reason);
  }

  /** Whether it is to do nothing now. */
  boolean isStopped(Instant now) {
    return stop.map(s -> s.until().map(now::isBefore).orElse(true)).orElse(false);
  }

  /** Whether it stopped and has not gone on since. */
  boolean hasStop() {
    return stop.isPresent();
  }

  void goOn() {
    stop = Optional.empty();
  }

  /** Since when the next manifest is missing. */
  Instant inGapSince(Instant now) {
    gapSince = Optional.of(gapSince.orElse(now));
    return gapSince.get();
  }

  /** Whether its next manifest is missing. */
  boolean isInGap() {
    return gapSince.isPresent();
  }

  void leaveGap() {
    gapSince = Optional.empty();
  }
}
