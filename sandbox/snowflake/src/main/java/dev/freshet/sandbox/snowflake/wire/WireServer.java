package dev.freshet.sandbox.snowflake.wire;

import com.fasterxml.jackson.core.JacksonException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.freshet.sandbox.snowflake.engine.Engine;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Snowflake's protocol on a port of 127.0.0.1, for the sessions of one engine. Each request has a
 * thread while it waits, each statement one while it runs. Thread-safe.
 */
public final class WireServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WireServer.class);

  static {
    // Read when the server's classes load. Without it every answer waits 40 ms for a delayed ACK.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(5);

  private final HttpServer http;
  private final ExecutorService threads;
  private final Statements statements;
  private final Endpoint routes;

  private WireServer(
      HttpServer http, ExecutorService threads, Statements statements, Endpoint routes) {
    this.http = http;
    this.threads = threads;
    this.statements = statements;
    this.routes = routes;
  }

  /**
   * Starts to listen.
   *
   * @param port 0 for any free one
   * @param patience how long a request waits for its statement before the driver has to ask again
   */
  public static WireServer start(Engine engine, int port, Duration patience) {
    HttpServer http = listen(port);
    ExecutorService threads = Executors.newCachedThreadPool(daemons());
    Statements statements = new Statements(threads);
    engine.extensions().systemFunction(CancelAllQueries.NAME, new CancelAllQueries(statements));
    WireServer server =
        new WireServer(http, threads, statements, new Routes(engine, statements, patience));
    http.setExecutor(threads);
    http.createContext("/", server::handle);
    http.start();
    return server;
  }

  public int port() {
    return http.getAddress().getPort();
  }

  /** Stops listening and what is under way; the engine is left to its owner. */
  @Override
  public void close() {
    http.stop(0);
    statements.underWay().forEach(Statement::cancel);
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(PATIENCE_AT_CLOSE.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("The embedded Snowflake ends under a statement that did not stop");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static HttpServer listen(int port) {
    String address = "127.0.0.1:" + port;
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), 0);
    } catch (BindException e) {
      throw new UncheckedIOException(
          "The embedded Snowflake cannot listen on "
              + address
              + ": the port is taken. End what listens there or choose another port (0: any).",
          e);
    } catch (IOException e) {
      throw new UncheckedIOException("The embedded Snowflake cannot listen on " + address, e);
    }
  }

  private static ThreadFactory daemons() {
    AtomicLong number = new AtomicLong();
    return work -> {
      Thread thread = new Thread(work, "snowflake-" + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      answer(exchange).send(exchange, 200);
    } catch (IOException e) {
      LOG.debug("{}: the driver has gone", exchange.getRequestURI().getPath(), e);
      throw e;
    }
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    try {
      Request request = Request.read(exchange);
      LOG.debug("{} {}", request.method(), path);
      return routes.answer(request);
    } catch (SnowflakeException e) {
      return Answer.error(e, "");
    } catch (JacksonException e) {
      return Answer.error(internal("reading the body of " + path + " as JSON", e), "");
    } catch (RuntimeException e) {
      LOG.error("{} failed inside the sandbox", path, e);
      return Answer.error(internal("answering " + path, e), "");
    }
  }

  /** 000603: what a driver is told of a defect. The cause stays in the log: it may hold values. */
  static SnowflakeException internal(String doing, Throwable cause) {
    return new SnowflakeException(
        "000603",
        "XX000",
        "The sandbox failed in "
            + doing
            + " ("
            + cause.getClass().getSimpleName()
            + "); its log says more.",
        cause);
  }
}
