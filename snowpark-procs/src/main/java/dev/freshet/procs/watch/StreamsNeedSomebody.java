package dev.freshet.procs.watch;

import java.util.List;

/**
 * Streams begin to lose changes soon, or have begun to; the message is what the task's error says.
 */
final class StreamsNeedSomebody extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StreamsNeedSomebody(List<String> streams) {
    super(
        streams.size()
            + (streams.size() == 1 ? " stream needs" : " streams need")
            + " somebody: "
            + String.join("; ", streams)
            + ". Let the contract export (is its task suspended? is it halted? CONTRACT_HEALTH"
            + " tells), or raise MAX_DATA_EXTENSION_TIME_IN_DAYS on the source; a stale or missing"
            + " stream: CALL REBASELINE (docs/how-to-recover-a-stale-stream.md)");
  }
}
