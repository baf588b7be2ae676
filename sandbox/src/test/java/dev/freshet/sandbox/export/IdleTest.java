package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementObserver;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A run that finds nothing costs one short transaction, and is not called for again. */
@ExtendWith(SharedAccount.class)
class IdleTest {

  private static final int MOST_STATEMENTS = 35;

  private final List<String> statements = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void observeNoMore(ExportAccount account) {
    account.observe(StatementObserver.NONE);
  }

  @Test
  void anEmptyStreamCostsOneTransactionAndNoUnload(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).register();
    fact.change("INSERT INTO %s VALUES (1, 'a', 1)");
    fact.export();

    observed(fact);

    assertThat(statements).filteredOn(sql -> sql.startsWith("BEGIN")).hasSize(1);
    assertThat(statements).noneMatch(sql -> sql.startsWith("COPY") || sql.startsWith("DELETE"));
    assertThat(statements)
        .as("\n%s", String.join("\n", statements))
        .hasSizeLessThan(MOST_STATEMENTS);
    assertThat(fact.manifests()).hasSize(1);
  }

  @Test
  void aStreamThatShowsNothingInTheEndDoesNotCallForEver(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).with("where", "b > 10").register();
    fact.change("INSERT INTO %s VALUES (1, 'kept out', 1)");
    assertThat(fact.streamHasData()).isTrue();

    observed(fact);

    assertThat(fact.streamHasData()).as("whether the task is called for").isFalse();
    assertThat(statements).filteredOn(sql -> sql.startsWith("BEGIN")).hasSize(1);
    assertThat(fact.manifests()).isEmpty();
  }

  private void observed(Fact fact) throws Exception {
    fact.account()
        .observe(
            new StatementObserver() {
              @Override
              public void before(Session session, boolean insideProcedure, String sql) {
                if (insideProcedure) {
                  statements.add(sql.lines().findFirst().orElse(""));
                }
              }
            });
    fact.export();
    fact.account().observe(StatementObserver.NONE);
  }
}
