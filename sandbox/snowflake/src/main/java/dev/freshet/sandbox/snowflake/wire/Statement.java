package dev.freshet.sandbox.snowflake.wire;

import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.engine.StatementRequest;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One statement a client sent, from its request to its end. Its result stays with the engine, which
 * bounds what it keeps. Thread-safe.
 */
final class Statement implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Statement.class);

  /** How far it is, in the words of the monitoring endpoint. */
  enum Status {
    RUNNING,
    SUCCESS,
    FAILED_WITH_ERROR
  }

  private final Client client;
  private final String requestId;
  private final StatementRequest request;
  private final StatementParameters parameters;
  private final String queryId = UUID.randomUUID().toString();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile Status status = Status.RUNNING;
  private volatile @Nullable SnowflakeException failure;
  private @Nullable Thread thread;
  private boolean cancelled;

  Statement(
      Client client, String requestId, StatementRequest request, StatementParameters parameters) {
    this.client = client;
    this.requestId = requestId;
    this.request = request;
    this.parameters = parameters;
  }

  Client client() {
    return client;
  }

  String requestId() {
    return requestId;
  }

  String queryId() {
    return queryId;
  }

  StatementRequest request() {
    return request;
  }

  Status status() {
    return status;
  }

  /** What the driver is told of a statement that failed; null if it did not. */
  @Nullable SnowflakeException failure() {
    return failure;
  }

  @Override
  public void run() {
    try {
      enter();
      client.exclusively(this::carryOut);
      status = Status.SUCCESS;
    } catch (SnowflakeException e) {
      failed(e);
    } catch (RuntimeException | Error e) {
      LOG.error("Query {} failed inside the sandbox", queryId, e);
      failed(WireServer.internal("running query " + queryId, e));
    } finally {
      leave();
      ended.countDown();
    }
  }

  private Result carryOut() {
    Session session = client.session();
    return parameters.during(
        session, () -> session.engine().runner().run(session, request, queryId).result());
  }

  private void failed(SnowflakeException error) {
    failure = error;
    status = Status.FAILED_WITH_ERROR;
  }

  /** Whether it ends within that time. */
  boolean endsWithin(Duration patience) {
    try {
      return ended.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The result of a statement that succeeded. */
  Result result() {
    return client
        .session()
        .engine()
        .results()
        .find(queryId)
        .orElseThrow(
            () ->
                new SnowflakeException(
                    "000710",
                    "02000",
                    "The result of query "
                        + queryId
                        + " is no longer kept: the sandbox keeps the latest results only."));
  }

  /** Stops it: it fails with 000604. No effect if it has ended. */
  synchronized void cancel() {
    cancelled = true;
    if (thread != null) {
      client.session().cancel();
      thread.interrupt();
    }
  }

  private synchronized void enter() {
    if (cancelled) {
      throw new SnowflakeException("000604", "57014", "SQL execution canceled");
    }
    thread = Thread.currentThread();
  }

  private synchronized void leave() {
    thread = null;
    // The thread goes on to other statements, which this one's cancellation does not concern.
    Thread.interrupted();
  }
}
