package dev.freshet.bridge.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Something at a registry's address that is none. */
final class OddServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicInteger calls = new AtomicInteger();

  /** What it does with an exchange. */
  interface Manner {
    void answer(OddServer server, HttpExchange exchange) throws IOException;
  }

  OddServer(Manner manner) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          calls.incrementAndGet();
          manner.answer(this, exchange);
        });
    server.start();
  }

  /** Sends headers and the beginning of a body, and then nothing. */
  void stall(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    exchange.getResponseBody().write('{');
    exchange.getResponseBody().flush();
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sends a body that does not end before the reader hangs up. */
  void flood(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    byte[] block = new byte[64 * 1024];
    try (OutputStream body = exchange.getResponseBody()) {
      while (end.getCount() > 0) {
        body.write(block);
      }
    }
  }

  /** Sends the reader elsewhere. */
  void redirect(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Location", url() + "/elsewhere");
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  int calls() {
    return calls.get();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
