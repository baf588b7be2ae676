package dev.freshet.sandbox.snowflake.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freshet.sandbox.snowflake.EmbeddedSnowflake;
import dev.freshet.sandbox.snowflake.engine.Session;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What time does to streams. Source: user-guide/streams-intro, data retention and staleness. */
class StalenessTest {

  private final MovableClock clock = new MovableClock();
  private EmbeddedSnowflake snowflake;
  private Session session;

  @BeforeEach
  void start() {
    snowflake = EmbeddedSnowflake.builder().clock(clock).start();
    session = snowflake.engine().openSession("tester", "SYSADMIN");
    run(
        "CREATE DATABASE DB",
        "CREATE TABLE t (id NUMBER)",
        "CREATE TABLE sink (id NUMBER)",
        "CREATE STREAM s ON TABLE t");
  }

  @AfterEach
  void stop() {
    snowflake.close();
  }

  @Test
  void aStreamNotConsumedForFourteenDaysIsStaleForGood() {
    run("INSERT INTO t VALUES (1)");
    clock.pass(Duration.ofDays(14));
    assertThat(stale()).isEqualTo("false");
    clock.pass(Duration.ofSeconds(1));
    assertThat(stale()).isEqualTo("true");
    assertThatThrownBy(() -> run("SELECT * FROM s")).hasMessageContaining("has become stale");
    assertThatThrownBy(() -> run("INSERT INTO sink SELECT id FROM s"))
        .hasMessageContaining("has become stale");
    assertThatThrownBy(() -> run("SELECT SYSTEM$STREAM_HAS_DATA('s')"))
        .hasMessageContaining("has become stale");
    run("CREATE OR REPLACE STREAM s ON TABLE t");
    assertThat(stale()).isEqualTo("false");
  }

  @Test
  void consumingStartsTheTimeAnew() {
    run("INSERT INTO t VALUES (1)");
    clock.pass(Duration.ofDays(10));
    run("INSERT INTO sink SELECT id FROM s");
    clock.pass(Duration.ofDays(10));
    assertThat(stale()).isEqualTo("false");
  }

  @Test
  void askingAnEmptyStreamForDataStartsTheTimeAnewAndAskingAFullOneDoesNot() {
    clock.pass(Duration.ofDays(10));
    run("SELECT SYSTEM$STREAM_HAS_DATA('s')");
    clock.pass(Duration.ofDays(10));
    assertThat(stale()).isEqualTo("false");
    run("INSERT INTO t VALUES (1)", "SELECT SYSTEM$STREAM_HAS_DATA('s')");
    clock.pass(Duration.ofDays(10));
    assertThat(stale()).isEqualTo("true");
  }

  @Test
  void theLongerOfRetentionAndExtensionCounts() {
    run("ALTER TABLE t SET MAX_DATA_EXTENSION_TIME_IN_DAYS = 2 DATA_RETENTION_TIME_IN_DAYS = 3");
    clock.pass(Duration.ofDays(3));
    assertThat(stale()).isEqualTo("false");
    clock.pass(Duration.ofSeconds(1));
    assertThat(stale()).isEqualTo("true");
  }

  @Test
  void aStreamOnAViewGoesWithTheTableOfTheShortestRetentionUnderIt() {
    run(
        "CREATE TABLE u (id NUMBER) DATA_RETENTION_TIME_IN_DAYS = 1",
        "ALTER TABLE u SET MAX_DATA_EXTENSION_TIME_IN_DAYS = 2",
        "CREATE VIEW v AS SELECT t.id FROM t JOIN u ON t.id = u.id",
        "CREATE OR REPLACE STREAM s ON VIEW v");
    clock.pass(Duration.ofDays(2));
    assertThat(stale()).isEqualTo("false");
    clock.pass(Duration.ofSeconds(1));
    assertThat(stale()).isEqualTo("true");
    assertThatThrownBy(() -> run("SELECT * FROM s")).hasMessageContaining("has become stale");
  }

  @Test
  void theRetentionOfATableUnderASecureViewIsNotExtended() {
    run("CREATE SECURE VIEW v AS SELECT id FROM t", "CREATE OR REPLACE STREAM s ON VIEW v");
    clock.pass(Duration.ofDays(1).plusSeconds(1));
    assertThat(stale()).isEqualTo("true");
  }

  @Test
  void aViewIsReadAsItsTablesWere() {
    run("CREATE VIEW v AS SELECT id + 100 AS id FROM t", "INSERT INTO t VALUES (1)");
    clock.pass(Duration.ofHours(1));
    run("INSERT INTO t VALUES (2)", "DELETE FROM t WHERE id = 1");
    String then = "TIMESTAMP => '2026-01-01T00:30:00Z'::TIMESTAMP_LTZ)";
    assertThat(session.execute("SELECT id FROM v AT(" + then).rows())
        .containsExactly(new String[] {"101"});
    run("ALTER VIEW v SET CHANGE_TRACKING = TRUE");
    String changes = "SELECT id FROM v CHANGES(INFORMATION => DEFAULT) AT(STREAM => 's')";
    assertThat(session.execute(changes + " END(" + then).rows())
        .containsExactly(new String[] {"101"});
    assertThat(session.execute(changes).rows()).containsExactly(new String[] {"102"});
    clock.pass(Duration.ofDays(1));
    assertThatThrownBy(() -> run("SELECT id FROM v AT(" + then))
        .hasMessageContaining("Time travel data");
  }

  @Test
  void timeTravelEndsWithTheRetentionThoughAStreamExtendsIt() {
    run("INSERT INTO t VALUES (1)");
    String changes = "SELECT * FROM t CHANGES(INFORMATION => DEFAULT) AT(STREAM => 's')";
    assertThat(session.execute(changes).rows()).hasSize(1);
    clock.pass(Duration.ofDays(2));
    assertThatThrownBy(() -> run(changes)).hasMessageContaining("Time travel data");
    assertThat(session.execute("SELECT * FROM s").rows()).hasSize(1);
  }

  private void run(String... statements) {
    List.of(statements).forEach(session::execute);
  }

  private String stale() {
    var shown = session.execute("SHOW STREAMS LIKE 's'");
    int column = shown.columns().stream().map(c -> c.name()).toList().indexOf("stale");
    return String.valueOf(shown.rows().get(0)[column]);
  }

  private static final class MovableClock extends Clock {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
