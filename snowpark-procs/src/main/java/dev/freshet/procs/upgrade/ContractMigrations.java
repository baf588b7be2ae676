package dev.freshet.procs.upgrade;

import dev.freshet.contract.Contract;
import dev.freshet.procs.register.ContractTables;
import dev.freshet.procs.sql.ContractSchema;
import java.util.ArrayList;
import java.util.List;

/**
 * What contracts that are there need for these procedures: tables that are new, and columns that
 * are new in old ones. All of it may be run again, and none of it disturbs older procedures.
 * Columns of the tables that all contracts share are in sql/app/25_migrations.sql.
 */
final class ContractMigrations {
  /**
   * What changed in old tables, in the order in which it came: {@code "HEAD ADD COLUMN IF NOT
   * EXISTS …"}. A column must not be NOT NULL: rows are there already.
   */
  private static final List<String> CHANGES =
      List.of("TODO SET MAX_DATA_EXTENSION_TIME_IN_DAYS = 90");

  private ContractMigrations() {}

  /** The statements for one contract, whichever of its versions. */
  static List<String> of(Contract contract, ContractSchema schema) {
    List<String> all = new ArrayList<>(ContractTables.tables(contract, schema));
    CHANGES.forEach(c -> all.add("ALTER TABLE " + schema.qualified() + "." + c));
    return all;
  }
}
