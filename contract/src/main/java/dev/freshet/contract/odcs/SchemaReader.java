package dev.freshet.contract.odcs;

import dev.freshet.contract.Contract;
import dev.freshet.contract.ContractId;
import dev.freshet.contract.Field;
import dev.freshet.contract.Owner;
import dev.freshet.contract.Rule;
import dev.freshet.contract.SourceName;
import dev.freshet.contract.Version;
import dev.freshet.contract.ViolationPolicy;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a contract says of itself and of its one schema; the rules are checked afterwards. */
final class SchemaReader {
  private static final Set<String> KNOWN =
      Set.of(
          "source",
          "kind",
          "eventTime",
          "identity",
          "deletes",
          "where",
          "lanes",
          "onViolation",
          "maxRejectedShare",
          "deadLetters",
          "registryMode",
          "replay",
          "policies",
          "keyEncoding",
          "exportGroup",
          "dataClass",
          "zone");
  private static final int MOST_LANES = 1024;

  private final Place root;
  private final Place schema;
  private final CustomProperties custom;

  SchemaReader(Place root, Place schema) {
    this.root = root;
    this.schema = schema;
    this.custom = new CustomProperties(schema, KNOWN);
  }

  Contract read() {
    Version version =
        root.at("version")
            .parsed("the contract's version, for instance 1.0.0", Version::parse)
            .orElse(new Version(1, 0, 0));
    return new Contract(
        id(version),
        version,
        owner(),
        custom.word("kind", Contract.Kind.class, Contract.Kind.STATE),
        source(),
        fields(),
        custom.at("eventTime").text(),
        custom.at("identity").texts(),
        custom.word("deletes", Contract.Deletes.class, Contract.Deletes.TOMBSTONE),
        custom.at("where").text(),
        lanes(),
        format(),
        onViolation());
  }

  private ContractId id(Version version) {
    String domain = word("domain", "the business domain");
    String fact = word("name", "the fact's name");
    if (domain.isEmpty() || fact.isEmpty()) {
      return ContractReader.standIn();
    }
    if (version.major() < 1) {
      root.at("version").problem("the major version begins with 1, found " + version);
      return ContractReader.standIn();
    }
    return new ContractId(domain, fact, version.major());
  }

  private String word(String name, String meaning) {
    String word = root.at(name).requiredText(meaning, "");
    if (!word.isEmpty() && !ContractId.isWord(word)) {
      root.at(name)
          .problem("must be lower-case words joined by single underscores, found '" + word + "'");
      return "";
    }
    return word;
  }

  private Owner owner() {
    String team = root.at("team").at("name").requiredText("the team that owns the contract", "");
    Optional<String> support =
        root.at("support").items().stream()
            .findFirst()
            .flatMap(s -> s.at("url").text().or(() -> s.at("channel").text()));
    return new Owner(team, support);
  }

  private SourceName source() {
    return custom
        .at("source")
        .parsed("the table or view, DATABASE.SCHEMA.NAME", SourceName::parse)
        .orElse(new SourceName("UNKNOWN", "UNKNOWN", "UNKNOWN"));
  }

  private List<Field> fields() {
    List<Place> properties = schema.at("properties").items();
    if (properties.isEmpty()) {
      schema.at("properties").problem("must list the fact's fields");
    }
    return properties.stream().map(FieldReader::read).toList();
  }

  private int lanes() {
    int lanes = custom.at("lanes").whole().orElse(1);
    if (lanes < 1 || lanes > MOST_LANES) {
      custom.at("lanes").problem("must be 1 to " + MOST_LANES + ", found " + lanes);
      return 1;
    }
    return lanes;
  }

  private Contract.ValueFormat format() {
    return root.at("servers").items().stream()
        .filter(s -> s.at("type").text().filter("kafka"::equals).isPresent())
        .findFirst()
        .map(s -> format(s.at("format")))
        .orElse(Contract.ValueFormat.JSON);
  }

  private static Contract.ValueFormat format(Place place) {
    return switch (place.text().orElse("json")) {
      case "json" -> Contract.ValueFormat.JSON;
      case "avro" -> Contract.ValueFormat.AVRO;
      default -> {
        place.problem("must be avro or json, found '" + place.text().orElse("") + "'");
        yield Contract.ValueFormat.JSON;
      }
    };
  }

  private ViolationPolicy onViolation() {
    Map<Rule, ViolationPolicy.Action> actions = new EnumMap<>(Rule.class);
    Place policy = custom.at("onViolation");
    if (policy.exists() && !policy.node().isObject()) {
      policy.problem("must map rules to halt or reject");
      return new ViolationPolicy(Map.of());
    }
    for (var entry : policy.node().properties()) {
      Optional<Rule> rule = Rule.of(entry.getKey());
      if (rule.isEmpty()) {
        policy.problem("'" + entry.getKey() + "' is no rule; rules: " + rules());
        continue;
      }
      switch (entry.getValue().asText()) {
        case "halt" -> actions.put(rule.get(), ViolationPolicy.Action.HALT);
        case "reject" -> actions.put(rule.get(), ViolationPolicy.Action.REJECT);
        default -> policy.at(entry.getKey()).problem("must be halt or reject");
      }
    }
    return new ViolationPolicy(actions);
  }

  private static List<String> rules() {
    return Arrays.stream(Rule.values()).map(Rule::word).toList();
  }
}
