package dev.freshet.procs.export;

import dev.freshet.contract.Json;
import dev.freshet.contract.manifest.Manifest;
import dev.freshet.contract.manifest.ManifestCodec;
import dev.freshet.contract.stage.StageLayout;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Warehouse;

/**
 * Notes that a manifest stands on the stage, with the ids of all statements that made the change
 * set: its own text is not asked for again when somebody wants to know. Rows are only ever
 * inserted; a run that stops right after writes a second one, and the first counts.
 */
final class AnnouncementLog {
  private final Warehouse warehouse;
  private final ContractSchema schema;

  AnnouncementLog(Warehouse warehouse, ContractSchema schema) {
    this.warehouse = warehouse;
    this.schema = schema;
  }

  /** Notes the last settled manifest, which has just been written or found. */
  void announced(HeadRow head) {
    String key = StageLayout.manifest(head.contract(), head.announced());
    Manifest manifest = ManifestCodec.read(key, head.manifest().orElseThrow()).manifest();
    warehouse.change(
        "INSERT INTO "
            + schema.app().announcements()
            + " (CONTRACT, SEQUENCE, DIGEST, QUERY_IDS, PARTS, BYTES, FOLDER) SELECT "
            + String.join(
                ", ",
                Sql.literal(head.contract().toString()),
                Long.toString(head.announced()),
                Sql.literal(head.digest().orElseThrow()),
                Sql.literal(Json.STRICT.valueToTree(manifest.source().queryIds()).toString()),
                Integer.toString(manifest.parts().size()),
                Long.toString(manifest.parts().stream().mapToLong(Manifest.Part::bytes).sum()),
                Sql.literal(
                    manifest.parts().stream()
                        .findFirst()
                        .map(part -> StageLayout.attemptFolder(part.key())))));
  }
}
