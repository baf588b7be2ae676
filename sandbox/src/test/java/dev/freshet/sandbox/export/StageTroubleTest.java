package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freshet.contract.stage.StageLayout;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementObserver;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files that nobody announced are no facts, and a copy of a contract does not overwrite one. */
@ExtendWith(SharedAccount.class)
class StageTroubleTest {
  private ExportAccount account;

  @BeforeEach
  void take(ExportAccount shared) {
    account = shared;
  }

  @AfterEach
  void observeNoMore() {
    account.observe(StatementObserver.NONE);
  }

  /** Snowflake begins a COPY anew under another query id, and does not get to tidy up before. */
  @Test
  void filesOfACopyThatWasTriedTwiceAreNotAnnounced() throws Exception {
    Fact fact = FactBuilder.state(account).register();
    fact.change("INSERT INTO %s VALUES (1, 'a', 1), (2, 'b', 2)");
    long attempt = Long.parseLong(fact.head("ATTEMPT"));
    account.observe(afterTheCopy("data_01b00000-0000-0000-0000-000000000000_0_0_0.snappy.parquet"));

    assertThatThrownBy(fact::export)
        .hasMessageContaining("has 2 files, COPY")
        .hasMessageContaining("another folder");
    assertThat(fact.manifests()).isEmpty();
    account.observe(StatementObserver.NONE);
    fact.export();

    new Guarantees(fact).hold();
    assertThat(fact.last().parts())
        .allMatch(part -> part.key().startsWith(StageLayout.dataFolder(fact.id(), 1, attempt + 2)));
  }

  @Test
  void aFileOfAnEventContractThatIsNotTheOneCopyReportsIsNotAnnounced() throws Exception {
    Fact fact = FactBuilder.event(account).register();
    fact.change("INSERT INTO %s VALUES (1, 1, '2026-01-01', 'a')");
    account.observe(afterTheCopy("data.snappy.parquet"));

    assertThatThrownBy(fact::export).hasMessageContaining("does not have data.snappy.parquet with");
    account.observe(StatementObserver.NONE);
    fact.export();

    new Guarantees(fact).holdOfEvents();
  }

  @Test
  void orphansBesideTheFoldersOfARunAreNoFacts() throws Exception {
    Fact fact = FactBuilder.state(account).register();
    fact.change("INSERT INTO %s VALUES (1, 'a', 1)");
    long attempt = Long.parseLong(fact.head("ATTEMPT"));
    for (long other : List.of(attempt, attempt + 2)) {
      account
          .stage()
          .write(StageLayout.dataFolder(fact.id(), 1, other) + "data_0_0_0.snappy.parquet", "?");
    }

    fact.export();

    new Guarantees(fact).hold();
  }

  /** A table restored in its place by Time Travel, while the stage went on. */
  @Test
  void aContractThatWasSetBackHaltsBeforeItTellsAnotherStory() throws Exception {
    Fact fact = FactBuilder.state(account).register();
    fact.change("INSERT INTO %s VALUES (1, 'a', 1)");
    fact.export();
    String told = account.stage().text(StageLayout.manifest(fact.id(), 1));
    account.execute(
        "UPDATE "
            + fact.schema()
            + ".HEAD SET SEQUENCE = 0, ANNOUNCED = 0, WRITTEN = 0, DIGEST = NULL, MANIFEST = NULL,"
            + " SOURCE_VERSION = NULL",
        "DELETE FROM FRESHET.APP.CHANGE_SETS WHERE CONTRACT = '" + fact.id() + "'");
    fact.change("INSERT INTO %s VALUES (2, 'b', 1)");

    assertThatThrownBy(fact::export).hasMessageContaining("foreignManifest");

    assertThat(fact.standingHalts()).containsExactly("foreignManifest");
    assertThat(account.stage().text(StageLayout.manifest(fact.id(), 1))).isEqualTo(told);
  }

  /** Puts a file into the folder that the COPY has just written, once. */
  private StatementObserver afterTheCopy(String name) {
    return new StatementObserver() {
      private boolean done;

      @Override
      public synchronized void after(Session session, boolean insideProcedure, String sql) {
        int data = sql.indexOf("/data/");
        if (!done && sql.startsWith("COPY INTO") && data >= 0) {
          done = true;
          int end = sql.indexOf('\n');
          String path = sql.substring(data + 1, end);
          account.stage().write(path.substring(0, path.lastIndexOf('/') + 1) + name, "left over");
        }
      }
    };
  }
}
