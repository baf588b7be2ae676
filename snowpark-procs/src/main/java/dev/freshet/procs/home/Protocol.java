package dev.freshet.procs.home;

import dev.freshet.contract.ContractId;
import dev.freshet.procs.sql.AppSchema;

/** The version of the export protocol that these procedures speak; HEAD names it. */
public final class Protocol {
  public static final int VERSION = AppSchema.PROTOCOL;

  private Protocol() {}

  /**
   * Older procedures change nothing that newer ones may read otherwise.
   *
   * @param written the version that the contract's HEAD was last written for
   * @throws IllegalStateException if it is newer than these procedures
   */
  public static void requireNotNewer(ContractId contract, int written) {
    if (written > VERSION) {
      throw new IllegalStateException(
          "Contract "
              + contract
              + " was written by procedures of protocol "
              + written
              + ", these speak "
              + VERSION
              + "; deploy the newer procedures again, and call those");
    }
  }
}
