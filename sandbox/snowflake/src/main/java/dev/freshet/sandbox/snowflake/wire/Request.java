package dev.freshet.sandbox.snowflake.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came in.
 *
 * @param query the URL's parameters, decoded
 * @param token of the Authorization header, {@code Snowflake Token="…"}; empty if it has none
 * @param body an empty object if none was sent
 */
record Request(String method, String path, Map<String, String> query, String token, JsonNode body) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern TOKEN = Pattern.compile("Snowflake Token=\"([^\"]*)\"");

  /** Reads it whole; gzip if the header says so. */
  static Request read(HttpExchange exchange) throws IOException {
    return new Request(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        parameters(exchange.getRequestURI().getRawQuery()),
        token(exchange.getRequestHeaders().getFirst("Authorization")),
        body(exchange));
  }

  /** A part of the path: 0 is the first. */
  String segment(int index) {
    return path.substring(1).split("/")[index];
  }

  /** A parameter of the URL; empty if it is not there or has no value. */
  Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
  }

  private static JsonNode body(HttpExchange exchange) throws IOException {
    byte[] sent = exchange.getRequestBody().readAllBytes();
    if (sent.length == 0) {
      return JSON.createObjectNode();
    }
    boolean zipped =
        "gzip".equalsIgnoreCase(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    try (InputStream plain =
        zipped
            ? new GZIPInputStream(new ByteArrayInputStream(sent))
            : new ByteArrayInputStream(sent)) {
      return JSON.readTree(plain);
    }
  }

  private static String token(@Nullable String authorization) {
    Matcher found = TOKEN.matcher(authorization == null ? "" : authorization);
    return found.find() ? found.group(1) : "";
  }

  private static Map<String, String> parameters(@Nullable String query) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : (query == null ? "" : query).split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return parameters;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
