package dev.freshet.sandbox.snowflake.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freshet.sandbox.snowflake.account.Account;
import dev.freshet.sandbox.snowflake.account.Client;
import dev.freshet.sandbox.snowflake.engine.StatementObserver;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** sql-reference/sql/create-procedure, sql-reference/transactions (scoped transactions). */
final class ProcedureTest {

  @TempDir static Path directory;
  private static Account account;
  private static Client client;

  @BeforeAll
  static void start() throws Exception {
    account = Account.in(directory);
    client = account.connect();
    client.execute("CREATE STAGE CODE");
    Path jar = HandlerJar.compiledIn(directory);
    client.execute("PUT file://" + jar + " @CODE/h1/ AUTO_COMPRESS=FALSE OVERWRITE=FALSE");
    client.execute("CREATE TABLE NOTES (N NUMBER, TEXT VARCHAR)");
    create("RUN(STATEMENTS VARCHAR) RETURNS VARCHAR", "run", "OWNER");
    create("RUN_AND_FAIL(STATEMENTS VARCHAR) RETURNS VARCHAR", "runAndFail", "OWNER");
    create("REFUSED(STATEMENT VARCHAR) RETURNS VARCHAR", "refused", "OWNER");
  }

  @AfterAll
  static void stop() throws Exception {
    client.close();
    account.close();
  }

  @Test
  void passesArgumentsAndTheReturnedValue() throws SQLException {
    create("ECHO(T VARCHAR, N NUMBER, F BOOLEAN, J VARIANT) RETURNS VARCHAR", "echo", "OWNER");
    assertThat(client.value("CALL ECHO('it''s', 2 + 40, TRUE, NULL)"))
        .isEqualTo("it's 42 true null");
    assertThat(client.value("CALL DB.PUBLIC.ECHO(NULL, 7, NULL, PARSE_JSON('{\"a\":1}'))"))
        .isEqualTo("null 7 null {\"a\":1}");
  }

  @Test
  void returnsBooleansAndVariants() throws SQLException {
    create("IS_NOT(F BOOLEAN) RETURNS BOOLEAN", "not", "OWNER");
    create("JSON() RETURNS VARIANT", "json", "OWNER");
    assertThat(client.value("CALL IS_NOT(FALSE)")).isEqualToIgnoringCase("true");
    assertThat(client.value("CALL JSON()")).isEqualToIgnoringWhitespace("{\"a\":[1,2]}");
  }

  @Test
  void runsWithItsOwnersOrItsCallersRole() throws SQLException {
    create("AS_OWNER(STATEMENTS VARCHAR) RETURNS VARCHAR", "run", "OWNER");
    create("AS_CALLER(STATEMENTS VARCHAR) RETURNS VARCHAR", "refused", "CALLER");
    client.execute("CREATE OR REPLACE ROLE CALLS");
    for (String grant :
        new String[] {
          "USAGE ON DATABASE DB",
          "USAGE ON SCHEMA DB.PUBLIC",
          "USAGE ON PROCEDURE DB.PUBLIC.AS_OWNER(VARCHAR)",
          "USAGE ON PROCEDURE DB.PUBLIC.AS_CALLER(VARCHAR)",
          "READ ON STAGE DB.PUBLIC.CODE"
        }) {
      client.execute("GRANT " + grant + " TO ROLE CALLS");
    }
    try (Client caller = account.connect()) {
      caller.execute("USE ROLE CALLS");
      assertThat(caller.value("CALL AS_OWNER('SELECT COUNT(*) FROM NOTES; SELECT CURRENT_ROLE()')"))
          .isEqualTo("ACCOUNTADMIN");
      assertThat(caller.value("CALL AS_CALLER('SELECT * FROM NOTES')"))
          .contains("'DB.PUBLIC.NOTES' does not exist or not authorized");
      assertThat(caller.value("SELECT CURRENT_ROLE()")).isEqualTo("CALLS");
      assertThatThrownBy(() -> caller.value("CALL RUN('SELECT 1')"))
          .hasMessageContaining("Unknown function");
    }
  }

  @Test
  void aStageIsReadAndWrittenWithPrivilegesOnIt() throws SQLException {
    client.execute("CREATE OR REPLACE ROLE FILES");
    client.execute("GRANT USAGE ON DATABASE DB TO ROLE FILES");
    client.execute("GRANT USAGE ON SCHEMA DB.PUBLIC TO ROLE FILES");
    try (Client files = account.connect()) {
      files.execute("USE ROLE FILES");
      assertThatThrownBy(() -> files.rows("LIST @CODE")).hasMessageContaining("not authorized");
      client.execute("GRANT READ ON STAGE CODE TO ROLE FILES");
      files.rows("LIST @CODE");
      assertThatThrownBy(() -> files.rows("REMOVE @CODE/none"))
          .hasMessageContaining("Insufficient privileges to operate on stage 'CODE'");
    }
  }

