package dev.freshet.contract.odcs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.freshet.contract.Owner;
import java.util.Optional;

/** Whom to call about a file that is no sound contract: it may still name its team. */
public final class Owners {
  /** Said of a file that names no team. */
  public static final String NOBODY = "nobody is named (team.name); whoever changed the file";

  private static final YAMLMapper YAML = new YAMLMapper();

  private Owners() {}

  /** The team and where it answers, in words; {@link #NOBODY} if the text names none. */
  public static String named(String text) {
    JsonNode root = root(text);
    String team = root.path("team").path("name").asText();
    JsonNode support = root.path("support").path(0);
    Optional<String> reached =
        Optional.of(support.path("url").asText(support.path("channel").asText()))
            .filter(s -> !s.isBlank());
    return team.isBlank() ? NOBODY : new Owner(team, reached).toString();
  }

  private static JsonNode root(String text) {
    try {
      return YAML.readTree(text);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance(); // the reader says what is wrong with the text
    }
  }
}
