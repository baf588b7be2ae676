package dev.freshet.procs.export;

import dev.freshet.contract.Contract;
import dev.freshet.contract.manifest.Manifest;
import dev.freshet.contract.manifest.ManifestCodec;
import dev.freshet.contract.manifest.SealedManifest;
import dev.freshet.contract.stage.Head;
import dev.freshet.contract.stage.StageLayout;
import dev.freshet.procs.halt.Halt;
import dev.freshet.procs.halt.HaltReason;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.stage.StageObjects;
import dev.freshet.procs.stage.UnloadedFiles;
import java.util.List;
import java.util.Optional;

/**
 * Makes a change set exist outside. The manifest's text is settled in HEAD first, by
 * compare-and-set on the sequence; only settled text is ever written to the stage, so whoever
 * writes it, and however often, writes the same bytes.
 */
final class Announcement {
  private final ContractSchema schema;
  private final HeadTable heads;
  private final StageObjects stage;
  private final AnnouncementLog log;

  Announcement(ContractSchema schema, HeadTable heads, StageObjects stage, AnnouncementLog log) {
    this.schema = schema;
    this.heads = heads;
    this.stage = stage;
    this.log = log;
  }

  /** Settles the manifest of the change set after the last one announced. */
  void settle(Contract contract, HeadRow head, ChangeSet set, UnloadedFiles unloaded) {
    SealedManifest sealed = ManifestCodec.seal(manifest(contract, head, set, unloaded));
    heads.write(
        head.run(),
        "ANNOUNCED = "
            + set.sequence()
            + ", DIGEST = "
            + Sql.literal(sealed.digest())
            + ", MANIFEST = "
            + Sql.literal(sealed.text()),
        "ANNOUNCED = " + (set.sequence() - 1));
  }

  private Manifest manifest(
      Contract contract, HeadRow head, ChangeSet set, UnloadedFiles unloaded) {
    return new Manifest(
        contract.id(),
        set.version(),
        set.sequence(),
        head.digest(),
        set.kind(),
        set.createdAt(),
        new Manifest.Source(
            head.place().account(),
            contract.source().toString(),
            schema.sourceStream(),
            List.of(set.queryId(), unloaded.queryId())),
        set.rows(),
        set.eventTime(),
        set.lanes(),
        set.lanesSince(),
        unloaded.parts());
  }

  /**
   * Makes sure that the last settled manifest stands on the stage, then the head object and the
   * log.
   *
   * @throws Halt if another text stands under its key
   */
  void write(HeadRow head) {
    String key = StageLayout.manifest(head.contract(), head.announced());
    Optional<String> there = ours(key, head);
    if (there.isEmpty()) {
      stage.write(key, settledText(head));
    }
    Head object =
        new Head(head.contract().toString(), head.announced(), head.digest().orElseThrow());
    stage.write(StageLayout.head(head.contract()), "SELECT " + Sql.literal(object.text()));
    log.announced(head);
    heads.write(head.run(), "WRITTEN = " + head.announced());
  }

  /**
   * Looks whether the last settled manifest's key is free, or holds its text.
   *
   * @throws Halt if another text stands there
   */
  void requireOurs(HeadRow head) {
    if (head.announced() > 0) {
      ours(StageLayout.manifest(head.contract(), head.announced()), head);
    }
  }

  private Optional<String> ours(String key, HeadRow head) {
    Optional<String> there = stage.read(key);
    if (there.isPresent() && !there.equals(head.manifest())) {
      throw new Halt(
          HaltReason.FOREIGN_MANIFEST,
          "the stage has another text under "
              + key
              + " than HEAD settled: a clone or a restored copy writes to the same stage, or the"
              + " object was altered");
    }
    return there;
  }

  /** No row, and so no object, if the run was overtaken. */
  private String settledText(HeadRow head) {
    return "SELECT MANIFEST FROM "
        + schema.head()
        + " WHERE RUN = "
        + Sql.literal(head.run())
        + " AND ANNOUNCED = "
        + head.announced();
  }
}
