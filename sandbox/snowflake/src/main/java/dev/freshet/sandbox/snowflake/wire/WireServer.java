package dev.freshet.sandbox.snowflake.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.freshet.sandbox.snowflake.engine.Engine;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves Snowflake's wire protocol on a free port of 127.0.0.1. */
public final class WireServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WireServer.class);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpServer http;
  private final ExecutorService threads;
  private final LoginEndpoint login;
  private final QueryEndpoint queries;
  private final Tokens tokens = new Tokens();

  private WireServer(Engine engine, HttpServer http, ExecutorService threads) {
    this.http = http;
    this.threads = threads;
    this.login = new LoginEndpoint(engine, tokens);
    this.queries = new QueryEndpoint(engine, tokens, new RunningQueries(threads));
  }

  public static WireServer start(Engine engine) throws IOException {
    // Read once, when the first HttpServer of the JVM is made: without it each answer waits 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    AtomicInteger count = new AtomicInteger();
    ExecutorService threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "snowflake-" + count.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    WireServer server = new WireServer(engine, http, threads);
    http.setExecutor(threads);
    http.createContext("/", server::handle);
    http.start();
    return server;
  }

  public int port() {
    return http.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer = answer(Request.read(exchange));
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, 0);
      try (BufferedOutputStream out =
              new BufferedOutputStream(exchange.getResponseBody(), 1 << 16);
          JsonGenerator json = MAPPER.getFactory().createGenerator(out)) {
        answer.write(json);
      }
    }
  }

  private Answer answer(Request request) {
    try {
      return route(request);
    } catch (SnowflakeException e) {
      return Answer.failure(e, "");
    } catch (RuntimeException e) {
      LOG.error("request to {} failed", request.path(), e);
      return Answer.failure(
          new SnowflakeException(
              "000603", "XX000", "The sandbox failed on a request to " + request.path() + ": " + e),
          "");
    }
  }

  private Answer route(Request request) {
    return switch (request.path()) {
      case "/session/v1/login-request" -> login.login(request);
      case "/session/token-request" -> login.renew(request);
      case "/session" -> login.logout(request);
      case "/session/heartbeat" -> alive(request);
      case "/queries/v1/query-request" -> queries.query(request);
      case "/queries/v1/abort-request" -> queries.abort(request);
      case "/telemetry/send", "/telemetry/send/sessionless" -> Answer.NOTHING;
      default -> byPath(request);
    };
  }

  private Answer alive(Request request) {
    tokens.session(request);
    return Answer.NOTHING;
  }

  private Answer byPath(Request request) {
    if (request.path().matches("/queries/[^/]+/result")) {
      return queries.result(request);
    }
    if (request.path().matches("/monitoring/queries/[^/]+")) {
      return queries.status(request);
    }
    throw new SnowflakeException(
        "000404", "08001", "The sandbox has no endpoint " + request.path());
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }
}
