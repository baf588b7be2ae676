package dev.freshet.bridge.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.freshet.bridge.config.BridgeConfig;
import dev.freshet.contract.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One request and its answer over HTTP 1.1, tried again a few times where that may help. TLS is the
 * JDK's: its trust and key stores are set by {@code javax.net.ssl} properties. Thread-safe.
 */
final class Transport {
  private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
  private static final int TRIES = 3;
  private static final int MOST_BYTES = 4 * 1024 * 1024;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

  private final BridgeConfig.Registry config;
  private final HttpClient http;

  Transport(BridgeConfig.Registry config) {
    this.config = config;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(config.timeout())
            .build();
  }

  /** What came back: a status that is no passing trouble, and the body as far as it is JSON. */
  record Answer(int status, JsonNode body) {
    boolean isOk() {
      return status == 200;
    }

    /** Confluent's error code: the status, or the status and two more digits. */
    int errorCode() {
      return body.path("error_code").asInt(0);
    }

    String message() {
      return body.path("message").asText("no message");
    }
  }

  URI address(String path) {
    return URI.create(config.url() + path);
  }

  Answer get(String path) {
    return exchange(request(path).GET().build());
  }

  Answer send(String method, String path, JsonNode body) {
    return exchange(
        request(path)
            .header("Content-Type", MEDIA_TYPE)
            .method(method, HttpRequest.BodyPublishers.ofString(body.toString()))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address(path)).header("Accept", MEDIA_TYPE);
    config.authorization().ifPresent(a -> request.header("Authorization", a));
    return request;
  }

  private Answer exchange(HttpRequest request) {
    Duration pause = FIRST_PAUSE;
    for (int attempt = 1; ; attempt++) {
      try {
        return once(request);
      } catch (RegistryUnavailableException e) {
        if (attempt == TRIES || Thread.currentThread().isInterrupted()) {
          throw e;
        }
        rest(pause, e);
        pause = pause.multipliedBy(4);
      }
    }
  }

  private static void rest(Duration pause, RegistryUnavailableException why) {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw why;
    }
  }

  private Answer once(HttpRequest request) {
    HttpResponse<String> response = whole(request);
    int status = response.statusCode();
    if (isTransient(status)) {
      throw new RegistryUnavailableException(
          "The schema registry answers " + named(request) + " with status " + status);
    }
    return new Answer(status, json(response.body()));
  }

  /** The answer with its body. A request's own time-out ends with the headers, so it is not set. */
  private HttpResponse<String> whole(HttpRequest request) {
    CompletableFuture<HttpResponse<String>> answer =
        http.sendAsync(request, headers -> new BoundedBody(MOST_BYTES));
    try {
      return answer.get(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new RegistryUnavailableException(
          "The schema registry does not answer " + named(request) + " (" + e.getCause() + ")", e);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new RegistryUnavailableException(
          "The schema registry does not answer "
              + named(request)
              + " within "
              + config.timeout().toSeconds()
              + " s",
          e);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new RegistryUnavailableException("Told to stop while asking " + named(request), e);
    }
  }

  private static boolean isTransient(int status) {
    return status == 429 || (status >= 500 && status != 501);
  }

  private static JsonNode json(String body) {
    try {
      return Json.STRICT.readTree(body);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance(); // a proxy's page; the status says the rest
    }
  }

  private static String named(HttpRequest request) {
    return request.method() + " " + request.uri();
  }
}