  @Test
  void takesBindVariables() throws SQLException {
    try (var call = client.connection().prepareStatement("CALL RUN(?)")) {
      call.setString(1, "SELECT 'bound'");
      try (var result = call.executeQuery()) {
        assertThat(result.next()).isTrue();
        assertThat(result.getString(1)).isEqualTo("bound");
      }
    }
  }

  @Test
  void choosesTheOverloadByTheNumberOfArguments() throws SQLException {
    create("PICK(A VARCHAR) RETURNS VARCHAR", "run", "OWNER");
    create(
        "PICK(A VARCHAR, N NUMBER, F BOOLEAN DEFAULT TRUE, J VARIANT DEFAULT NULL)"
            + " RETURNS VARCHAR",
        "echo",
        "OWNER");
    assertThat(client.value("CALL PICK('SELECT 5')")).isEqualTo("5");
    assertThat(client.value("CALL PICK('x', 1)")).isEqualTo("x 1 true null");
    assertThat(client.named("arguments", "SHOW PROCEDURES LIKE 'PICK' IN SCHEMA DB.PUBLIC"))
        .hasSize(2);
  }

  @Test
  void hidesTheServerAndDuckDbFromTheHandler() throws SQLException {
    create("VISIBLE(C VARCHAR) RETURNS VARCHAR", "visible", "OWNER");
    assertThat(client.value("CALL VISIBLE('org.duckdb.DuckDBDriver')")).isEqualTo("hidden");
    assertThat(client.value("CALL VISIBLE('dev.freshet.sandbox.snowflake.engine.Engine')"))
        .isEqualTo("hidden");
    assertThat(client.value("CALL VISIBLE('com.snowflake.snowpark_java.Session')"))
        .isEqualTo("com.snowflake.snowpark_java.Session");
  }

  @Test
  void worksInTheSessionOfItsCaller() throws SQLException {
    String mine = client.value("SELECT CURRENT_SESSION()");
    assertThat(client.value("CALL RUN('SELECT CURRENT_SESSION()')")).isEqualTo(mine);
  }

  @Test
  void commitsATransactionOfItsOwn() throws SQLException {
    client.value("CALL RUN('BEGIN TRANSACTION; INSERT INTO NOTES VALUES (1, ''kept''); COMMIT')");
    assertThat(client.column("SELECT TEXT FROM NOTES WHERE N = 1")).containsExactly("kept");
  }

