package dev.freshet.sandbox.export;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.contract.page.Page;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementObserver;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What a run asks of Snowflake, printed into docs/export-cost.md: each statement is a round trip,
 * and their number does not grow with the rows. {@code -Dfreshet.cost.rows=1000000} times that many
 * rows too, and prints the time.
 */
@ExtendWith(SharedAccount.class)
class ExportCostTest {
  private static final int ROWS = Integer.getInteger("freshet.cost.rows", 1_000);

  private final List<String> statements = Collections.synchronizedList(new ArrayList<>());
  private final StringBuilder table =
      new StringBuilder(
          "| contract | the run finds | statements | that read | that change rows | SHOW, LIST |"
              + " COPY | transactions |\n|---|---|---|---|---|---|---|---|\n");

  @AfterEach
  void observeNoMore(ExportAccount account) {
    account.observe(StatementObserver.NONE);
  }

  @Test
  void aRunSendsTheStatementsThatThePageSays(ExportAccount account) throws Exception {
    Fact state = FactBuilder.state(account).register();
    state.change("INSERT INTO %s VALUES (0, 'a', 1)");
    state.export();
    row("state", "nothing", state);
    state.change("INSERT INTO %s VALUES " + values(10, "(%d, 'a', 1)"));
    row("state", "10 rows", state);
    state.change("UPDATE %s SET B = B + 1 WHERE K <= 10");
    row("state", "10 changed rows", state);
    Fact event = FactBuilder.event(account).register();
    event.change("INSERT INTO %s VALUES (1, 0, '2026-01-01', 'a')");
    event.export();
    row("event", "nothing", event);
    event.change("INSERT INTO %s VALUES " + values(10, "(%d, 1, '2026-01-01', 'a')"));
    row("event", "10 rows", event);

    new Page("export-cost.md").holds(table.toString());
  }

  @Test
  void theNumberOfStatementsDoesNotGrowWithTheRows(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).register();
    fact.change("INSERT INTO %s VALUES (0, 'a', 1)");
    fact.export();
    fact.change("INSERT INTO %s VALUES (1, 'b', 1)");
    int few = observed(fact);
    for (int rows = 2; rows < ROWS; rows *= 2) {
      fact.change("INSERT INTO %s SELECT K + " + rows + ", A, B FROM %s");
    }

    assertThat(timed("new", fact)).isEqualTo(few);
    fact.change("UPDATE %s SET B = B + 1");
    assertThat(timed("changed", fact)).isEqualTo(few);
  }

  private int timed(String which, Fact fact) throws Exception {
    long begun = System.nanoTime();
    int sent = observed(fact);
    System.out.printf("%,d %s rows: %.1f s%n", ROWS, which, (System.nanoTime() - begun) / 1e9);
    return sent;
  }

  private static String values(int count, String row) {
    return IntStream.rangeClosed(1, count).mapToObj(row::formatted).collect(joining(", "));
  }

  private void row(String contract, String finds, Fact fact) throws Exception {
    int all = observed(fact);
    Map<String, Long> kinds =
        statements.stream().collect(groupingBy(ExportCostTest::kind, counting()));
    table.append(
        "| %s | %s | %d | %d | %d | %d | %d | %d |\n"
            .formatted(
                contract,
                finds,
                all,
                kinds.getOrDefault("read", 0L),
                kinds.getOrDefault("change", 0L),
                kinds.getOrDefault("look", 0L),
                kinds.getOrDefault("copy", 0L),
                statements.stream().filter(sql -> sql.startsWith("BEGIN")).count()));
  }

  private static String kind(String sql) {
    return switch (sql.split("\\s", 2)[0]) {
      case "SELECT" -> "read";
      case "INSERT", "UPDATE", "DELETE", "MERGE" -> "change";
      case "SHOW", "LIST", "DESCRIBE" -> "look";
      case "COPY" -> "copy";
      default -> "other";
    };
  }

  private int observed(Fact fact) throws Exception {
    statements.clear();
    fact.account()
        .observe(
            new StatementObserver() {
              @Override
              public void before(Session session, boolean insideProcedure, String sql) {
                if (insideProcedure) {
                  statements.add(sql.strip());
                }
              }
            });
    fact.export();
    fact.account().observe(StatementObserver.NONE);
    return statements.size();
  }
}
