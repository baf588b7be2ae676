package dev.freshet.sandbox.snowflake.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freshet.sandbox.snowflake.EmbeddedSnowflake;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What sessions see of each other while commits are held back. Source: sql-reference/transactions.
 */
class SessionLagTest {

  private EmbeddedSnowflake snowflake;
  private Session a;
  private Session b;

  @BeforeEach
  void start() {
    snowflake = EmbeddedSnowflake.builder().start();
    snowflake.engine().openSession("tester", "SYSADMIN").execute("CREATE DATABASE DB");
    a = session();
    b = session();
    a.execute("CREATE TABLE t (id NUMBER, v VARCHAR)");
    a.execute("CREATE STREAM s ON TABLE t");
    a.execute("INSERT INTO t VALUES (1, 'one')");
  }

  @AfterEach
  void stop() {
    snowflake.close();
  }

  @Test
  void aSessionDoesNotSeeYetWhatAnotherHasCommitted() {
    try (SessionLag.Hold hold = snowflake.engine().lag().hold()) {
      a.execute("UPDATE t SET v = 'un'");
      assertThat(read(a)).containsExactly("un");
      assertThat(read(b)).containsExactly("one");
      assertThat(read(session())).containsExactly("one");
      a.execute("INSERT INTO t VALUES (2, 'two')");
      assertThat(b.execute("SELECT METADATA$ACTION FROM s").rows()).hasSize(1);
      b.execute("BEGIN");
      assertThat(read(b)).containsExactly("one");
      b.execute("ROLLBACK");
    }
    assertThat(read(b)).containsExactlyInAnyOrder("un", "two");
  }

  @Test
  void whatWritesSeesTheLatestAndItsCommitCatchesUp() {
    try (SessionLag.Hold hold = snowflake.engine().lag().hold()) {
      a.execute("UPDATE t SET v = 'un' WHERE v = 'one'");
      assertThat(read(b)).containsExactly("one");
      assertThat(b.execute("UPDATE t SET v = 'eins' WHERE v = 'one'").rows().get(0)[0])
          .isEqualTo("0");
      assertThat(read(b)).containsExactly("un");
    }
  }

  @Test
  void definitionsAreSeenAtOnce() {
    try (SessionLag.Hold hold = snowflake.engine().lag().hold()) {
      a.execute("CREATE TABLE u AS SELECT id FROM t");
      assertThat(b.execute("SELECT id FROM u").rows()).hasSize(1);
      assertThat(read(b)).containsExactly("one");
      assertThatThrownBy(() -> b.execute("SELECT v::NUMBER FROM t")).isNotNull();
      a.execute("DELETE FROM t");
      assertThat(read(b)).containsExactly("one");
    }
  }

  private Session session() {
    Session session = snowflake.engine().openSession("tester", "SYSADMIN");
    session.execute("USE SCHEMA DB.PUBLIC");
    return session;
  }

  private static List<String> read(Session session) {
    return session.execute("SELECT v FROM t").rows().stream()
        .map(row -> String.valueOf(row[0]))
        .toList();
  }
}
