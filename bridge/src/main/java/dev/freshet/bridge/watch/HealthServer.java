package dev.freshet.bridge.watch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Serves {@code /live}, {@code /ready} and {@code /metrics} to those who watch over the process.
 */
public final class HealthServer implements AutoCloseable {
  private final HttpServer server;

  private HealthServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Starts serving.
   *
   * @param live whether all threads run
   * @param ready whether everything owned can be published
   * @throws IOException if the address cannot be bound
   */
  public static HealthServer start(
      InetSocketAddress address,
      BooleanSupplier live,
      BooleanSupplier ready,
      Supplier<String> metrics)
      throws IOException {
    HttpServer server = HttpServer.create(address, 0);
    server.createContext("/live", e -> answer(e, live.getAsBoolean()));
    server.createContext("/ready", e -> answer(e, ready.getAsBoolean()));
    server.createContext(
        "/metrics", e -> answer(e, 200, "text/plain; version=0.0.4", metrics.get()));
    server.start();
    return new HealthServer(server);
  }

  /** The port it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  private static void answer(HttpExchange exchange, boolean yes) throws IOException {
    answer(exchange, yes ? 200 : 503, "text/plain", yes ? "yes\n" : "no\n");
  }

  private static void answer(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
