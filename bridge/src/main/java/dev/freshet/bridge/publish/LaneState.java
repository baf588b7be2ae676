package dev.freshet.bridge.publish;

import dev.freshet.bridge.ledger.Lane;
import dev.freshet.bridge.ledger.LedgerEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a publisher knows of a lane while it holds its producer; never longer. One thread. */
final class LaneState {
  private static final Duration FIRST_REST = Duration.ofSeconds(1);
  private static final Duration LONGEST_REST = Duration.ofSeconds(30);

  private final Lane lane;
  private Optional<LedgerEntry> entry;
  private boolean receiptsWritten;
  private boolean verified;
  private Optional<Stop> stop = Optional.empty();
  private Optional<Instant> gapSince = Optional.empty();
  private Duration rest = Duration.ZERO;
  private Instant restsUntil = Instant.MIN;

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

  /** It could not be served: for how long it is left alone, longer each time. */
  Duration rest(Instant now) {
    Duration longer = rest.isZero() ? FIRST_REST : rest.multipliedBy(2);
    rest = longer.compareTo(LONGEST_REST) < 0 ? longer : LONGEST_REST;
    restsUntil = now.plus(rest);
    return rest;
  }

  boolean isResting(Instant now) {
    return now.isBefore(restsUntil);
  }

  /** It was served. */
  void wake() {
    rest = Duration.ZERO;
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
