package dev.freshet.sandbox.snowflake.wire;

import dev.freshet.sandbox.snowflake.engine.Outcome;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** The statements under way, and the last of those that are done, for clients that ask again. */
final class RunningQueries {

  private static final int REMEMBERED = 200;

  private final Executor threads;
  private final Map<String, Running> queries = new LinkedHashMap<>();

  RunningQueries(Executor threads) {
    this.threads = threads;
  }

  /** A statement that was started. */
  record Running(
      String queryId,
      String requestId,
      Session session,
      int binds,
      CompletableFuture<Outcome> outcome) {

    /** Its outcome; empty if it takes longer. Fails as the statement failed. */
    Optional<Outcome> await(Duration atMost) {
      try {
        return Optional.of(outcome.get(atMost.toMillis(), TimeUnit.MILLISECONDS));
      } catch (TimeoutException e) {
        return Optional.empty();
      } catch (ExecutionException e) {
        throw e.getCause() instanceof SnowflakeException error
            ? error
            : new SnowflakeException(
                "000603", "XX000", "The sandbox failed on this statement: " + e.getCause(), e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new SnowflakeException("000604", "57014", "SQL execution canceled", e);
      }
    }

    String status() {
      if (!outcome.isDone()) {
        return "RUNNING";
      }
      return outcome.isCompletedExceptionally() ? "FAILED_WITH_ERROR" : "SUCCESS";
    }
  }

  synchronized Running start(
      Session session, String requestId, int binds, Function<String, Outcome> work) {
    String queryId = UUID.randomUUID().toString();
    CompletableFuture<Outcome> outcome =
        CompletableFuture.supplyAsync(() -> work.apply(queryId), threads);
    Running running = new Running(queryId, requestId, session, binds, outcome);
    queries.put(queryId, running);
    return running;
  }

  synchronized Optional<Running> find(String queryId) {
    return Optional.ofNullable(queries.get(queryId));
  }

  synchronized boolean isRunning(String requestId) {
    return queries.values().stream()
        .anyMatch(q -> q.requestId().equals(requestId) && !q.outcome().isDone());
  }

  /** Lets go of the oldest answered statements, beyond a number that is kept. */
  synchronized void forgetLater(Running answered) {
    var oldest = queries.values().iterator();
    while (queries.size() > REMEMBERED && oldest.hasNext()) {
      Running running = oldest.next();
      if (running != answered && running.outcome().isDone()) {
        oldest.remove();
      }
    }
  }
}
