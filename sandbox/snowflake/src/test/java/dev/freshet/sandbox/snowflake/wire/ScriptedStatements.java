package dev.freshet.sandbox.snowflake.wire;

import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The statement {@code SCRIPTED <name>}, whose answers the test decides. */
final class ScriptedStatements implements StatementHandler {

  private final Map<String, Function<Session, Result>> answers = new ConcurrentHashMap<>();

  void on(String name, Function<Session, Result> answer) {
    answers.put(name, answer);
  }

  /** A statement that ends when the test opens the gate, or is cancelled. */
  Gate gate(String name) {
    Gate gate = new Gate();
    on(name, gate::pass);
    return gate;
  }

  @Override
  public boolean handles(TokenReader statement) {
    return statement.startsWith("SCRIPTED");
  }

  @Override
  public Result execute(Session session, TokenReader statement) {
    return Objects.requireNonNull(answers.get(statement.peek(1).text())).apply(session);
  }

  /** Where statements wait, and which of them came. */
  static final class Gate {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);
    private final AtomicInteger arrivals = new AtomicInteger();

    void open() {
      opened.countDown();
    }

    void awaitArrival() throws InterruptedException {
      reached.await();
    }

    int arrivals() {
      return arrivals.get();
    }

    private Result pass(Session session) {
      arrivals.incrementAndGet();
      reached.countDown();
      try {
        opened.await();
      } catch (InterruptedException e) {
        throw new SnowflakeException("000604", "57014", "SQL execution canceled", e);
      }
      return Result.builder(StatementType.SELECT).text("GATE").row("passed").build();
    }
  }
}
