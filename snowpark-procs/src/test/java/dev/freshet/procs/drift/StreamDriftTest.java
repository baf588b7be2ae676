package dev.freshet.procs.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.contract.SourceName;
import dev.freshet.procs.halt.HaltReason;
import dev.freshet.procs.source.SeenColumn;
import dev.freshet.procs.source.Source;
import dev.freshet.procs.source.StreamState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Source and stream, told apart by what SHOW STREAMS says. */
class StreamDriftTest {
  private static final SourceName NAME = SourceName.parse("SHOP.CORE.ORDERS");
  private static final Source THERE =
      new Source(List.of(new SeenColumn("K", 1, "NUMBER", 0)), List.of());
  private static final Source GONE = new Source(List.of(), List.of());

  @Test
  void aStreamThatReadsTheSourceIsFineHoweverItsNameIsWritten() {
    assertThat(reason(THERE, "SHOP.CORE.ORDERS", false, false)).isEmpty();
    assertThat(reason(THERE, "\"SHOP\".\"CORE\".\"ORDERS\"", false, false)).isEmpty();
  }

  @Test
  void aStreamThatWasNotReadInTimeIsStale() {
    assertThat(reason(THERE, "SHOP.CORE.ORDERS", true, true)).contains(HaltReason.STREAM_STALE);
  }

  @Test
  void aStreamThatIsStaleBeforeItsTimeHadItsTableReplaced() {
    assertThat(reason(THERE, "SHOP.CORE.ORDERS", true, false)).contains(HaltReason.SOURCE_REPLACED);
  }

  @Test
  void aStreamOnAnotherTableHadItsTableReplaced() {
    assertThat(reason(THERE, "SHOP.CORE.OLD", false, false)).contains(HaltReason.SOURCE_REPLACED);
  }

  @Test
  void aSourceThatIsNotThereIsGoneWhateverItsStreamSays() {
    assertThat(reason(GONE, "SHOP.CORE.ORDERS", true, true)).contains(HaltReason.SOURCE_GONE);
  }

  @Test
  void aRenamedSourceNamesWhatItsStreamReadsNow() {
    StreamState state =
        new StreamState("SHOP.CORE.OLD", false, false, "2026-01-01T00:00:00Z", false);

    assertThat(new StreamDrift(NAME, GONE, Optional.of(state)).find().orElseThrow().found())
        .contains("SHOP.CORE.OLD now, so it looks renamed");
  }

  @Test
  void aStreamThatIsNotThereIsGone() {
    assertThat(new StreamDrift(NAME, THERE, Optional.empty()).find().map(Drift::reason))
        .contains(HaltReason.STREAM_GONE);
  }

  private static Optional<HaltReason> reason(
      Source source, String table, boolean stale, boolean overdue) {
    StreamState state = new StreamState(table, false, stale, "2026-01-01T00:00:00Z", overdue);
    return new StreamDrift(NAME, source, Optional.of(state)).find().map(Drift::reason);
  }
}
