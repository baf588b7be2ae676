package dev.freshet.sandbox.snowflake.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.sandbox.snowflake.EmbeddedSnowflake;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What SHOW STREAMS and DESCRIBE STREAM tell. Source: sql-reference/sql/show-streams. */
class ShowStreamsTest {

  private static EmbeddedSnowflake snowflake;
  private static Session session;

  @BeforeAll
  static void start() {
    snowflake = EmbeddedSnowflake.builder().start();
    session = snowflake.engine().openSession("tester", "SYSADMIN");
    session.execute("CREATE DATABASE DB");
    session.execute("CREATE SCHEMA OTHER");
    session.execute("CREATE TABLE t (id NUMBER)");
    session.execute("CREATE STREAM s ON TABLE t COMMENT = 'all of it'");
    session.execute("CREATE STREAM DB.PUBLIC.inserts ON TABLE t APPEND_ONLY = TRUE");
  }

  @AfterAll
  static void stop() {
    snowflake.close();
  }

  @Test
  void aStreamIsShownWithItsTableModeAndStaleness() {
    assertThat(only("DESCRIBE STREAM s"))
        .containsEntry("name", "S")
        .containsEntry("database_name", "DB")
        .containsEntry("schema_name", "OTHER")
        .containsEntry("owner", "SYSADMIN")
        .containsEntry("comment", "all of it")
        .containsEntry("table_name", "DB.OTHER.T")
        .containsEntry("source_type", "Table")
        .containsEntry("type", "DELTA")
        .containsEntry("stale", "false")
        .containsEntry("mode", "DEFAULT")
        .containsEntry("invalid_reason", "N/A");
    assertThat(only("SHOW STREAMS IN SCHEMA DB.PUBLIC")).containsEntry("mode", "APPEND_ONLY");
  }

  @Test
  void aStreamOnAViewIsShownWithTheTablesUnderIt() {
    session.execute("CREATE TABLE u (id NUMBER)");
    session.execute("CREATE VIEW joined AS SELECT t.id FROM t JOIN u ON t.id = u.id");
    session.execute("CREATE STREAM of_view ON VIEW joined");
    assertThat(only("DESCRIBE STREAM of_view"))
        .containsEntry("table_name", "DB.OTHER.JOINED")
        .containsEntry("source_type", "View")
        .containsEntry("base_tables", "DB.OTHER.T, DB.OTHER.U");
    assertThat(only("SHOW VIEWS")).containsEntry("change_tracking", "ON");
    session.execute("DROP STREAM of_view");
  }

  @Test
  void aDynamicTableIsShownWithItsLagAndMode() {
    session.execute(
        "CREATE DYNAMIC TABLE dt TARGET_LAG = '20 minutes' WAREHOUSE = wh AS SELECT id FROM t");
    assertThat(only("SHOW DYNAMIC TABLES"))
        .containsEntry("name", "DT")
        .containsEntry("target_lag", "20 minutes")
        .containsEntry("refresh_mode", "INCREMENTAL")
        .containsEntry("warehouse", "WH")
        .containsEntry("scheduling_state", "ACTIVE");
    assertThat(only("SHOW TABLES LIKE 'dt'")).containsEntry("is_dynamic", "Y");
    session.execute("ALTER DYNAMIC TABLE dt SUSPEND");
    assertThat(only("SHOW DYNAMIC TABLES")).containsEntry("scheduling_state", "SUSPENDED");
    session.execute("CREATE STREAM of_dynamic ON DYNAMIC TABLE dt");
    assertThat(only("DESC STREAM of_dynamic")).containsEntry("source_type", "Dynamic Table");
    session.execute("DROP STREAM of_dynamic");
    session.execute("DROP DYNAMIC TABLE dt");
  }

  @Test
  void showTakesAPatternAndAPlace() {
    assertThat(names("SHOW STREAMS IN SCHEMA")).containsExactly("S");
    assertThat(names("SHOW STREAMS")).containsExactly("S", "INSERTS");
    assertThat(names("SHOW STREAMS LIKE 'ins%' IN ACCOUNT")).containsExactly("INSERTS");
  }

  @Test
  void alterStreamChangesTheComment() {
    session.execute("CREATE STREAM noted ON TABLE t");
    session.execute("ALTER STREAM noted SET COMMENT = 'new'");
    assertThat(only("DESC STREAM noted")).containsEntry("comment", "new");
    session.execute("ALTER STREAM noted UNSET COMMENT");
    assertThat(only("DESC STREAM noted")).containsEntry("comment", "");
    session.execute("ALTER STREAM IF EXISTS missing SET COMMENT = 'new'");
    session.execute("DROP STREAM noted");
  }

  private static List<@Nullable String> names(String sql) {
    Result shown = session.execute(sql);
    int column = shown.columns().stream().map(c -> c.name()).toList().indexOf("name");
    return shown.rows().stream().map(row -> row[column]).toList();
  }

  private static Map<String, @Nullable String> only(String sql) {
    Result shown = session.execute(sql);
    assertThat(shown.rows()).hasSize(1);
    Map<String, @Nullable String> row = new HashMap<>();
    for (int i = 0; i < shown.columns().size(); i++) {
      row.put(shown.columns().get(i).name(), shown.rows().get(0)[i]);
    }
    return row;
  }
}
