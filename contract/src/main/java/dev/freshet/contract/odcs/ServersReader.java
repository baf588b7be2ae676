package dev.freshet.contract.odcs;

import dev.freshet.contract.Contract.ValueFormat;
import dev.freshet.contract.Server;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads the servers: for each environment one {@code snowflake} and one {@code kafka}. The format
 * of values is said there, and must be the same in all environments.
 */
final class ServersReader {
  private ServersReader() {}

  static List<Server> servers(Place root) {
    Set<String> seen = new HashSet<>();
    return root.at("servers").items().stream().map(place -> server(place, seen)).toList();
  }

  private static Server server(Place place, Set<String> seen) {
    Server server =
        new Server(
            place.at("server").requiredText("the server's name", ""),
            place.at("type").requiredText("the server's type, for instance kafka", ""),
            place.at("environment").text());
    String environment = server.environment().orElse("any");
    boolean ours = server.type().equals("kafka") || server.type().equals("snowflake");
    if (ours && !seen.add(environment + " " + server.type())) {
      place.problem(
          "is another "
              + server.type()
              + " server of environment '"
              + environment
              + "'; an environment has one of each type");
    }
    return server;
  }

  static ValueFormat format(Place root) {
    List<ValueFormat> formats =
        kafka(root).map(s -> word(s.at("format"))).flatMap(Optional::stream).distinct().toList();
    if (formats.size() > 1) {
      root.at("servers")
          .problem("the kafka servers differ in format; a contract has one in all environments");
    }
    return formats.isEmpty() ? ValueFormat.JSON : formats.get(0);
  }

  private static Stream<Place> kafka(Place root) {
    Place servers = root.at("servers");
    return servers.node().isArray()
        ? servers.items().stream().filter(s -> s.node().path("type").asText().equals("kafka"))
        : Stream.empty(); // said by servers()
  }

  private static Optional<ValueFormat> word(Place place) {
    String word = place.text().orElse("json");
    for (ValueFormat format : ValueFormat.values()) {
      if (format.name().toLowerCase(Locale.ROOT).equals(word)) {
        return Optional.of(format);
      }
    }
    place.problem("must be avro or json, found '" + word + "'");
    return Optional.empty();
  }
}
