package dev.freshet.procs.drift;

import dev.freshet.contract.SourceName;
import dev.freshet.procs.halt.HaltReason;
import dev.freshet.procs.source.Source;
import dev.freshet.procs.source.StreamState;
import dev.freshet.procs.sql.Sql;
import java.util.Optional;

/** Whether source and stream are there, and still belong together. */
record StreamDrift(SourceName name, Source now, Optional<StreamState> stream) {

  Optional<Drift> find() {
    if (now.columns().isEmpty()) {
      return drift(HaltReason.SOURCE_GONE, name + " is not there, or may not be read" + renamed());
    }
    if (stream.isEmpty()) {
      return drift(HaltReason.STREAM_GONE, "the stream on " + name + " is not there");
    }
    StreamState state = stream.get();
    if (state.stale() && state.overdue()) {
      return drift(
          HaltReason.STREAM_STALE,
          "the stream on "
              + name
              + " was not read before "
              + state.staleAfter()
              + " and has lost changes");
    }
    if (state.stale() || !reads(state)) {
      return drift(
          HaltReason.SOURCE_REPLACED,
          name
              + " is another table than the one its stream reads: it was replaced, or dropped and"
              + " made anew");
    }
    return Optional.empty();
  }

  private String renamed() {
    return stream
        .filter(state -> !state.stale() && !reads(state))
        .map(state -> "; its stream reads " + state.table() + " now, so it looks renamed to that")
        .orElse("");
  }

  /** How names that need quotes are shown is not documented: both spellings will do. */
  private boolean reads(StreamState state) {
    return state.table().equals(name.toString()) || state.table().equals(Sql.source(name));
  }

  private static Optional<Drift> drift(HaltReason reason, String found) {
    return Optional.of(new Drift(reason, found));
  }
}
