package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What can be a contract's source, what cannot, and what its owner is told to do about it. */
@ExtendWith(SharedAccount.class)
class SourcesTest {
  private static final String TRACKED = "CREATE VIEW %s CHANGE_TRACKING = TRUE AS ";

  private static final String REFRESH = "ALTER DYNAMIC TABLE %s REFRESH";

  @Test
  void aStateContractOnAViewPublishesWhatComesIntoItAndGoes(ExportAccount account)
      throws Exception {
    Fact fact = onView(account, TRACKED + "SELECT K, A, B FROM %s_BASE WHERE B > 0");
    account.registerText(fact.contractText());
    fact.change("INSERT INTO %s_BASE VALUES (1, 'a', 1), (2, 'b', 1), (3, 'out', 0)");
    fact.export();
    fact.change(
        "UPDATE %s_BASE SET B = 0 WHERE K = 1",
        "UPDATE %s_BASE SET B = 3 WHERE K = 3", "UPDATE %s_BASE SET A = 'c' WHERE K = 2");

    fact.export();

    assertThat(fact.published()).containsExactly("D 1 - -", "U 2 c 1.00", "U 3 out 3.00");
    assertThat(fact.head("SOURCE_VERSION")).as("views have none").isNull();
    fact.change("DELETE FROM %s_BASE WHERE K = 2");
    fact.export();
    new Guarantees(fact).hold();
  }

  @Test
  void aChangeOfAJoinedTableIsAFactOfTheView(ExportAccount account) throws Exception {
    Fact fact =
        onView(
            account,
            "CREATE TABLE %s_NAMES (ID NUMBER(38,0), NAME VARCHAR(20))",
            TRACKED + "SELECT b.K, n.NAME AS A, b.B FROM %s_BASE b JOIN %s_NAMES n ON n.ID = b.K");
    account.registerText(fact.contractText());
    fact.change(
        "INSERT INTO %s_BASE VALUES (1, NULL, 1), (2, NULL, 2)",
        "INSERT INTO %s_NAMES VALUES (1, 'one'), (2, 'two')");
    fact.export();

    fact.change("UPDATE %s_NAMES SET NAME = 'zwei' WHERE ID = 2");
    fact.export();

    assertThat(fact.published()).containsExactly("U 2 zwei 2.00");
    new Guarantees(fact).hold();
  }

  @Test
  void anEventContractOnAViewPublishesItsInserts(ExportAccount account) throws Exception {
    Fact fact = event(account);
    fact.change(
        "ALTER TABLE %s RENAME TO %s_BASE", TRACKED + "SELECT K, ID, DAY FROM %s_BASE WHERE K > 0");
    account.registerText(fact.contractText());
    fact.change("INSERT INTO %s_BASE VALUES (1, 10, '2026-01-01'), (0, 11, '2026-01-01')");

    fact.export();

    assertThat(fact.published()).containsExactly("U 1 10 20454");
    fact.change("DELETE FROM %s_BASE WHERE K = 1");
    assertThatThrownBy(fact::export).hasMessageContaining("sourceRewritten");
  }

  @Test
  void aViewThatGroupsIsRefusedWithTheWayOut(ExportAccount account) throws Exception {
    Fact fact =
        onView(
            account,
            "CREATE VIEW %s AS SELECT K, MAX(A) AS A, MAX(B) AS B FROM %s_BASE GROUP BY K");

    assertRefused(
        account, fact, "no-stream", fact.table() + " is a view with GROUP BY", "dynamic table");
  }

  @Test
  void whatAViewInsideAViewDoesIsSaidBySnowflake(ExportAccount account) throws Exception {
    Fact fact =
        onView(
            account,
            "CREATE VIEW %s_INNER AS SELECT DISTINCT K, A, B FROM %s_BASE",
            "CREATE VIEW %s AS SELECT K, A, B FROM %s_INNER");

    assertRefused(account, fact, "change-tracking-off", "ALTER VIEW", "ALTER TABLE");
  }

  @Test
  void aSecureViewIsRefusedBecauseNothingKeepsItsChanges(ExportAccount account) throws Exception {
    Fact fact = onView(account, "CREATE SECURE VIEW %s AS SELECT K, A, B FROM %s_BASE");

    assertRefused(account, fact, "no-stream", "is a secure view", "stands still for a day");
  }

  @Test
  void aReplacedTableUnderAViewHalts(ExportAccount account) throws Exception {
    Fact fact = onView(account, TRACKED + "SELECT K, A, B FROM %s_BASE");
    account.registerText(fact.contractText());
    fact.change(
        "CREATE OR REPLACE TABLE %s_BASE (K NUMBER(38,0), A VARCHAR(20), B NUMBER(14,4))",
        "INSERT INTO %s_BASE VALUES (1, 'a', 1)");

    assertThatThrownBy(fact::export).hasMessageContaining("is halted (sourceReplaced)");
  }

  @Test
  void anIncrementalDynamicTablePublishesWhatARefreshChanged(ExportAccount account)
      throws Exception {
    Fact fact = onView(account, dynamic("INCREMENTAL"));
    account.registerText(fact.contractText());
    fact.change("INSERT INTO %s_BASE VALUES (1, 'a', 1), (2, 'b', 2)", REFRESH);
    fact.export();
    fact.change("UPDATE %s_BASE SET A = 'c' WHERE K = 2", "DELETE FROM %s_BASE WHERE K = 1");
    fact.export();
    assertThat(fact.manifests()).as("nothing before the refresh").hasSize(1);

    fact.change(REFRESH);
    fact.export();

    assertThat(fact.published()).containsExactly("D 1 - -", "U 2 c 2.00");
    new Guarantees(fact).hold();
  }

  @Test
  void aDynamicTableThatIsRefreshedInFullIsRefused(ExportAccount account) throws Exception {
    Fact fact = onView(account, dynamic("FULL"));

    assertRefused(account, fact, "no-stream", "with refresh mode FULL", "REFRESH_MODE");
  }

  private static String dynamic(String mode) {
    return "CREATE DYNAMIC TABLE %s TARGET_LAG = '1 minute' WAREHOUSE = W REFRESH_MODE = "
        + mode
        + " AS SELECT K, A, B FROM %s_BASE";
  }

  /** The contract's table becomes the base of a view under its name. */
  private static Fact onView(ExportAccount account, String... statements) throws Exception {
    Fact fact = FactBuilder.state(account).unregistered();
    fact.change("ALTER TABLE %s RENAME TO %s_BASE");
    fact.change(statements);
    return fact;
  }

  private static Fact event(ExportAccount account) throws Exception {
    return new FactBuilder(account)
        .key("k", "NUMBER(9,0)", "NUMBER(9,0)")
        .field("id", "NUMBER(9,0)", "NUMBER(9,0)", "required: true")
        .field("day", "DATE", "DATE")
        .with("kind", "event")
        .with("eventTime", "day")
        .with("identity", "[id]")
        .unregistered();
  }

  private static void assertRefused(ExportAccount account, Fact fact, String... words) {
    assertThatThrownBy(() -> account.registerText(fact.contractText())).message().contains(words);
  }
}
