package dev.freshet.procs.rehearse;

import dev.freshet.contract.Contract;
import dev.freshet.contract.ReplayId;
import dev.freshet.contract.manifest.Manifest;
import dev.freshet.contract.manifest.ManifestCodec;
import dev.freshet.contract.replay.ReplayRequest;
import dev.freshet.contract.replay.ReplayRequestCodec;
import dev.freshet.contract.stage.StageLayout;
import dev.freshet.procs.home.AuditLog;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.stage.StageObjects;
import dev.freshet.procs.stage.UnloadedFiles;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Warehouse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The rehearsals of a contract's versions. A request's text is settled in REHEARSALS before it is
 * written to the stage, so that whoever writes it, and however often, writes the same bytes.
 */
public final class Rehearsals {
  private static final Rehearsal NONE = new Rehearsal.None();

  private final Warehouse warehouse;
  private final ContractSchema schema;
  private final Contract contract;
  private final StageObjects stage;
  private final BridgeWords bridge;

  public Rehearsals(Warehouse warehouse, ContractSchema schema, Contract contract) {
    this.warehouse = warehouse;
    this.schema = schema;
    this.contract = contract;
    this.stage = new StageObjects(warehouse, schema.app());
    this.bridge = new BridgeWords(stage, contract.id());
  }

  /** How the last rehearsal of the version stands; looks for what the bridge has told. */
  public Rehearsal look() {
    return last().filter(r -> r.text(1).equals("requested")).map(this::look).orElse(NONE);
  }

  private Rehearsal look(Row row) {
    ReplayId id = new ReplayId(row.text(0));
    String key = StageLayout.replay(contract.id(), id, 0);
    String text = row.text(2);
    if (stage.read(key).isEmpty()) {
      stage.write(key, settled(id));
    }
    ReplayRequest.Staging request = (ReplayRequest.Staging) ReplayRequestCodec.read(key, text);
    Rehearsal told = bridge.about(request);
    if (told instanceof Rehearsal.Failed failed) {
      insert(id, "failed", failed.message());
    }
    return told;
  }

  private Optional<Row> last() {
    return warehouse
        .rows(
            "SELECT ID, STATE, CONTENT FROM "
                + schema.rehearsals()
                + " WHERE VERSION = "
                + Sql.literal(contract.version().toString())
                + " ORDER BY WRITTEN_AT DESC LIMIT 1")
        .stream()
        .findFirst();
  }

  private String settled(ReplayId id) {
    return "SELECT CONTENT FROM "
        + schema.rehearsals()
        + " WHERE STATE = 'requested' AND ID = "
        + Sql.literal(id.text());
  }

  /**
   * Begins one.
   *
   * @param id never used before: it names the folder of the rows
   * @param reason why, for whoever reads the request
   * @param rows how many rows at most
   */
  public Rehearsal begin(ReplayId id, String reason, int rows) {
    Sample sample = new Sample(warehouse, schema.app(), contract, rows);
    Sample.Judged judged = sample.judge();
    if (!judged.halting().isEmpty()) {
      return new Rehearsal.Broken(judged.halting());
    }
    UnloadedFiles files = sample.unload(StageLayout.rehearsalFolder(contract.id(), id));
    ReplayRequest.Asked asked = asked(reason);
    Manifest manifest = manifest(asked.at(), judged.rows(), files);
    insert(
        id,
        "requested",
        ReplayRequestCodec.write(
            new ReplayRequest.Staging(id, asked, ManifestCodec.seal(manifest))));
    new AuditLog(warehouse, schema.app())
        .write("rehearse", contract.id(), Optional.of(contract.version()), reason);
    stage.write(StageLayout.replay(contract.id(), id, 0), settled(id));
    return new Rehearsal.Waiting(id, files.rows());
  }

  private ReplayRequest.Asked asked(String reason) {
    Row row =
        warehouse
            .rows(
                "SELECT CURRENT_USER(),"
                    + " TO_VARCHAR(SYSDATE(), 'YYYY-MM-DD\"T\"HH24:MI:SS.FF3\"Z\"')")
            .get(0);
    return new ReplayRequest.Asked(reason, row.text(0), Instant.parse(row.text(1)));
  }

  private Manifest manifest(Instant now, Manifest.Rows rows, UnloadedFiles files) {
    return new Manifest(
        contract.id(),
        contract.version(),
        1,
        Optional.empty(),
        Manifest.Kind.SNAPSHOT,
        now,
        new Manifest.Source(
            warehouse.rows("SELECT CURRENT_ACCOUNT()").get(0).text(0),
            contract.source().toString(),
            schema.sourceStream(),
            List.of(files.queryId())),
        new Manifest.Rows(files.rows(), 0, rows.rejected(), rows.filtered(), 0),
        Optional.empty(),
        1,
        1,
        files.parts());
  }

  private void insert(ReplayId id, String state, String content) {
    warehouse.change(
        "INSERT INTO "
            + schema.rehearsals()
            + " (ID, VERSION, STATE, CONTENT) SELECT "
            + String.join(
                ", ",
                Sql.literal(id.text()),
                Sql.literal(contract.version().toString()),
                Sql.literal(state),
                Sql.literal(content)));
  }
}
