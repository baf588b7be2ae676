package dev.freshet.sandbox.snowflake.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
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

/**
 * A request: path, parameters of its query, token, body.
 *
 * @param token what the Authorization header names; empty at login
 */
record Request(String path, Map<String, String> parameters, Optional<String> token, JsonNode body) {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern TOKEN = Pattern.compile("Token=\"([^\"]+)\"");

  static Request read(HttpExchange exchange) throws IOException {
    byte[] bytes;
    try (InputStream in = body(exchange)) {
      bytes = in.readAllBytes();
    }
    JsonNode body = bytes.length == 0 ? MAPPER.createObjectNode() : MAPPER.readTree(bytes);
    return new Request(
        exchange.getRequestURI().getPath(),
        parameters(exchange.getRequestURI().getRawQuery()),
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).flatMap(Request::token),
        body);
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
  }

  private static InputStream body(HttpExchange exchange) throws IOException {
    boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    InputStream in = exchange.getRequestBody();
    return zipped ? new GZIPInputStream(in) : in;
  }

  private static Optional<String> token(String header) {
    Matcher found = TOKEN.matcher(header);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  private static Map<String, String> parameters(@org.jspecify.annotations.Nullable String query) {
    Map<String, String> parameters = new HashMap<>();
    if (query != null) {
      for (String pair : query.split("&")) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          parameters.put(
              pair.substring(0, equals),
              URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
      }
    }
    return parameters;
  }
}
