package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A source that is no more what the contract was made for halts it before anything is taken. */
@ExtendWith(SharedAccount.class)
class DriftTest {

  @Test
  void aRenamedColumnHaltsAndSaysWhatItLooksRenamedTo(ExportAccount account) throws Exception {
    Fact fact = withRows(account);
    fact.change("ALTER TABLE %s RENAME COLUMN A TO TITLE");

    haltsFor(fact, "columnRenamed", "column A of " + fact.table() + " looks renamed to TITLE");
    assertThatThrownBy(() -> fact.resume("nothing was done"))
        .hasMessageContaining("columnRenamed")
        .hasMessageContaining("physicalName");

    fact.change("ALTER TABLE %s RENAME COLUMN TITLE TO A");
    fact.resume("renamed back");
    fact.export();
    new Guarantees(fact).hold();
  }

  @Test
  void aDroppedColumnHalts(ExportAccount account) throws Exception {
    Fact fact = withRows(account);
    fact.change("ALTER TABLE %s DROP COLUMN B");

    haltsFor(fact, "columnGone", "column B of " + fact.table() + " is gone; it has [K, A]");
  }

  @Test
  void aColumnOfAnotherTypeHalts(ExportAccount account) throws Exception {
    Fact fact = withRows(account);
    fact.change("ALTER TABLE %s DROP COLUMN A", "ALTER TABLE %s ADD COLUMN A NUMBER(9,0)");

    haltsFor(fact, "columnRetyped", "column A of " + fact.table() + " was TEXT and is NUMBER");
  }

  @Test
  void moreDigitsOfASecondHaltBecauseTheyWouldBeCut(ExportAccount account) throws Exception {
    Fact fact =
        FactBuilder.state(account).field("at", "TIMESTAMP_NTZ(3)", "TIMESTAMP_NTZ(3)").register();
    fact.change("ALTER TABLE %s DROP COLUMN AT", "ALTER TABLE %s ADD COLUMN AT TIMESTAMP_NTZ(9)");
    fact.change("INSERT INTO %s VALUES (1, 'a', 1, '2026-01-01 00:00:00.123456789')");

    haltsFor(fact, "columnWidened", "was TIMESTAMP_NTZ(3) and is TIMESTAMP_NTZ(9)");
  }

  @Test
  void aWiderTextIsNoDriftBecauseEachValueIsHeldToThePromise(ExportAccount account)
      throws Exception {
    Fact fact = withRows(account);
    fact.change("ALTER TABLE %s ALTER COLUMN A SET DATA TYPE VARCHAR(200)");

    fact.export();

    new Guarantees(fact).hold();
  }

  @Test
  void aColumnThatOnlyAConditionReadsIsWatchedToo(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).with("where", "B > 0").register();
    fact.change("INSERT INTO %s VALUES (1, 'a', 1)", "ALTER TABLE %s RENAME COLUMN B TO C");

