package dev.freshet.procs.gate;

import dev.freshet.contract.SourceName;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.List;
import java.util.Optional;

/** The columns that a source really has. */
record SourceColumns(SourceName source, List<SourceColumn> all) {
  SourceColumns {
    all = List.copyOf(all);
  }

  static SourceColumns of(Warehouse warehouse, SourceName source) {
    return new SourceColumns(
        source, warehouse.rows(query(source)).stream().map(SourceColumns::column).toList());
  }

  private static String query(SourceName source) {
    return "SELECT COLUMN_NAME, DATA_TYPE, NUMERIC_SCALE, DATETIME_PRECISION, IS_NULLABLE"
        + " FROM "
        + Sql.quoted(source.database())
        + ".INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = "
        + Sql.literal(source.schema())
        + " AND TABLE_NAME = "
        + Sql.literal(source.object())
        + " ORDER BY ORDINAL_POSITION";
  }

  private static SourceColumn column(Row row) {
    String scale = row.optional(2).or(() -> row.optional(3)).orElse("0");
    return new SourceColumn(
        row.text(0), row.text(1), Integer.parseInt(scale), row.text(4).equals("YES"));
  }

  Optional<SourceColumn> find(String name) {
    return all.stream().filter(c -> c.name().equals(name)).findFirst();
  }

  List<String> names() {
    return all.stream().map(SourceColumn::name).toList();
  }
}
