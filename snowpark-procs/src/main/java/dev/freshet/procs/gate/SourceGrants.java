package dev.freshet.procs.gate;

import dev.freshet.contract.SourceName;
import dev.freshet.procs.source.SourceKind;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.List;

/**
 * The statements that a source's owner must run before its facts can be published.
 *
 * @param role the role that owns the procedures, and so the streams
 */
record SourceGrants(SourceName source, String role) {

  static SourceGrants of(Warehouse warehouse, SourceName source) {
    return new SourceGrants(source, warehouse.rows("SELECT CURRENT_ROLE()").get(0).text(0));
  }

  /** Reads no row, but only with the right to read all (sql-reference/sql/select). */
  static String read(SourceName source) {
    return "SELECT * FROM " + Sql.source(source) + " LIMIT 0";
  }

  List<String> toRead() {
    String to = " TO ROLE " + Sql.quoted(role);
    return List.of(
        "GRANT USAGE ON DATABASE " + Sql.quoted(source.database()) + to,
        "GRANT USAGE ON SCHEMA "
            + Sql.quoted(source.database())
            + "."
            + Sql.quoted(source.schema())
            + to,
        "GRANT SELECT ON TABLE " + Sql.source(source) + to);
  }

  /** Of a view this switches it on in its tables too, if they have the same owner. */
  List<String> toTrack(SourceKind kind) {
    return List.of(
        "ALTER " + kind.words() + " " + Sql.source(source) + " SET CHANGE_TRACKING = TRUE");
  }
}
