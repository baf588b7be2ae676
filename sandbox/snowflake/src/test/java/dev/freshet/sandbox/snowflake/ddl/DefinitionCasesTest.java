package dev.freshet.sandbox.snowflake.ddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Statements that define things, each case with the page of docs.snowflake.com it comes from. */
class DefinitionCasesTest {

  private static Statements account;

  @BeforeAll
  static void start() {
    account = new Statements();
  }

  @AfterAll
  static void stop() {
    account.close();
  }

  @BeforeEach
  void emptySchema() {
    account.run("CREATE OR REPLACE SCHEMA DB.CASES");
  }

  /** Statements, then a query and the rows it gives; values separated by bars. */
  record Case(String page, List<String> statements, String query, List<String> rows) {
    @Override
    public String toString() {
      return page + ": " + statements + " " + query;
    }
  }

  /** Statements, of which the last is refused with a code. */
  record Refusal(String page, List<String> statements, String code) {
    @Override
    public String toString() {
      return page + ": " + statements;
    }
  }

  private static final String COLUMNS =
      "SELECT COLUMN_NAME, DATA_TYPE, NUMERIC_PRECISION, NUMERIC_SCALE, CHARACTER_MAXIMUM_LENGTH,"
          + " DATETIME_PRECISION, IS_NULLABLE FROM DB.INFORMATION_SCHEMA.COLUMNS"
          + " WHERE TABLE_SCHEMA = 'CASES' AND TABLE_NAME = 'T' ORDER BY ORDINAL_POSITION";