    haltsFor(fact, "columnRenamed", "column B");
  }

  @Test
  void aReplacedSourceHalts(ExportAccount account) throws Exception {
    Fact fact = withRows(account);
    fact.change(
        "CREATE OR REPLACE TABLE %s (K NUMBER(38,0), A VARCHAR(20), B NUMBER(14,4))",
        "INSERT INTO %s VALUES (2, 'b', 1)");

    haltsFor(fact, "sourceReplaced", "another table than the one its stream reads");
  }

  @Test
  void aDroppedSourceHalts(ExportAccount account) throws Exception {
    Fact fact = withRows(account);
    fact.change("DROP TABLE %s");

    haltsFor(fact, "sourceGone", fact.table() + " is not there, or may not be read");
  }

  @Test
  void aRenamedSourceHaltsAndGoesOnUnderItsName(ExportAccount account) throws Exception {
    Fact fact = withRows(account);
    String other = fact.table() + "_OLD";
    account.execute("ALTER TABLE " + fact.table() + " RENAME TO " + other);

    haltsFor(fact, "sourceGone", "it looks renamed to that");

    account.execute("ALTER TABLE " + other + " RENAME TO " + fact.table());
    fact.resume("renamed back");
    fact.export();
    new Guarantees(fact).hold();
  }

  @Test
  void aDroppedStreamHalts(ExportAccount account) throws Exception {
    Fact fact = withRows(account);
    account.execute("DROP STREAM " + fact.schema() + ".SOURCE_STREAM");

    haltsFor(fact, "streamGone", "the stream on " + fact.table() + " is not there");
  }

  @Test
  void anEventSourceThatIsUpdatedOrDeletedFromHalts(ExportAccount account) throws Exception {
    Fact fact = event(account, "refuse");
    fact.change(
        "INSERT INTO %s VALUES (1, 10, '2026-01-01'), (2, 20, '2026-01-01'), (3, 30, '2026-01-01')");
    fact.export();
    fact.change("UPDATE %s SET ID = 11 WHERE K = 1", "DELETE FROM %s WHERE K = 2");
    fact.change("INSERT INTO %s VALUES (4, 40, '2026-01-02')");

    haltsFor(fact, "sourceRewritten", "2 rows of " + fact.table() + " were updated or deleted");

    fact.resume("the correction is published as an event of its own");
    fact.export();
    assertThat(fact.manifests()).hasSize(2);
    fact.change("DELETE FROM %s WHERE K = 3");
    haltsFor(fact, "sourceRewritten", "1 rows");
  }

  @Test
  void anEventContractThatTakesRewritesGoesOnAndCountsThem(ExportAccount account) throws Exception {
    Fact fact = event(account, "accept");
    fact.change("INSERT INTO %s VALUES (1, 10, '2026-01-01')");
    fact.export();
    fact.change("UPDATE %s SET ID = 11 WHERE K = 1");
    fact.change("INSERT INTO %s VALUES (2, 20, '2026-01-01')");

    fact.export();

    assertThat(fact.manifests()).hasSize(2);
    assertThat(account.rows("SELECT REWRITTEN FROM " + fact.schema() + ".REWRITES"))
        .containsExactly(List.of("1"));
  }

  @Test
  void whatWasRewrittenWhileAContractIsHaltedForSomethingElseIsStillTold(ExportAccount account)
      throws Exception {
    Fact fact = event(account, "refuse");
    fact.change("INSERT INTO %s VALUES (1, 10, '2026-01-01')");
    fact.export();
    account.execute("ALTER TABLE " + fact.table() + " RENAME COLUMN DAY TO DATE_OF");
    fact.change("INSERT INTO %s VALUES (2, 20, '2026-01-02')");
    haltsFor(fact, "columnRenamed", "column DAY");
    account.execute("ALTER TABLE " + fact.table() + " RENAME COLUMN DATE_OF TO DAY");
    fact.change("DELETE FROM %s WHERE K = 1");

    fact.resume("renamed back");

    haltsFor(fact, "sourceRewritten", "1 rows");
  }

  private static Fact withRows(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).register();
    fact.change("INSERT INTO %s VALUES (1, 'a', 1)");
    return fact;
  }

  private static Fact event(ExportAccount account, String rewrites) throws Exception {
    return new FactBuilder(account)
        .key("k", "NUMBER(9,0)", "NUMBER(9,0)")
        .field("id", "NUMBER(9,0)", "NUMBER(9,0)", "required: true")
        .field("day", "DATE", "DATE")
        .with("kind", "event")
        .with("eventTime", "day")
        .with("identity", "[id]")
        .with("rewrites", rewrites)
        .register();
  }

  private static void haltsFor(Fact fact, String reason, String found) throws Exception {
    int before = fact.manifests().size();
    assertThatThrownBy(fact::export)
        .hasMessageContaining(fact.id() + " is halted (" + reason + ")")
        .hasMessageContaining(found)
        .hasMessageContaining("the testers");
    assertThat(fact.manifests()).hasSize(before);
    assertThat(fact.standingHalts()).containsExactly(reason);
    assertThat(fact.taskState()).isEqualTo("suspended");
  }
}
