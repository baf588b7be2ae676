package dev.freshet.procs.rehearse;

import dev.freshet.contract.Contract;
import dev.freshet.contract.Rule;
import dev.freshet.contract.ViolationPolicy;
import dev.freshet.contract.manifest.Manifest;
import dev.freshet.procs.shape.StandingRows;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.stage.StageObjects;
import dev.freshet.procs.stage.UnloadedFiles;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.EnumMap;
import java.util.Map;

/**
 * Representative rows of a source, shaped as the export would shape them had they just been
 * inserted.
 */
final class Sample {
  private static final long LARGEST_FILE = 5_368_709_120L;

  private final Warehouse warehouse;
  private final AppSchema app;
  private final Contract contract;
  private final StandingRows rows;

  Sample(Warehouse warehouse, AppSchema app, Contract contract, int rows) {
    this.warehouse = warehouse;
    this.app = app;
    this.contract = contract;
    this.rows = StandingRows.sample(contract, rows);
  }

  /**
   * How its rows fare.
   *
   * @param rows as a manifest counts them
   * @param halting how many break each rule that halts
   */
  record Judged(Manifest.Rows rows, Map<Rule, Long> halting) {}

  Judged judge() {
    long upserts = 0;
    long rejected = 0;
    long filtered = 0;
    Map<Rule, Long> halting = new EnumMap<>(Rule.class);
    for (Row row : warehouse.rows(rows.counts())) {
      long count = row.whole(2);
      switch (row.text(0)) {
        case "upsert" -> upserts += count;
        case "filtered" -> filtered += count;
        default -> rejected += count;
      }
      row.optional(1)
          .flatMap(Rule::of)
          .filter(rule -> contract.onViolation().of(rule) == ViolationPolicy.Action.HALT)
          .ifPresent(rule -> halting.put(rule, count));
    }
    return new Judged(new Manifest.Rows(upserts, 0, rejected, filtered, 0), halting);
  }

  /** Unloads the rows that keep the rules, as one file; no row, no file. */
  UnloadedFiles unload(String folder) {
    StageObjects stage = new StageObjects(warehouse, app);
    return UnloadedFiles.copy(warehouse, stage, copy(folder), folder, 1);
  }

  private String copy(String folder) {
    return "COPY INTO "
        + app.onStage(folder + "data.snappy.parquet")
        + "\nFROM (\n  SELECT *\n  FROM (\n"
        + rows.facts()
        + "\n  )\n  ORDER BY \"__key\", \"__n\"\n)\n"
        + "FILE_FORMAT = (TYPE = PARQUET COMPRESSION = SNAPPY)\n"
        + "HEADER = TRUE SINGLE = TRUE DETAILED_OUTPUT = TRUE MAX_FILE_SIZE = "
        + LARGEST_FILE;
  }
}
