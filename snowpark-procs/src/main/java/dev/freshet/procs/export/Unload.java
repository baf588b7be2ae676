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
  private static final long LARGEST_STATE_FILE = 268_435_456L;
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
    UnloadedFiles files = copied(contract, changeSet.sequence(), folder);
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

  private UnloadedFiles copied(Contract contract, long sequence, String folder) {
    try {
      return UnloadedFiles.copy(warehouse, stage, copy(schema, contract, sequence, folder), folder);
    } catch (FolderDisagrees e) {
      throw failed(String.valueOf(e.getMessage()));
    }
  }

  static String copy(ContractSchema schema, Contract contract, long sequence, String folder) {
    boolean event = contract.kind() == Contract.Kind.EVENT;
    String columns = String.join(", ", new Shape(contract, schema.sourceStream()).partColumns());
    return "COPY INTO "
        + schema.app().onStage(event ? folder + "data.snappy.parquet" : folder)
        + "\nFROM (\n  SELECT "
        + columns
        + "\n  FROM "
        + schema.staged()
        + "\n  WHERE \"__sequence\" = "
        + sequence
        + (event ? "\n  ORDER BY \"__key\", \"__n\"" : "")
        + "\n)\nFILE_FORMAT = (TYPE = PARQUET COMPRESSION = SNAPPY)\nHEADER = TRUE "
        + (event ? single() : many());
  }

  /** A key has one row in a change set of a state contract, so its files may come in any order. */
  private static String many() {
    return "INCLUDE_QUERY_ID = TRUE DETAILED_OUTPUT = TRUE MAX_FILE_SIZE = " + LARGEST_STATE_FILE;
  }

  /** The rows of a key stand in one file, because the order between files is nowhere promised. */
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
