package dev.freshet.sandbox.services.registry;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A schema registry for Avro on 127.0.0.1, in memory: those calls of Confluent's API that are
 * needed to register, find and fetch schemas and to set compatibility levels, with its error codes.
 * What it does not do it refuses with status 501 and words.
 */
public final class EmbeddedRegistry implements AutoCloseable {
  private static final int THREADS = 4;

  private final HttpServer server;
  private final HttpContext root;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  private EmbeddedRegistry(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    root = server.createContext("/", new Calls(new Subjects()));
    server.setExecutor(threads);
  }

  /** Starts empty on a free port. */
  public static EmbeddedRegistry start() throws IOException {
    return start(0);
  }

  /**
   * Starts empty.
   *
   * @param port where to listen, or 0 for a free port
   */
  public static EmbeddedRegistry start(int port) throws IOException {
    EmbeddedRegistry registry = new EmbeddedRegistry(port);
    registry.server.start();
    return registry;
  }

  /** Starts empty on a free port, and lets nobody in but one user. */
  public static EmbeddedRegistry guarded(String user, String password) throws IOException {
    EmbeddedRegistry registry = new EmbeddedRegistry(0);
    registry.root.setAuthenticator(
        new BasicAuthenticator("registry") {
          @Override
          public boolean checkCredentials(String name, String secret) {
            return name.equals(user) && secret.equals(password);
          }
        });
    registry.server.start();
    return registry;
  }

  /** The root of its API. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
