package dev.freshet.sandbox.services.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The calls of the registry's API, from request to answer. */
final class Calls implements HttpHandler {
  private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Subjects subjects;

  Calls(Subjects subjects) {
    this.subjects = subjects;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      try {
        respond(exchange, 200, answer(exchange));
      } catch (RegistryError e) {
        ObjectNode error = JSON.createObjectNode();
        error.put("error_code", e.code()).put("message", e.getMessage());
        respond(exchange, e.status(), error);
      }
    }
  }

  private JsonNode answer(HttpExchange exchange) throws IOException, RegistryError {
    List<String> path = path(exchange);
    String first = path.isEmpty() ? "" : path.get(0);
    String call = exchange.getRequestMethod() + " " + first + " " + path.size();
    return switch (call) {
      case "GET subjects 1" -> JSON.valueToTree(subjects.names());
      case "POST subjects 2" -> lookup(path.get(1), schema(body(exchange)));
      case "POST subjects 3" -> register(exchange, path);
      case "GET schemas 3" -> byId(exchange, path);
      case "GET config 1" -> level("compatibilityLevel", subjects.level());
      case "GET config 2" -> level("compatibilityLevel", subjects.level(path.get(1)));
      case "PUT config 1", "PUT config 2" -> setLevel(path, body(exchange));
      default -> throw unknown(exchange);
    };
  }

  private JsonNode lookup(String subject, String schema) throws RegistryError {
    Subjects.Version found = subjects.lookup(subject, schema);
    ObjectNode answer = JSON.createObjectNode().put("subject", subject);
    return answer
        .put("id", found.id())
        .put("version", found.version())
        .put("schema", found.schema());
  }

  private JsonNode register(HttpExchange exchange, List<String> path)
      throws IOException, RegistryError {
    if (!path.get(2).equals("versions")) {
      throw unknown(exchange);
    }
    int id = subjects.register(path.get(1), schema(body(exchange)));
    return JSON.createObjectNode().put("id", id);
  }

  private JsonNode byId(HttpExchange exchange, List<String> path) throws RegistryError {
    if (!path.get(1).equals("ids") || !path.get(2).matches("\\d{1,18}")) {
      throw unknown(exchange);
    }
    String schema = subjects.schema(Long.parseLong(path.get(2)));
    return JSON.createObjectNode().put("schema", schema);
  }

  private JsonNode setLevel(List<String> path, JsonNode body) throws RegistryError {
    String wanted = body.path("compatibility").asText("");
    Level level =
        Arrays.stream(Level.values())
            .filter(l -> l.name().equals(wanted.toUpperCase(Locale.ROOT)))
            .findFirst()
            .orElseThrow(() -> RegistryError.invalidLevel(wanted));
    if (path.size() == 1) {
      subjects.setLevel(level);
    } else {
      subjects.setLevel(path.get(1), level);
    }
    return level("compatibility", level);
  }

  private static JsonNode level(String name, Level level) {
    return JSON.createObjectNode().put(name, level.name());
  }

  private static String schema(JsonNode body) throws RegistryError {
    String type = body.path("schemaType").asText("AVRO");
    if (!type.equals("AVRO") || !body.path("references").isEmpty()) {
      throw RegistryError.notDone("schemas of type " + type + " and schemas with references");
    }
    return body.path("schema").asText("");
  }

  private static JsonNode body(HttpExchange exchange) throws IOException, RegistryError {
    try {
      return JSON.readTree(exchange.getRequestBody().readAllBytes());
    } catch (JsonProcessingException e) {
      throw RegistryError.invalidSchema("the body is no JSON: " + e.getOriginalMessage());
    }
  }

  private static List<String> path(HttpExchange exchange) {
    return Arrays.stream(exchange.getRequestURI().getRawPath().split("/"))
        .filter(segment -> !segment.isEmpty())
        .map(segment -> URLDecoder.decode(segment, StandardCharsets.UTF_8))
        .toList();
  }

  private static RegistryError unknown(HttpExchange exchange) {
    return RegistryError.notDone(
        exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
  }

  private static void respond(HttpExchange exchange, int status, JsonNode body) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(body);
    exchange.getResponseHeaders().set("Content-Type", MEDIA_TYPE);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