  @Test
  void rollsBackAndReportsATransactionLeftOpen() throws SQLException {
    assertThatThrownBy(
            () -> client.value("CALL RUN('BEGIN; INSERT INTO NOTES VALUES (2, ''lost'')')"))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getErrorCode()).isEqualTo(90232))
        .hasMessageContaining("Scoped transaction started in stored procedure is incomplete");
    assertThat(client.column("SELECT TEXT FROM NOTES WHERE N = 2")).isEmpty();
  }

  @Test
  void rollsBackAndTellsWhatTheHandlerThrew() throws SQLException {
    assertThatThrownBy(
            () ->
                client.value("CALL RUN_AND_FAIL('BEGIN; INSERT INTO NOTES VALUES (3, ''lost'')')"))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getErrorCode()).isEqualTo(100357))
        .hasMessageContaining("RUN_AND_FAIL")
        .hasMessageContaining("java.lang.IllegalStateException: the well is dry");
    assertThat(client.column("SELECT TEXT FROM NOTES WHERE N = 3")).isEmpty();
  }

  @Test
  void isNotAtomicOutsideATransaction() {
    assertThatThrownBy(
        () -> client.value("CALL RUN_AND_FAIL('INSERT INTO NOTES VALUES (4, ''stays'')')"));
    assertThat(query("SELECT TEXT FROM NOTES WHERE N = 4")).isEqualTo("stays");
  }

  @Test
  void keepsTheCallersTransactionOpen() throws SQLException {
    client.execute("BEGIN");
    client.value("CALL RUN('INSERT INTO NOTES VALUES (5, ''outer'')')");
    client.execute("ROLLBACK");
    assertThat(client.column("SELECT TEXT FROM NOTES WHERE N = 5")).isEmpty();
  }

  @Test
  void cannotEndTheCallersTransaction() throws SQLException {
    client.execute("BEGIN");
    client.execute("INSERT INTO NOTES VALUES (8, 'outer')");
    assertThat(refused("COMMIT")).contains("different scope");
    client.execute("ROLLBACK");
    assertThat(client.column("SELECT TEXT FROM NOTES WHERE N = 8")).isEmpty();
  }

  @Test
  void refusesWhatOwnersRightsDoNotAllow() throws SQLException {
    assertThat(refused("USE SCHEMA DB.PUBLIC")).contains("Unsupported statement type 'USE'");
    assertThat(refused("ALTER SESSION SET TIMEZONE = 'UTC'")).contains("ALTER_SESSION");
    assertThat(refused("REMOVE @CODE/h1/")).contains("Unsupported statement type 'REMOVE'");
    assertThat(refused("LIST @CODE")).isEqualTo("accepted");
  }

  @Test
  void allowsACallersRightsProcedureToChangeTheSession() throws SQLException {
    create("AS_CALLER(STATEMENTS VARCHAR) RETURNS VARCHAR", "run", "CALLER");
    client.value("CALL AS_CALLER('USE SCHEMA DB.PUBLIC')");
  }

  @Test
  void callsProceduresFromProcedures() throws SQLException {
    assertThat(client.value("CALL RUN('CALL DB.PUBLIC.RUN(''SELECT 6'')')")).isEqualTo("6");
  }

  @Test
  void failsIfItsSessionIsKilledMeanwhile() throws SQLException {
    try (Client victim = account.connect()) {
      long id = Long.parseLong(victim.value("SELECT CURRENT_SESSION()"));
      account.snowflake().engine().observe(new KillAt(id, "SELECT 'now'"));
      assertThatThrownBy(
              () ->
                  victim.value(
                      "CALL RUN('INSERT INTO NOTES VALUES (7, ''before''); SELECT ''now''')"))
          .isInstanceOf(SQLException.class);
      assertThat(client.column("SELECT TEXT FROM NOTES WHERE N = 7")).containsExactly("before");
    } finally {
      account.snowflake().engine().observe(StatementObserver.NONE);
    }
  }

  @Test
  void saysWhichProcedureIsMissing() {
    assertThatThrownBy(() -> client.value("CALL NO_SUCH_THING(1)"))
        .hasMessageContaining("Unknown function DB.PUBLIC.NO_SUCH_THING with 1 argument(s)");
  }

  @Test
  void saysWhichHandlerIsMissing() throws SQLException {
    create("BROKEN() RETURNS VARCHAR", "noSuchMethod", "OWNER");
    assertThatThrownBy(() -> client.value("CALL BROKEN()"))
        .hasMessageContaining("HANDLER 'Handlers.noSuchMethod'");
  }

  @Test
  void refusesWhatItCannotImitate() {
    assertThatThrownBy(
            () ->
                client.execute(
                    "CREATE PROCEDURE P() RETURNS VARCHAR LANGUAGE PYTHON HANDLER = 'x'"))
        .hasMessageContaining("procedures in PYTHON");
    assertThatThrownBy(
            () -> client.execute("CREATE PROCEDURE P(D DATE) RETURNS VARCHAR LANGUAGE JAVA"))
        .hasMessageContaining("type DATE");
  }

  @Test
  void describesAndDrops() throws SQLException {
    create("SHORT_LIVED(A VARCHAR) RETURNS VARCHAR", "run", "OWNER");
    assertThat(client.column("DESCRIBE PROCEDURE SHORT_LIVED(VARCHAR)")).contains("handler");
    client.execute("DROP PROCEDURE SHORT_LIVED(VARCHAR)");
    client.execute("DROP PROCEDURE IF EXISTS SHORT_LIVED(VARCHAR)");
    assertThatThrownBy(() -> client.execute("DROP PROCEDURE SHORT_LIVED(VARCHAR)"))
        .hasMessageContaining("does not exist or not authorized");
  }

  private static String refused(String statement) throws SQLException {
    return String.valueOf(client.value("CALL REFUSED('" + statement.replace("'", "''") + "')"));
  }

  private static String query(String sql) {
    try {
      return String.valueOf(client.value(sql));
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static void create(String signature, String method, String rights) throws SQLException {
    client.execute(
        "CREATE OR REPLACE PROCEDURE "
            + signature
            + " LANGUAGE JAVA RUNTIME_VERSION = '17' PACKAGES = ('com.snowflake:snowpark:1.16.0')"
            + " IMPORTS = ('@DB.PUBLIC.CODE/h1/handlers.jar') HANDLER = 'Handlers."
            + method
            + "' EXECUTE AS "
            + rights);
  }
}
