package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.sandbox.snowflake.engine.StatementObserver;
import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a release publishes was not published before, and what it remembers is not taken back. */
@ExtendWith(SharedAccount.class)
class ReleaseOnceTest {
  private static final String REASON = "{\"reason\": \"test\"}";

  @Test
  void aBadCopyOfAPublishedEventThatGoesIsNoReasonToPublishItAgain(ExportAccount account)
      throws Exception {
    Fact fact = publishedEvent(account);
    fact.change("INSERT INTO %s VALUES (1, 20, '2026-01-01', 'far too long')");
    fact.export();
    fact.change("DELETE FROM %s WHERE T <> 'short'");

    fact.release(REASON);

    assertThat(fact.manifests()).hasSize(1);
    assertThat(open(fact)).isEqualTo("0");
  }

  @Test
  void aBadCopyThatCameAndWentBetweenTwoRunsIsNoReasonEither(ExportAccount account)
      throws Exception {
    Fact fact = publishedEvent(account);
    fact.change(
        "INSERT INTO %s VALUES (1, 20, '2026-01-01', 'far too long')",
        "DELETE FROM %s WHERE T <> 'short'");
    fact.export();

    fact.release(REASON);

    assertThat(fact.manifests()).hasSize(1);
    assertThat(open(fact)).isEqualTo("0");
  }

  @Test
  void aBadCopyThatGoesWhileAReleaseIsAtWorkWaitsForTheNextRun(ExportAccount account)
      throws Exception {
    Fact fact = publishedEvent(account);
    fact.change("INSERT INTO %s VALUES (1, 20, '2026-01-01', 'far too long')");
    fact.export();
    try (Connection session = account.connect()) {
      Beside beside =
          new Beside(
              "ATTEMPT = ATTEMPT + 1", 2, () -> fact.change("DELETE FROM %s WHERE T <> 'short'"));
      account.observe(beside);
      ExportAccount.release(session, fact.name(), REASON);
      assertThat(beside.isDone()).isTrue();
    } finally {
      account.observe(StatementObserver.NONE);
    }
    fact.export();

    assertThat(fact.manifests()).hasSize(1);
    assertThat(open(fact)).isEqualTo("0");
  }

  @Test
  void anEventRepairedInPlaceBetweenItsInsertAndTheRunIsStillReleased(ExportAccount account)
      throws Exception {
    Fact fact = FactBuilder.event(account).with("onViolation", "{doesNotFit: reject}").register();
    fact.change("INSERT INTO %s VALUES (1, 20, '2026-01-01', 'far too long')");
    fact.export();
    fact.change("UPDATE %s SET T = 'short'");

    assertThat(fact.release(REASON).get("released").asInt()).isEqualTo(1);
  }

  @Test
  void anotherRowOfAReleasedKeyThatLeavesTakesNothingBack(ExportAccount account) throws Exception {
    Fact fact = conditional(account);
    fact.change("INSERT INTO %s VALUES (1, 'one', 1, 5)");
    fact.export();
    fact.change("INSERT INTO %s VALUES (1, 'two', 2, 5), (1, 'three', 3, 3)");
    fact.export(); // duplicates both
    fact.change("DELETE FROM %s WHERE A = 'one'");
    fact.export();
    inForce(fact, "1.1.0", "w > 4");
    fact.release(REASON);
    assertThat(fact.published()).containsExactly("U 1 two 2.00");
    inForce(fact, "1.2.0", "w > 2");
    fact.change("DELETE FROM %s WHERE A = 'three'");

    fact.export();

    assertThat(fact.folded()).containsOnlyKeys("1");
  }

  @Test
  void aHolderThatTheConditionNoLongerLetsInIsNotTheRowThatIsReleased(ExportAccount account)
      throws Exception {
    Fact fact = conditional(account);
    fact.change("INSERT INTO %s VALUES (1, 'one', 1, 5)");
    fact.export();
    fact.change("UPDATE %s SET A = 'one, but too long'", "INSERT INTO %s VALUES (1, 'two', 2, 9)");
    fact.export(); // 'one' holds the key and no longer fits; 'two' is a duplicate
    inForce(fact, "1.1.0", "w > 7");
    fact.release(REASON);
    assertThat(fact.published()).containsExactly("U 1 two 2.00");
    fact.change("DELETE FROM %s WHERE W = 5");

    fact.export();

    assertThat(fact.folded()).containsOnlyKeys("1");
    fact.change("DELETE FROM %s");
    fact.export();
    assertThat(fact.folded()).isEmpty();
  }

  private static Fact publishedEvent(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.event(account).with("onViolation", "{doesNotFit: reject}").register();
    fact.change("INSERT INTO %s VALUES (1, 20, '2026-01-01', 'short')");
    fact.export();
    return fact;
  }

  private static Fact conditional(ExportAccount account) throws Exception {
    return FactBuilder.state(account)
        .column("W NUMBER(9,0)")
        .with("where", "w > 2")
        .with("onViolation", "{duplicateKey: reject, doesNotFit: reject}")
        .register();
  }

  /** Puts a version with another condition in force. */
  private static void inForce(Fact fact, String version, String condition) throws Exception {
    String text =
        fact.contractText()
            .replace("w > 2", condition)
            .replace("version: 1.0.0", "version: " + version);
    fact.account()
        .execute(
            "INSERT INTO FRESHET.APP.CONTRACTS (CONTRACT, VERSION, TEXT) SELECT '"
                + fact.id()
                + "', '"
                + version
                + "', '"
                + text
                + "'",
            "UPDATE " + fact.schema() + ".HEAD SET CONTRACT_VERSION = '" + version + "'");
  }

  private static String open(Fact fact) throws Exception {
    return fact.account()
        .one(
            "SELECT COUNT(*) FROM FRESHET.APP.OPEN_REJECTIONS WHERE CONTRACT = '"
                + fact.id()
                + "'");
  }
}
