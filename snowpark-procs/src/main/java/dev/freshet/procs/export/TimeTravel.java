package dev.freshet.procs.export;

import dev.freshet.contract.Contract;

/** What to tell those whose source cannot be read as of its stream's offset. */
final class TimeTravel {
  private TimeTravel() {}

  static String advice(Contract contract) {
    return "this needs "
        + contract.source()
        + " as it stood at the stream's offset, which is beyond its Time Travel. Set"
        + " DATA_RETENTION_TIME_IN_DAYS to 1 or more on it (owner: "
        + contract.owner()
        + "), then ask again";
  }
}
