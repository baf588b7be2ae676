package dev.freshet.procs.export;

import dev.freshet.contract.Contract;
import dev.freshet.contract.stage.StageLayout;
import dev.freshet.procs.shape.Shape;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.stage.FolderDisagrees;
import dev.freshet.procs.stage.StageObjects;
import dev.freshet.procs.stage.UnloadedFiles;
import dev.freshet.procs.warehouse.Warehouse;

/** Writes a change set's rows from the outbox to the stage as Parquet, in a folder of its own. */
final class Unload {
  /** What a bridge reads well: Snowflake fills files up to about this. */
  private static final long LARGEST_OF_MANY = 268_435_456L;

  /** The most that MAX_FILE_SIZE takes (sql-reference/sql/copy-into-location). */
  private static final long LARGEST_SINGLE_FILE = 5_368_709_120L;

  private final Warehouse warehouse;
  private final ContractSchema schema;
  private final StageObjects stage;

  Unload(Warehouse warehouse, ContractSchema schema, StageObjects stage) {
    this.warehouse = warehouse;
    this.schema = schema;
    this.stage = stage;
  }

  /**
   * Unloads a change set.
   *
   * @param attempt names the folder; no two runs share one
   * @throws ExportFailed if what COPY says, what LIST shows and what the log has do not agree; the
   *     next run tries again in another folder
   */
  UnloadedFiles unload(Contract contract, ChangeSet changeSet, long attempt) {
    String folder = StageLayout.dataFolder(contract.id(), changeSet.sequence(), attempt);
    Layout layout = new LayoutChoice(warehouse, schema).of(contract, changeSet);
    UnloadedFiles files = copied(contract, changeSet, folder, layout);
    if (files.rows() != changeSet.publishedRows()) {
      throw failed(
          "the folder "
              + folder
              + " has "
              + files.rows()
              + " rows, the log has "
              + changeSet.publishedRows()
              + " to publish");
    }
    return files;
  }

  private UnloadedFiles copied(
      Contract contract, ChangeSet changeSet, String folder, Layout layout) {
    String copy = copy(schema, contract, changeSet.sequence(), folder, layout);
    try {
      return UnloadedFiles.copy(warehouse, stage, copy, folder, changeSet.lanes());
    } catch (FolderDisagrees e) {
      throw failed(String.valueOf(e.getMessage()));
    }
  }

  static String copy(
      ContractSchema schema, Contract contract, long sequence, String folder, Layout layout) {
    String columns = String.join(", ", new Shape(contract, schema.sourceStream()).partColumns());
    String partition = layout.partition();
    return "COPY INTO "
        + schema.app().onStage(layout.sorted() ? folder + "data.snappy.parquet" : folder)
        + "\nFROM (\n  SELECT "
        + columns
        + "\n  FROM "
        + schema.staged()
        + "\n  WHERE \"__sequence\" = "
        + sequence
        + (layout.sorted() ? "\n  ORDER BY \"__key\", \"__n\"" : "")
        + "\n)\n"
        + (partition.isEmpty() ? "" : "PARTITION BY (" + partition + ")\n")
        + "FILE_FORMAT = (TYPE = PARQUET COMPRESSION = SNAPPY)\nHEADER = TRUE "
        + (layout.sorted() ? single() : many());
  }

  private static String many() {
    return "INCLUDE_QUERY_ID = TRUE DETAILED_OUTPUT = TRUE MAX_FILE_SIZE = " + LARGEST_OF_MANY;
  }

  private static String single() {
    return "SINGLE = TRUE DETAILED_OUTPUT = TRUE MAX_FILE_SIZE = " + LARGEST_SINGLE_FILE;
  }

  private ExportFailed failed(String what) {
    return new ExportFailed(
        "Unloading contract "
            + schema.contract()
            + ": "
            + what
            + ". Nothing was announced; the next run writes to another folder");
  }
}
