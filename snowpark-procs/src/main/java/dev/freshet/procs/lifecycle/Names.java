package dev.freshet.procs.lifecycle;

import java.util.UUID;

/** Names that were never used before: of calls, runs and rehearsals. */
final class Names {
  private Names() {}

  static String next() {
    return UUID.randomUUID().toString();
  }
}
