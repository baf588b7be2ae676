package dev.freshet.procs.register;

import dev.freshet.contract.SourceName;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.List;
import java.util.Optional;

/**
 * How an author shows the owner's part that he may read a source: a view on it, under the name of
 * the session that both share, for as long as the call lasts. Only who has SELECT on a table can
 * make a view on it (sql-reference/sql/create-view, access control requirements), and SHOW VIEWS
 * tells the text and the owner's role (sql-reference/sql/show-views). So calling the owner's part
 * directly gains nothing: it finds no view, or one that only a reader can have made.
 *
 * @param name its name
 * @param owner the role that must see it
 */
record ReadProof(AppSchema app, Warehouse warehouse, String name, String owner) {

  /** That of this session; CURRENT_SESSION is the same in the caller's and the owner's part. */
  static ReadProof here(Warehouse warehouse, AppSchema app, String owner) {
    String session = warehouse.rows("SELECT CURRENT_SESSION()").get(0).text(0);
    if (!session.matches("[0-9]+")) {
      throw new IllegalStateException("CURRENT_SESSION() is no number: '" + session + "'");
    }
    return new ReadProof(app, warehouse, "P" + session, owner);
  }

  /** Makes it, with the rights of who calls. */
  void give(SourceName source) {
    warehouse.run(statement(source));
    warehouse.run("GRANT REFERENCES ON VIEW " + view() + " TO ROLE " + Sql.plain(owner));
  }

  void takeBack() {
    warehouse.run("DROP VIEW IF EXISTS " + view());
  }

  /** The role that showed that it may read a source; empty if none did. */
  Optional<String> given(SourceName source) {
    String show = "SHOW VIEWS LIKE " + Sql.literal(name) + " IN SCHEMA " + app.proofs();
    return warehouse.named(show, List.of("name", "text", "owner")).rows().stream()
        .filter(row -> row.text(0).equals(name) && isOn(source, row))
        .map(row -> row.text(2))
        .findFirst();
  }

  /** The text is as it was sent; nothing but blanks and the semicolon may differ. */
  private boolean isOn(SourceName source, Row row) {
    return row.optional(1)
        .map(text -> text.strip().replaceAll(";$", "").strip())
        .filter(statement(source)::equals)
        .isPresent();
  }

  private String statement(SourceName source) {
    return "CREATE OR REPLACE VIEW " + view() + " AS SELECT 1 AS PROOF FROM " + Sql.source(source);
  }

  private String view() {
    return app.proofs() + "." + name;
  }
}
