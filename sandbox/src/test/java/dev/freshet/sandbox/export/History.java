package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.sandbox.snowflake.engine.StatementObserver;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A random life of a table under a contract: transactions of all kinds, exports between them, and
 * what may happen during an export: writers at its side, another export, trouble at any statement.
 * All of it comes from the seed.
 */
final class History {
  private static final int ROUNDS = 4;
  private static final int STATEMENTS = 45;

  private final ExportAccount account;
  private final Random random;
  private final HistoryTable table;
  private final HistoryChanges changes;
  private final HistoryFacts facts;
  private final List<String> steps = new ArrayList<>();

  History(ExportAccount account, long seed) {
    this.account = account;
    this.random = new Random(seed);
    this.table = HistoryTable.of(random, seed % 3 == 0);
    this.changes = new HistoryChanges(table, random);
    this.facts = new HistoryFacts(table);
    steps.add(table.toString());
  }

  /** What was done so far, line by line. */
  String told() {
    return String.join("\n", steps);
  }

  void happen() throws Exception {
    Fact fact = table.register(account);
    try (Connection writer = account.connect();
        Connection watcher = account.connect()) {
      Takings<HistorySource> takings =
          new Takings<>(() -> HistorySource.of(watcher, table, fact), facts::taken);
      for (int round = 0; round < ROUNDS; round++) {
        for (int i = random.nextInt(4); i > 0; i--) {
          write(fact, writer);
        }
        export(fact, takings, during(fact, writer));
        facts.compare(fact);
      }
      export(fact, takings, StatementObserver.NONE);
      facts.compare(fact);
      assertThat(fact.manifests()).as("change sets").hasSize(facts.changeSets());
      facts.compareWithTheTable();
      new Guarantees(fact).agreeInsideAndOutside("at the end");
    } finally {
      account.observe(StatementObserver.NONE);
    }
  }

  /** What happens beside the next export. */
  private StatementObserver during(Fact fact, Connection writer) {
    int statement = 1 + random.nextInt(STATEMENTS);
    return switch (random.nextInt(8)) {
      case 0, 1 -> StatementObserver.NONE;
      case 2, 3, 4 -> Observers.of(writing(fact, writer), writing(fact, writer));
      case 5 -> beside(statement, "another export", () -> fact.export());
      case 6 -> Observers.of(writing(fact, writer), trouble(statement));
      default -> trouble(statement);
    };
  }

  private StatementObserver writing(Fact fact, Connection writer) {
    return beside(1 + random.nextInt(STATEMENTS), "a writer", () -> write(fact, writer));
  }

  private StatementObserver trouble(int statement) {
    Trouble.Kind kind = Trouble.Kind.values()[random.nextInt(Trouble.Kind.values().length)];
    return new Trouble(kind, statement);
  }

  private Interjection beside(int statement, String what, Beside.Work work) {
    return new Interjection(
        statement,
        () -> {
          steps.add("-- " + what + " before statement " + statement + " or later");
          try {
            work.run();
          } catch (Exception e) {
            throw new IllegalStateException(what + " beside an export failed", e);
          }
          steps.add("-- the export goes on");
        });
  }

  private void write(Fact fact, Connection writer) throws SQLException {
    try (Statement statement = writer.createStatement()) {
      for (String sql : changes.transaction()) {
        steps.add(sql);
        statement.execute(sql.replace("%s", fact.table()));
      }
    }
  }

  /** In a session of its own, since it may die. */
  private void export(Fact fact, StatementObserver takings, StatementObserver during)
      throws Exception {
    steps.add("-- export, " + during);
    Connection session = account.connect();
    account.observe(Observers.of(takings, during));
    try {
      steps.add("-- " + fact.export(session));
      session.close();
    } catch (SQLException e) {
      steps.add("-- failed: " + e.getMessage().lines().findFirst().orElse(""));
      if (!String.valueOf(during).contains("at statement")) {
        throw e;
      }
    } finally {
      account.observe(StatementObserver.NONE);
    }
  }
}
