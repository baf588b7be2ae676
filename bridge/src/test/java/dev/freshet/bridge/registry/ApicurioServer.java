package dev.freshet.bridge.registry;

import dev.freshet.bridge.world.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Apicurio's registry as a process of its own, its storage in memory. */
final class ApicurioServer implements AutoCloseable {
  private final Process process;
  private final int port;

  private ApicurioServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts the server that was unpacked somewhere below a folder. */
  static ApicurioServer start(Path java, Path unpacked, Path logs)
      throws IOException, InterruptedException {
    int port = freePort();
    Process process =
        new ProcessBuilder(
                List.of(
                    java.resolve("bin").resolve("java").toString(),
                    "-Xmx512m",
                    "-Dquarkus.http.host=127.0.0.1",
                    "-Dquarkus.http.port=" + port,
                    "-jar",
                    runner(unpacked).toString()))
            .redirectErrorStream(true)
            .redirectOutput(logs.resolve("apicurio.log").toFile())
            .start();
    ApicurioServer server = new ApicurioServer(process, port);
    try {
      Await.until("Apicurio answers", server::answers);
      return server;
    } catch (AssertionError | InterruptedException e) {
      server.close();
      throw e;
    }
  }

  private static Path runner(Path unpacked) throws IOException {
    try (Stream<Path> all = Files.walk(unpacked)) {
      return all.filter(p -> p.endsWith("quarkus-run.jar"))
          .findFirst()
          .orElseThrow(() -> new IOException("no quarkus-run.jar below " + unpacked));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private boolean answers() {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/subjects")).build();
    try {
      return HttpClient.newHttpClient()
              .send(request, HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The root of its Confluent-compatible API. */
  URI url() {
    return URI.create("http://127.0.0.1:" + port + "/apis/ccompat/v7");
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
