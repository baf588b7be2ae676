package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An act that a role must not be able to do.
 *
 * @param sql {@code %1$s} is the contract's schema, {@code %2$s} its id, {@code %3$s} its source
 */
record Forbidden(String role, String sql) {
  /** No privilege; may not even know of it; no such procedure for this role; or no such schema. */
  private static final Set<Integer> REFUSED = Set.of(3001, 2003, 2140, 2043);

  private static final List<String> ACTING =
      List.of(
          "FRESHET_OPERATOR",
          "FRESHET_AUTHOR",
          "FRESHET_AUDITOR",
          "FRESHET_READER",
          "FRESHET_PURGER");

  private static final List<String> EVIDENCE =
      List.of(
          "AUDIT_LOG",
          "CONTRACTS",
          "VERSION_STATES",
          "CHANGE_SETS",
          "RESUMES",
          "RECEIPTS",
          "RETENTION");

  static final List<Forbidden> ALL = all();

  private static List<Forbidden> all() {
    List<Forbidden> all = new ArrayList<>();
    for (String role : ACTING) {
      all.addAll(
          each(
              role,
              "SELECT * FROM %1$s.STAGED",
              "SELECT * FROM %1$s.KEYS",
              "SELECT * FROM %1$s.SOURCE_STREAM",
              "INSERT INTO %1$s.TODO (SEQUENCE) SELECT 1",
              "DROP STREAM %1$s.SOURCE_STREAM",
              "CREATE STREAM %1$s.MINE ON TABLE %1$s.TODO",
              "ALTER TASK %1$s.EXPORT RESUME",
              "UPDATE %1$s.HEAD SET SEQUENCE = 0",
              "DROP SCHEMA %1$s",
              "DROP SCHEMA FRESHET.APP",
              "SELECT * FROM %3$s",
              "LIST @FRESHET.APP.STAGE/manifests/",
              "REMOVE @FRESHET.APP.STAGE/manifests/",
              "COPY INTO @FRESHET.APP.STAGE/manifests/x.json FROM (SELECT 'x')"
                  + " FILE_FORMAT = (FORMAT_NAME = 'FRESHET.APP.TEXT') SINGLE = TRUE"));
      EVIDENCE.forEach(table -> all.addAll(changing(role, table)));
    }
    EVIDENCE.forEach(table -> all.addAll(deleting("FRESHET_OWNER", table)));
    all.addAll(each("FRESHET_OWNER", "DROP SCHEMA FRESHET.APP", "DROP STAGE FRESHET.APP.STAGE"));
    for (String role : List.of("FRESHET_OPERATOR", "FRESHET_AUDITOR", "FRESHET_READER")) {
      all.addAll(
          each(
              role,
              "CALL FRESHET.APP_V1.REGISTER_CONTRACT('x')",
              "CALL FRESHET.APP_V1.STAGE_CONTRACT('x')",
              "CALL FRESHET.APP_V1.CHECK_CONTRACT('x')"));
    }
    for (String role : List.of("FRESHET_AUTHOR", "FRESHET_AUDITOR", "FRESHET_READER")) {
      all.addAll(
          each(
              role,
              "CALL FRESHET.APP_V1.PROMOTE_CONTRACT('%2$s', '1.0.0', '{}')",
              "CALL FRESHET.APP_V1.RETIRE_CONTRACT('%2$s', 'no')",
              "CALL FRESHET.APP_V1.EXPORT_CHANGES('%2$s')",
              "CALL FRESHET.APP_V1.RESUME_CONTRACT('%2$s', 'no')"));
    }
    all.addAll(
        each(
            "FRESHET_READER",
            "CALL FRESHET.APP_V1.DESCRIBE_CONTRACT('%2$s')",
            "CALL FRESHET.APP_V1.DESCRIBE_TASKS()",
            "SELECT * FROM FRESHET.APP.HALTS",
            "SELECT * FROM FRESHET.APP.AUDIT_LOG"));
    all.addAll(
        each(
            "FRESHET_AUTHOR",
            "SELECT * FROM FRESHET.APP.REJECTIONS",
            "SELECT * FROM FRESHET.APP.HALTS",
            "CREATE VIEW FRESHET.APP_PROOFS.MINE AS SELECT * FROM %3$s",
            "CREATE TABLE FRESHET.APP_PROOFS.MINE (A NUMBER)",
            "CREATE VIEW FRESHET.APP.MINE AS SELECT 1 AS A"));
    return all;
  }

  private static List<Forbidden> changing(String role, String table) {
    List<Forbidden> acts = new ArrayList<>(deleting(role, table));
    acts.addAll(
        each(role, "INSERT INTO FRESHET.APP." + table + " (" + column(table) + ") SELECT 'x'"));
    return acts;
  }

  private static List<Forbidden> deleting(String role, String table) {
    String name = "FRESHET.APP." + table;
    return each(
        role,
        "DELETE FROM " + name,
        "UPDATE " + name + " SET " + column(table) + " = 'x'",
        "TRUNCATE TABLE " + name,
        "DROP TABLE " + name,
        "ALTER TABLE " + name + " ADD COLUMN MINE VARCHAR",
        "CREATE OR REPLACE TABLE " + name + " (A NUMBER)");
  }

  private static String column(String table) {
    return table.equals("RETENTION") ? "REASON" : "CONTRACT";
  }

  private static List<Forbidden> each(String role, String... statements) {
    return List.of(statements).stream().map(sql -> new Forbidden(role, sql)).toList();
  }

  void requireRefused(ExportAccount account, Fact fact) throws SQLException {
    String statement = sql.formatted(fact.schema(), fact.id(), fact.table());
    try (Connection session = account.connect()) {
      Roles.run(session, "USE ROLE " + role);
      assertThatThrownBy(() -> Roles.run(session, statement))
          .as("%s: %s", role, statement)
          .isInstanceOfSatisfying(
              SQLException.class,
              e -> assertThat(e.getErrorCode()).as(e.getMessage()).isIn(REFUSED));
    }
  }
}
