package dev.freshet.sandbox.avro;

import dev.freshet.contract.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;

/** The schemas of a registry by their ids, each fetched once. Thread-safe. */
final class RegisteredSchemas {
  private final URI registry;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<Integer, Schema> known = new ConcurrentHashMap<>();

  RegisteredSchemas(URI registry) {
    this.registry = registry;
  }

  /**
   * The schema of that id.
   *
   * @throws UnreadableValueException if the registry has none
   */
  Schema get(int id) throws UnreadableValueException {
    Schema schema = known.get(id);
    if (schema == null) {
      schema = fetched(id);
      known.put(id, schema);
    }
    return schema;
  }

  private Schema fetched(int id) throws UnreadableValueException {
    URI address = URI.create(registry + "/schemas/ids/" + id);
    try {
      HttpResponse<String> response =
          http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new UnreadableValueException(
            "status " + response.statusCode() + " instead of a schema at " + address, null);
      }
      String text = Json.STRICT.readTree(response.body()).path("schema").asText();
      return new Schema.Parser().parse(text);
    } catch (IOException e) {
      throw new UncheckedIOException("The registry does not answer GET " + address, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("Told to stop while asking " + address, e));
    }
  }
}
