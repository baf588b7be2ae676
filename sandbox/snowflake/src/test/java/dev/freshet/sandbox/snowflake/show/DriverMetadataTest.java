package dev.freshet.sandbox.snowflake.show;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.sandbox.snowflake.ddl.Statements;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What JDBC's DatabaseMetaData makes of SHOW: the driver reads columns by position. */
class DriverMetadataTest {

  @Test
  void findsTablesColumnsSchemasAndKeys() throws Exception {
    try (Statements account = new Statements()) {
      account.run("CREATE TABLE T (A NUMBER(5,2) PRIMARY KEY, B VARCHAR(7) COMMENT 'b')");
      account.run("CREATE VIEW V AS SELECT A FROM T");
      try (Connection connection = connect(account)) {
        DatabaseMetaData data = connection.getMetaData();
        assertThat(read(data.getTables("DB", "PUBLIC", "%", null), "TABLE_NAME", "TABLE_TYPE"))
            .containsExactlyInAnyOrder("T|TABLE", "V|VIEW");
        assertThat(
                read(
                    data.getColumns("DB", "PUBLIC", "T", "%"),
                    "COLUMN_NAME",
                    "TYPE_NAME",
                    "COLUMN_SIZE",
                    "NULLABLE"))
            .containsExactly("A|NUMBER|5|0", "B|VARCHAR|7|1");
        assertThat(read(data.getSchemas("DB", "%"), "TABLE_SCHEM"))
            .containsExactly("INFORMATION_SCHEMA", "PUBLIC");
        assertThat(read(data.getCatalogs(), "TABLE_CAT")).containsExactly("DB");
        assertThat(read(data.getPrimaryKeys("DB", "PUBLIC", "T"), "COLUMN_NAME", "KEY_SEQ"))
            .containsExactly("A|1");
      }
    }
  }

  private static Connection connect(Statements account) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", "tester");
    properties.setProperty("password", "any");
    properties.setProperty("db", "DB");
    properties.setProperty("schema", "PUBLIC");
    properties.setProperty("disablePlatformDetection", "true");
    return DriverManager.getConnection(account.jdbcUrl(), properties);
  }

  private static List<String> read(ResultSet rows, String... columns) throws SQLException {
    List<String> read = new ArrayList<>();
    try (rows) {
      while (rows.next()) {
        List<String> values = new ArrayList<>();
        for (String column : columns) {
          values.add(String.valueOf(rows.getString(column)));
        }
        read.add(String.join("|", values));
      }
    }
    return read;
  }
}
