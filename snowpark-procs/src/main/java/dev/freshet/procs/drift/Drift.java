package dev.freshet.procs.drift;

import dev.freshet.procs.halt.Halt;
import dev.freshet.procs.halt.HaltReason;

/**
 * One way in which a source is not what it was.
 *
 * @param found what was found, without values of rows
 */
public record Drift(HaltReason reason, String found) {

  public Halt halt() {
    return new Halt(reason, found);
  }
}
