package dev.freshet.procs.source;

import dev.freshet.contract.SourceName;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.List;
import java.util.Optional;

/**
 * A source's columns and policies, at one time. Of a view: its own, not those of its tables, which
 * Snowflake applies when the view is read.
 *
 * @param columns in their order; none if the source is not there, or may not be read
 * @param policies each as one text, sorted; see {@link #read}
 */
public record Source(List<SeenColumn> columns, List<String> policies) {
  public Source {
    columns = List.copyOf(columns);
    policies = List.copyOf(policies);
  }

  /**
   * Reads a source in two queries. POLICY_REFERENCES answers what the role may know of: all with
   * APPLY … POLICY on the account or with ownership of the table, else less (sql-reference/
   * functions/policy_references). So an empty list does not prove that there is none.
   */
  public static Source read(Warehouse warehouse, SourceName name) {
    List<Row> rows = warehouse.rows(columnsOf(name));
    if (rows.isEmpty()) {
      return new Source(List.of(), List.of());
    }
    String policies = policiesOf(name, rows.get(0).text(4).equals("VIEW") ? "VIEW" : "TABLE");
    return new Source(
        rows.stream().map(Source::column).toList(),
        warehouse.rows(policies).stream().map(Source::policy).sorted().toList());
  }

  public Optional<SeenColumn> find(String column) {
    return columns.stream().filter(c -> c.name().equals(column)).findFirst();
  }

  private static String columnsOf(SourceName name) {
    String information = Sql.quoted(name.database()) + ".INFORMATION_SCHEMA.";
    return "SELECT c.COLUMN_NAME, c.ORDINAL_POSITION, c.DATA_TYPE, c.DATETIME_PRECISION,"
        + " t.TABLE_TYPE FROM "
        + information
        + "COLUMNS AS c JOIN "
        + information
        + "TABLES AS t ON t.TABLE_SCHEMA = c.TABLE_SCHEMA AND t.TABLE_NAME = c.TABLE_NAME"
        + " WHERE c.TABLE_SCHEMA = "
        + Sql.literal(name.schema())
        + " AND c.TABLE_NAME = "
        + Sql.literal(name.object())
        + " ORDER BY c.ORDINAL_POSITION";
  }

  private static SeenColumn column(Row row) {
    return new SeenColumn(
        row.text(0),
        Integer.parseInt(row.text(1)),
        row.text(2),
        row.optional(3).map(Integer::parseInt).orElse(0));
  }

  /** Asked of the source's own database: the function sees one database. */
  private static String policiesOf(SourceName name, String domain) {
    return "SELECT POLICY_KIND, POLICY_DB, POLICY_SCHEMA, POLICY_NAME, REF_COLUMN_NAME FROM TABLE("
        + Sql.quoted(name.database())
        + ".INFORMATION_SCHEMA.POLICY_REFERENCES(REF_ENTITY_NAME => "
        + Sql.literal(Sql.source(name))
        + ", REF_ENTITY_DOMAIN => "
        + Sql.literal(domain)
        + "))";
  }

  private static String policy(Row row) {
    return row.text(0)
        + " "
        + row.text(1)
        + "."
        + row.text(2)
        + "."
        + row.text(3)
        + row.optional(4).map(column -> " on " + column).orElse("");
  }
}
