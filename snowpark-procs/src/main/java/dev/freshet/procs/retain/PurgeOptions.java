package dev.freshet.procs.retain;

import dev.freshet.contract.ContractId;
import dev.freshet.procs.home.Options;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What somebody asks of PURGE.
 *
 * @param reason why; stands in the audit log
 * @param contract the only contract to look at; empty for all
 * @param days purges what is this old instead of going by the data class; only for one contract, as
 *     when a key is to be erased
 * @param dryRun whether to say what would be removed, and remove nothing
 * @param atMost how many folders are removed in one call; the next one goes on
 */
record PurgeOptions(
    String reason, Optional<ContractId> contract, OptionalInt days, boolean dryRun, int atMost) {
  private static final Set<String> NAMES =
      Set.of("reason", "contract", "days", "dry_run", "at_most");
  private static final int FOLDERS = 1000;

  /**
   * Reads a JSON object.
   *
   * @throws IllegalArgumentException if it says anything else
   */
  static PurgeOptions parse(String text) {
    Options options =
        Options.read(
            "PURGE",
            text,
            NAMES,
            "{\"reason\": \"why\"} and, if wanted, \"contract\", \"days\" (with a contract),"
                + " \"dry_run\", \"at_most\"");
    String reason = options.reason();
    Optional<String> contract = options.text("contract");
    OptionalInt days = options.whole("days", 0);
    if (days.isPresent() && contract.isEmpty()) {
      throw options.refused("days needs a contract");
    }
    return new PurgeOptions(
        reason,
        contract.map(ContractId::parse),
        days,
        options.truth("dry_run"),
        Math.min(FOLDERS, options.whole("at_most", 1).orElse(FOLDERS)));
  }
}
