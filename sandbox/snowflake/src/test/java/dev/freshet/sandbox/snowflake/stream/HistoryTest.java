package dev.freshet.sandbox.snowflake.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.sandbox.snowflake.EmbeddedSnowflake;
import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What recording the changes of a large table costs. */
class HistoryTest {

  private static final int ROWS = 150_000;

  private EmbeddedSnowflake snowflake;
  private Session session;
  private Table table;

  @BeforeEach
  void start() {
    snowflake = EmbeddedSnowflake.builder().start();
    session = snowflake.engine().openSession("tester", "SYSADMIN");
    session.execute("CREATE DATABASE DB");
    session.execute("CREATE TABLE t (id NUMBER, a VARCHAR, b VARCHAR, n NUMBER(12,2), d DATE)");
    ObjectName name = ObjectName.parse("DB.PUBLIC.T", session);
    table = snowflake.engine().catalog().get(ObjectKind.RELATION, name, Table.class);
    session
        .duck()
        .execute(
            "INSERT INTO %s SELECT i, 'a' || i, 'some longer text', i, DATE '2026-01-01' FROM range(%d) r(i)"
                .formatted(table.physical(), ROWS));
    session.execute("CREATE STREAM s ON TABLE t");
  }

  @AfterEach
  void stop() {
    snowflake.close();
  }

  @Test
  void aStatementWritesImagesOfTheRowsItTouchedOnly() {
    assertThat(images()).isEqualTo(ROWS);
    session.execute("UPDATE t SET a = 'x' WHERE id = 77");
    assertThat(images()).isEqualTo(ROWS + 1);
    session.execute("DELETE FROM t WHERE id = 78");
    assertThat(images()).isEqualTo(ROWS + 1);
    session.execute("INSERT INTO t (id) VALUES (-1)");
    assertThat(images()).isEqualTo(ROWS + 2);
    session.execute("UPDATE t SET a = 'x' WHERE id = -77");
    assertThat(images()).isEqualTo(ROWS + 2);
    assertThat(session.execute("SELECT id FROM s").rows()).hasSize(4);
  }

  @Test
  void aRolledBackStatementLeavesNoImage() {
    session.execute("BEGIN");
    session.execute("UPDATE t SET a = 'x'");
    session.execute("ROLLBACK");
    assertThat(images()).isEqualTo(ROWS);
    assertThat(session.execute("SELECT id FROM s").rows()).isEmpty();
  }

  @Test
  void aStreamOfManyChangesIsReadInAMoment() {
    session.execute("UPDATE t SET a = a || 'x'");
    session.execute("CREATE TABLE sink LIKE t");
    long start = System.nanoTime();
    session.execute(
        "INSERT INTO sink SELECT id, a, b, n, d FROM s WHERE METADATA$ACTION = 'INSERT'");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    var counts = session.execute("SELECT COUNT(*), COUNT_IF(a LIKE '%x') FROM sink").rows().get(0);
    assertThat(counts).containsExactly(String.valueOf(ROWS), String.valueOf(ROWS));
  }

  @Test
  void aStreamOnAViewOfManyRowsIsReadInAMoment() {
    session.execute("CREATE TABLE u AS SELECT id, 'w' || id AS w FROM t");
    session.execute("CREATE VIEW v AS SELECT t.id, t.a, u.w FROM t JOIN u ON t.id = u.id");
    session.execute("CREATE STREAM vs ON VIEW v");
    session.execute("UPDATE u SET w = w || 'x' WHERE MOD(id, 2) = 0");
    session.execute("DELETE FROM t WHERE id < 1000");
    long start = System.nanoTime();
    var counts =
        session
            .execute("SELECT COUNT_IF(METADATA$ISUPDATE), COUNT(DISTINCT METADATA$ROW_ID) FROM vs")
            .rows()
            .get(0);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    assertThat(counts).containsExactly(String.valueOf(ROWS - 1000), String.valueOf(ROWS / 2 + 500));
  }

  @Test
  void theHistoryGoesWithTheTable() {
    session.execute("DROP TABLE t");
    assertThat(session.duck().number("SELECT count(*) FROM duckdb_tables() WHERE NOT temporary"))
        .isZero();
  }

  private long images() {
    return session.duck().number("SELECT count(*) FROM " + table.history());
  }
}
