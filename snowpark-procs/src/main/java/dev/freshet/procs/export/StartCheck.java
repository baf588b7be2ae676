package dev.freshet.procs.export;

import dev.freshet.procs.halt.Halt;
import dev.freshet.procs.halt.HaltReason;
import dev.freshet.procs.home.Place;
import dev.freshet.procs.home.Protocol;

/** What must hold before a run writes anything. */
final class StartCheck {
  private StartCheck() {}

  /**
   * @throws IllegalStateException if newer procedures have been at work
   */
  static void requireProtocol(HeadRow head) {
    Protocol.requireNotNewer(head.contract(), head.protocol());
  }

  /**
   * @throws Halt if HEAD was made for another place: this copy would write to a stage, and under
   *     sequences, that are another's
   */
  static void requirePlace(HeadRow head, Place here) {
    if (!here.equals(head.place())) {
      throw new Halt(
          HaltReason.FOREIGN_PLACE,
          "HEAD was made for "
              + head.place()
              + ", but this is "
              + here
              + ": a clone, a restored copy, a failover or a moved stage");
    }
  }
}
