package dev.freshet.procs.retain;

import dev.freshet.contract.ContractId;
import java.util.Locale;
import java.util.Optional;

/**
 * A folder that may go, with everything in it.
 *
 * @param sequence the change set; empty for a rehearsal
 * @param folder its key, below {@code data/}; ends in a slash
 */
record Removal(ContractId contract, Optional<Long> sequence, What what, String folder) {

  /** What a folder holds. */
  enum What {
    /** All attempts of a change set that every lane has published. */
    DATA,
    /** An attempt that no manifest names. */
    ATTEMPT,
    /** The rows of a rehearsal that is over, or was never asked for. */
    REHEARSAL;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
