package dev.freshet.contract.replay;

import dev.freshet.contract.ContractId;
import dev.freshet.contract.ReplayId;
import dev.freshet.contract.manifest.Manifest;
import dev.freshet.contract.manifest.SealedManifest;
import dev.freshet.contract.stage.StageLayout;
import java.time.Instant;

/**
 * Asks that facts be published again, or for a try. One kind for each target; {@link
 * ReplayRequestCodec} writes and reads them.
 */
public sealed interface ReplayRequest {
  /** Whose facts. */
  ContractId contract();

  /** The replay's name within the contract. */
  ReplayId id();

  /** Who asked, and why. */
  Asked asked();

  /** Over how many lanes it is spread. */
  int lanes();

  /**
   * Who asked, and why.
   *
   * @param reason for the audit
   * @param by a person or a role
   * @param at when
   */
  record Asked(String reason, String by, Instant at) {}

  /**
   * A rehearsal: publish these rows to {@code <contract>.staging} and read them back. Its manifest
   * travels with it and stands nowhere else, so no lane of the live topic ever meets it.
   *
   * @param manifest change set 1 of one lane, its parts in the rehearsal's own folder
   */
  record Staging(ReplayId id, Asked asked, SealedManifest manifest) implements ReplayRequest {
    public Staging {
      Manifest m = manifest.manifest();
      if (m.sequence() != 1 || m.lanes() != 1) {
        throw new IllegalArgumentException(
            "a rehearsal is change set 1 with 1 lane, found change set %d with %d lanes"
                .formatted(m.sequence(), m.lanes()));
      }
      String folder = StageLayout.rehearsalFolder(m.contract(), id);
      for (Manifest.Part part : m.parts()) {
        if (!part.key().startsWith(folder) || !StageLayout.isPartOf(m.contract(), part.key())) {
          throw new IllegalArgumentException(
              "the parts of this rehearsal lie in " + folder + ", found " + part.key());
        }
      }
    }

    /** The topic of a contract's rehearsals. */
    public static String topic(ContractId contract) {
      return contract + ".staging";
    }

    @Override
    public int lanes() {
      return manifest.manifest().lanes();
    }

    @Override
    public ContractId contract() {
      return manifest.manifest().contract();
    }
  }
}
