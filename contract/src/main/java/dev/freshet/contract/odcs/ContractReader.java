package dev.freshet.contract.odcs;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.freshet.contract.Contract;
import dev.freshet.contract.ContractException;
import dev.freshet.contract.ContractId;
import dev.freshet.contract.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a contract file: Open Data Contract Standard v3.1, one fact a file, ours in {@code
 * freshet.*} custom properties (docs/formats.md). Every problem is named in one go.
 */
public final class ContractReader {
  private static final ObjectMapper YAML =
      YAMLMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

  private ContractReader() {}

  /**
   * Reads a contract.
   *
   * @param name the file's name, for messages
   * @throws ContractException if it is not a sound contract
   */
  public static Contract read(String name, String text) {
    List<Problem> problems = new ArrayList<>();
    Place root = Place.root(yaml(name, text), problems);
    checkStandard(root);
    CustomProperties.requireNone(root);
    Place schema = onlySchema(root);
    Contract contract = new SchemaReader(root, schema).read();
    ContractRules.check(contract, schema);
    if (!problems.isEmpty()) {
      throw new ContractException(name, problems);
    }
    return contract;
  }

  private static JsonNode yaml(String name, String text) {
    try {
      JsonNode node = YAML.readTree(text);
      if (node.isObject()) {
        return node;
      }
      throw new ContractException(
          name, List.of(new Problem("file", "is not a YAML mapping; see docs/formats.md")));
    } catch (JsonProcessingException e) {
      throw new ContractException(
          name, List.of(new Problem("file", "is not readable as YAML: " + e.getOriginalMessage())));
    }
  }

  private static void checkStandard(Place root) {
    String api = root.at("apiVersion").requiredText("v3.1.0", "v3.1.0");
    if (!api.startsWith("v3.1.")) {
      root.at("apiVersion").problem("must be v3.1.x, found '" + api + "'");
    }
    String kind = root.at("kind").requiredText("DataContract", "DataContract");
    if (!kind.equals("DataContract")) {
      root.at("kind").problem("must be DataContract, found '" + kind + "'");
    }
    root.at("id").requiredText("an identifier of this file", "");
    root.at("status").requiredText("the file's status, for instance active", "");
  }

  private static Place onlySchema(Place root) {
    List<Place> schemas = root.at("schema").items();
    if (schemas.size() != 1) {
      root.at("schema")
          .problem("must have exactly one entry (one fact a file), has " + schemas.size());
    }
    return schemas.isEmpty() ? root.at("schema[0]") : schemas.get(0);
  }

  static ContractId standIn() {
    return new ContractId("unknown", "unknown", 1);
  }
}
