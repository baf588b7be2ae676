package dev.freshet.sandbox.snowflake.information;

import dev.freshet.sandbox.snowflake.catalog.Relation;
import dev.freshet.sandbox.snowflake.catalog.TableColumn;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.sql.SqlType;
import dev.freshet.sandbox.snowflake.sql.SqlType.Family;
import java.util.Optional;

/** INFORMATION_SCHEMA.COLUMNS. Source: sql-reference/info-schema/columns. */
final class ColumnsView {

  private ColumnsView() {}

  static String relation(Session session, String database) {
    Rows rows =
        new Rows()
            .text("TABLE_CATALOG", "TABLE_SCHEMA", "TABLE_NAME", "COLUMN_NAME")
            .number("ORDINAL_POSITION")
            .text("COLUMN_DEFAULT", "IS_NULLABLE", "DATA_TYPE")
            .number(
                "CHARACTER_MAXIMUM_LENGTH",
                "CHARACTER_OCTET_LENGTH",
                "NUMERIC_PRECISION",
                "NUMERIC_PRECISION_RADIX",
                "NUMERIC_SCALE",
                "DATETIME_PRECISION")
            .text("IS_IDENTITY", "COMMENT");
    for (Relation relation : InformationSchema.objects(session, database, Relation.class)) {
      int position = 1;
      for (TableColumn column : relation.columns()) {
        row(rows, relation, column, position++);
      }
    }
    return rows.relation();
  }

  private static void row(Rows rows, Relation relation, TableColumn column, int position) {
    SqlType type = column.type();
    Optional<SqlType> sized =
        Optional.of(type).filter(t -> t.family() == Family.TEXT || t.family() == Family.BINARY);
    Optional<SqlType> number = Optional.of(type).filter(t -> t.family() == Family.NUMBER);
    rows.row(
        relation.name().database(),
        relation.name().schema(),
        relation.name().name(),
        column.name(),
        position,
        column.defaultSql().orElse(null),
        column.nullable() ? "YES" : "NO",
        type.family().name(),
        sized.map(SqlType::length).orElse(null),
        sized.map(ColumnsView::octets).orElse(null),
        number.map(SqlType::precision).orElse(null),
        number.map(t -> 10).orElse(null),
        number.map(SqlType::scale).orElse(null),
        type.isTemporal() && type.family() != Family.DATE ? type.precision() : null,
        "NO",
        column.comment().orElse(null));
  }

  private static long octets(SqlType type) {
    return type.family() == Family.BINARY
        ? type.length()
        : Math.min(4L * type.length(), SqlType.MAX_TEXT);
  }
}