  static Stream<Case> cases() {
    return Stream.of(
        works("sql-reference/info-schema/columns")
            .after("CREATE TABLE T (N NUMBER, D NUMBER(12,2) NOT NULL, V VARCHAR(7), \"v\" TEXT)")
            .query(COLUMNS)
            .gives(
                "N|NUMBER|38|0|null|null|YES",
                "D|NUMBER|12|2|null|null|NO",
                "V|TEXT|null|null|7|null|YES",
                "v|TEXT|null|null|16777216|null|YES"),
        works("sql-reference/info-schema/columns")
            .after("CREATE TABLE T (A TIMESTAMP_NTZ(3), B TIME, C DATE, D BINARY(4), E VARIANT)")
            .query(COLUMNS)
            .gives(
                "A|TIMESTAMP_NTZ|null|null|null|3|YES",
                "B|TIME|null|null|null|9|YES",
                "C|DATE|null|null|null|null|YES",
                "D|BINARY|null|null|4|null|YES",
                "E|VARIANT|null|null|null|null|YES"),
        works("sql-reference/sql/create-table#create-table-as-select")
            .after("CREATE TABLE T (A, B VARCHAR(3) NOT NULL) AS SELECT 1, 'x'")
            .query("SELECT B, A FROM T")
            .gives("x|1"),
        works("sql-reference/sql/create-table#create-table-as-select")
            .after("CREATE TABLE T (A, B VARCHAR(3) NOT NULL) AS SELECT 1::NUMBER(5,1), 'x'")
            .query(COLUMNS)
            .gives("A|NUMBER|5|1|null|null|YES", "B|TEXT|null|null|3|null|NO"),
        works("sql-reference/sql/create-table#create-table-like")
            .after(
                "CREATE TABLE S (A NUMBER(5,1) NOT NULL DEFAULT 7, B VARCHAR(3))",
                "INSERT INTO S (B) VALUES ('x')",
                "CREATE TABLE T LIKE S",
                "INSERT INTO T (B) VALUES ('y')")
            .query("SELECT * FROM T")
            .gives("7.0|y"),
        works("sql-reference/constraints-overview")
            .after(
                "CREATE TABLE T (A NUMBER PRIMARY KEY, B NUMBER UNIQUE, C NUMBER REFERENCES S (A)"
                    + " NOT ENFORCED, CONSTRAINT K UNIQUE (A, B) NOT ENFORCED RELY)",
                "INSERT INTO T VALUES (1, 1, 1), (1, 1, 1)")
            .query("SELECT COUNT(*) FROM T")
            .gives("2"),
        works("sql-reference/sql/create-table#default")
            .after(
                "CREATE TABLE T (A NUMBER, B VARCHAR DEFAULT UPPER('b') || 'c', C BOOLEAN DEFAULT"
                    + " FALSE NOT NULL, AT TIMESTAMP_NTZ(9) DEFAULT SYSDATE())",
                "INSERT INTO T (A) VALUES (1)")
            .query("SELECT A, B, C, AT IS NOT NULL FROM T")
            .gives("1|Bc|0|1"),
        works("sql-reference/sql/create-table#if-not-exists")
            .after(
                "CREATE TABLE T (A NUMBER)",
                "CREATE TABLE IF NOT EXISTS T (B VARCHAR)",
                "CREATE TRANSIENT TABLE IF NOT EXISTS T (C VARCHAR)")
            .query("SELECT * FROM T")
            .gives(),
        works("sql-reference/identifiers-syntax")
            .after(
                "CREATE TABLE T (\"a\" NUMBER, A NUMBER, \"A b\" NUMBER)",
                "INSERT INTO T VALUES (1, 2, 3)")
            .query("SELECT \"A b\", a, \"a\" FROM T")
            .gives("3|2|1"),
        works("sql-reference/sql/alter-table#add-column")
            .after(
                "CREATE TABLE T (A NUMBER)",
                "INSERT INTO T VALUES (1)",
                "ALTER TABLE T ADD COLUMN B VARCHAR(3) DEFAULT 'x' NOT NULL, C NUMBER(3,1)",
                "ALTER TABLE T ADD COLUMN IF NOT EXISTS B NUMBER",
                "INSERT INTO T (A) VALUES (2)")
            .query("SELECT * FROM T ORDER BY A")
            .gives("1|x|null", "2|x|null"),
        works("sql-reference/sql/alter-table#drop-column")
            .after(
                "CREATE TABLE T (A NUMBER, B VARCHAR(3), C NUMBER)",
                "INSERT INTO T VALUES (1, 'x', 3)",
                "ALTER TABLE T DROP COLUMN A, C",
                "ALTER TABLE T DROP COLUMN IF EXISTS A")
            .query("SELECT * FROM T")
            .gives("x"),
        works("sql-reference/sql/alter-table#rename-column")
            .after(
                "CREATE TABLE T (A VARCHAR(3), B NUMBER)",
                "INSERT INTO T VALUES ('x', 1)",
                "ALTER TABLE T RENAME COLUMN A TO \"a\"")
            .query("SELECT \"a\", B FROM T")
            .gives("x|1"),
        works("sql-reference/sql/alter-table#rename-to")
            .after(
                "CREATE TABLE S (A NUMBER)",
                "INSERT INTO S VALUES (1)",
                "ALTER TABLE S RENAME TO T",
                "ALTER TABLE IF EXISTS S RENAME TO U")
            .query("SELECT * FROM DB.CASES.T")
            .gives("1"),
        works("sql-reference/sql/alter-table-column")
            .after(
                "CREATE TABLE T (A NUMBER(3), B VARCHAR(2) NOT NULL)",
                "INSERT INTO T VALUES (999, 'ab')",
                "ALTER TABLE T ALTER COLUMN A SET DATA TYPE NUMBER(5), COLUMN B DROP NOT NULL",
                "ALTER TABLE T MODIFY B TYPE VARCHAR(4)",
                "INSERT INTO T VALUES (99999, 'abcd'), (NULL, NULL)")
            .query("SELECT * FROM T ORDER BY A")
            .gives("999|ab", "99999|abcd", "null|null"),
        works("user-guide/streams-intro")
            .after(
                "CREATE TABLE S (A NUMBER, B VARCHAR(3)) CHANGE_TRACKING = TRUE",
                "INSERT INTO S VALUES (1, 'x'), (2, 'y')",
                "CREATE STREAM ST ON TABLE S",
                "ALTER TABLE S ADD COLUMN C VARCHAR(2) DEFAULT 'd'",
                "UPDATE S SET B = 'z' WHERE A = 1",
                "INSERT INTO S (A) VALUES (3)",
                "ALTER TABLE S RENAME COLUMN B TO BB",
                "ALTER TABLE S RENAME TO T")
            .query("SELECT A, BB, C, METADATA$ACTION, METADATA$ISUPDATE FROM ST ORDER BY A, BB")
            .gives("1|x|d|DELETE|1", "1|z|d|INSERT|1", "3|null|d|INSERT|0"),
        works("sql-reference/sql/alter-table#change-tracking")
            .after(
                "CREATE TABLE T (A NUMBER)",
                "INSERT INTO T VALUES (1)",
                "ALTER TABLE T SET CHANGE_TRACKING = TRUE COMMENT = 'it''s'")
            .query(
                "SELECT COMMENT, RETENTION_TIME, ROW_COUNT FROM DB.INFORMATION_SCHEMA.TABLES"
                    + " WHERE TABLE_SCHEMA = 'CASES'")
            .gives("it's|1|1"),
        works("sql-reference/sql/create-view")
            .after(
                "CREATE TABLE S (A NUMBER, B VARCHAR)",
                "INSERT INTO S VALUES (1, 'x')",
                "CREATE OR REPLACE SECURE VIEW T (\"key\" COMMENT 'c', V) COMMENT = 'v'"
                    + " AS SELECT A + 1, B FROM S",
                "USE SCHEMA DB.PUBLIC")
            .query("SELECT \"key\", V FROM DB.CASES.T")
            .gives("2|x"),
        works("sql-reference/sql/create-view")
            .after(
                "CREATE TABLE S (A NUMBER)",
                "CREATE SCHEMA DB.OTHER",
                "CREATE VIEW DB.CASES.T AS SELECT * FROM S",
                "DROP SCHEMA DB.OTHER")
            .query(
                "SELECT TABLE_NAME, TABLE_TYPE FROM DB.INFORMATION_SCHEMA.TABLES"
                    + " WHERE TABLE_SCHEMA = 'CASES' ORDER BY 1")
            .gives("S|BASE TABLE", "T|VIEW"),
        works("sql-reference/sql/comment")
            .after(
                "CREATE TABLE T (A NUMBER)",
                "COMMENT ON TABLE T IS 'table'",
                "COMMENT ON COLUMN T.A IS 'column'",
                "COMMENT ON SCHEMA CASES IS 'schema'")
            .query(
                "SELECT T.COMMENT, C.COMMENT, S.COMMENT FROM DB.INFORMATION_SCHEMA.TABLES T"
                    + " JOIN DB.INFORMATION_SCHEMA.COLUMNS C ON C.TABLE_SCHEMA = T.TABLE_SCHEMA"
                    + " JOIN DB.INFORMATION_SCHEMA.SCHEMATA S ON S.SCHEMA_NAME = T.TABLE_SCHEMA"
                    + " WHERE T.TABLE_SCHEMA = 'CASES'")
            .gives("table|column|schema"),
        works("sql-reference/transactions#ddl")
            .after(
                "CREATE TABLE T (A NUMBER)",
                "BEGIN",
                "INSERT INTO T VALUES (1)",
                "CREATE TABLE U (A NUMBER)",
                "ROLLBACK")
            .query("SELECT * FROM T")
            .gives("1"),
        works("sql-reference/sql/use-schema")
            .after("USE DATABASE DB", "USE DB.PUBLIC")
            .query("SELECT CURRENT_DATABASE(), CURRENT_SCHEMA()")
            .gives("DB|PUBLIC"),
        works("sql-reference/sql/create-schema")
            .after("CREATE SCHEMA IF NOT EXISTS DB.CASES", "CREATE TRANSIENT SCHEMA DB.NEXT")
            .query("SELECT CURRENT_SCHEMA()")
            .gives("NEXT"),
        works("sql-reference/sql/drop-schema")
            .after("DROP SCHEMA IF EXISTS DB.NEXT CASCADE", "DROP SCHEMA IF EXISTS DB.NEXT")
            .query("SELECT CURRENT_DATABASE(), CURRENT_SCHEMA()")
            .gives("DB|CASES"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void definesWhatTheDocumentationSays(Case aCase) {
    aCase.statements().forEach(account::run);
    assertThat(account.rows(aCase.query())).isEqualTo(aCase.rows());
  }

  static Stream<Refusal> refusals() {
    return Stream.of(
        refused("sql-reference/constraints-overview", "100072")
            .after("CREATE TABLE T (A NUMBER, PRIMARY KEY (A))", "INSERT INTO T VALUES (NULL)"),
        refused("sql-reference/data-types-text#varchar", "100078")
            .after("CREATE TABLE T (A VARCHAR(2))", "INSERT INTO T VALUES ('abc')"),
        refused("sql-reference/data-types-text#varchar", "100078")
            .after(
                "CREATE TABLE T (A NUMBER)",
                "ALTER TABLE T ADD COLUMN B VARCHAR(2)",
                "INSERT INTO T VALUES (1, 'abc')"),
        refused("sql-reference/sql/create-table", "002002")
            .after("CREATE TABLE T (A NUMBER)", "CREATE TABLE T (A NUMBER)"),
        refused("sql-reference/sql/create-table", "002002")
            .after("CREATE VIEW T AS SELECT 1 AS A", "CREATE OR REPLACE TABLE T (A NUMBER)"),
        refused("sql-reference/sql/create-table", "002003")
            .after("CREATE TABLE DB.MISSING.T (A NUMBER)"),
        refused("sql-reference/sql/create-table", "002025")
            .after("CREATE TABLE T (A NUMBER, a NUMBER)"),
        refused("sql-reference/sql/create-table", "001003")
            .after("CREATE OR REPLACE TABLE IF NOT EXISTS T (A NUMBER)"),
        refused("release-notes/bcr-bundles/2023_08/bcr-1425", "002023")
            .after("CREATE TABLE T (A DATE DEFAULT 1)"),
        refused("sql-reference/sql/create-table", "000002")
            .after("CREATE TABLE T (A NUMBER AUTOINCREMENT)"),
        refused("sql-reference/sql/create-table", "001003")
            .after("CREATE TABLE T (A NUMBER) DEFAULT_DDL_COLLATION = 'en'"),
        refused("sql-reference/sql/alter-table", "000904")
            .after("CREATE TABLE T (A NUMBER, B NUMBER)", "ALTER TABLE T DROP COLUMN C"),
        refused("sql-reference/sql/alter-table", "002003")
            .after("ALTER TABLE T ADD COLUMN C NUMBER"),
        refused("sql-reference/sql/alter-table-column", "002108")
            .after(
                "CREATE TABLE T (A VARCHAR(5))", "ALTER TABLE T ALTER A SET DATA TYPE VARCHAR(4)"),
        refused("sql-reference/sql/alter-table-column", "100072")
            .after(
                "CREATE TABLE T (A NUMBER)",
                "INSERT INTO T VALUES (NULL)",
                "ALTER TABLE T ALTER A SET NOT NULL"),
        refused("sql-reference/sql/create-view", "002062")
            .after("CREATE VIEW T (A) AS SELECT 1, 2"),
        refused("sql-reference/sql/create-view", "002003")
            .after("CREATE VIEW T AS SELECT * FROM MISSING"),
        refused("sql-reference/sql/drop-table", "002203")
            .after("CREATE VIEW T AS SELECT 1 AS A", "DROP TABLE T"),
        refused("sql-reference/sql/drop-table", "002003").after("DROP TABLE T"),
        refused("sql-reference/sql/undrop-table", "000002")
            .after("CREATE TABLE T (A NUMBER)", "DROP TABLE T", "UNDROP TABLE T"),
        refused("sql-reference/sql/use-schema", "002043").after("USE SCHEMA DB.MISSING"),
        refused("sql-reference/sql/use-role", "002043").after("USE ROLE MISSING"),
        refused("sql-reference/sql/use-warehouse", "002043").after("USE WAREHOUSE MISSING"),
        refused("sql-reference/sql/show-tables", "002043")
            .after("SHOW TABLES IN SCHEMA DB.MISSING"),
        refused("sql-reference/sql/alter-session", "001006").after("ALTER SESSION SET MISSING = 1"),
        refused("sql-reference/sql/alter-session", "001008")
            .after("ALTER SESSION SET TIMEZONE = 'Nowhere'"),
        refused("sql-reference/sql/grant-privilege", "001003")
            .after("GRANT FLY ON DATABASE DB TO ROLE PUBLIC"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void refusesWhatSnowflakeRefusesOrTheSandboxCannotDo(Refusal refusal) {
    List<String> statements = refusal.statements();
    int last = statements.size() - 1;
    statements.subList(0, last).forEach(account::run);
    assertThatThrownBy(() -> account.run(statements.get(last)))
        .isInstanceOfSatisfying(
            SnowflakeException.class, e -> assertThat(e.code()).isEqualTo(refusal.code()));
  }

  // -- how cases are written

  private record Works(String page, List<String> statements, String query) {
    Works after(String... before) {
      return new Works(page, List.of(before), query);
    }

    Works query(String sql) {
      return new Works(page, statements, sql);
    }

    Case gives(String... rows) {
      return new Case(page, statements, query, List.of(rows));
    }
  }

  private record Refused(String page, String code) {
    Refusal after(String... statements) {
      return new Refusal(page, List.of(statements), code);
    }
  }

  private static Works works(String page) {
    return new Works(page, List.of(), "");
  }

  private static Refused refused(String page, String code) {
    return new Refused(page, code);
  }
}
