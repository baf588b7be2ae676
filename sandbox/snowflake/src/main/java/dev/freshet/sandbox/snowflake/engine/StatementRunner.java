package dev.freshet.sandbox.snowflake.engine;

import dev.freshet.sandbox.snowflake.sql.SyntaxError;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs statements: places binds, finds the handler, tells the observer, remembers the result. */
public final class StatementRunner {

  private static final Logger LOG = LoggerFactory.getLogger(StatementRunner.class);

  private final Engine engine;

  StatementRunner(Engine engine) {
    this.engine = engine;
  }

  /** Runs a statement under a new query id; fails with what the client is told. */
  public Outcome run(Session session, StatementRequest request) {
    return run(session, request, UUID.randomUUID().toString());
  }

  /** Runs a statement under a query id that was given out already. */
  public Outcome run(Session session, StatementRequest request, String queryId) {
    if (session.isGone()) {
      throw session.gone();
    }
    boolean inside = session.frame().isPresent();
    engine.observer().before(session, inside, request.sql());
    if (session.isGone()) {
      throw session.gone();
    }
    session.startQuery(queryId);
    LOG.debug("session {} runs {}", session.id(), request.sql());
    try {
      Result result = dispatch(session, request);
      engine.results().add(queryId, result);
      return new Outcome(queryId, result);
    } catch (SyntaxError e) {
      throw new SnowflakeException(
          "001003", "42000", "SQL compilation error:\n" + e.getMessage(), e);
    } catch (UnsupportedSql e) {
      throw new SnowflakeException("000002", "0A000", String.valueOf(e.getMessage()), e);
    } finally {
      session.endQuery(queryId);
      if (!session.isGone()) {
        engine.observer().after(session, inside, request.sql());
      }
    }
  }

  private Result dispatch(Session session, StatementRequest request) {
    List<TokenReader> statements = Binds.place(request);
    TokenReader first = statements.get(0);
    if (first.atEnd()) {
      throw SnowflakeException.compilation("000900", "Empty SQL statement.");
    }
    OwnersRights.check(session, first);
    StatementHandler handler =
        engine
            .extensions()
            .handlerOf(first)
            .orElseThrow(() -> new UnsupportedSql("the statement " + opening(first)));
    Runnable afterwards = engine.access().admit(session, first);
    if (request.describeOnly()) {
      return handler.describe(session, first);
    }
    Result result =
        statements.size() == 1
            ? handler.execute(session, first)
            : Batch.run(session, handler, statements);
    afterwards.run();
    return result;
  }

  private static String opening(TokenReader statement) {
    String words = statement.peek().text() + " " + statement.peek(1).text();
    return words + " " + statement.peek(2).text() + " …";
  }
}
