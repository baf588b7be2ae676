package dev.freshet.contract.odcs;

import dev.freshet.contract.Contract;
import dev.freshet.contract.ContractId;
import dev.freshet.contract.Field;
import dev.freshet.contract.Handling;
import dev.freshet.contract.Owner;
import dev.freshet.contract.RecordForm;
import dev.freshet.contract.SourceName;
import dev.freshet.contract.Version;
import dev.freshet.contract.expression.Expression;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
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
          "rewrites",
          "keyEncoding",
          "exportGroup",
          "dataClass",
          "zone");
  private static final int MOST_LANES = 1024;
  private static final ZoneId UTC = ZoneId.of("UTC");

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
        purpose(),
        owner(),
        custom.word("kind", Contract.Kind.class, Contract.Kind.STATE),
        source(),
        fields(),
        custom.at("eventTime").text(),
        custom.at("identity").texts(),
        custom.word("deletes", Contract.Deletes.class, Contract.Deletes.TOMBSTONE),
        custom.at("where").text(Expression::parse),
        lanes(),
        form(),
        RowRulesReader.read(custom),
        handling(),
        ServiceReader.read(root),
        ServersReader.servers(root));
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
    try {
      return new ContractId(domain, fact, version.major());
    } catch (IllegalArgumentException e) {
      root.at("name").problem("cannot name a topic: " + e.getMessage());
      return ContractReader.standIn();
    }
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

  private Optional<String> purpose() {
    return root.at("description").at("purpose").text();
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

  private RecordForm form() {
    return new RecordForm(
        ServersReader.format(root),
        custom.word("keyEncoding", Contract.KeyEncoding.class, Contract.KeyEncoding.TEXT),
        custom.word("registryMode", Contract.RegistryMode.class, Contract.RegistryMode.LOOKUP),
        zone());
  }

  private ZoneId zone() {
    Place place = custom.at("zone");
    try {
      return place.text().map(ZoneId::of).orElse(UTC);
    } catch (DateTimeException e) {
      place.problem(
          "'" + place.text().orElse("") + "' is no time zone; write for instance Europe/Berlin");
      return UTC;
    }
  }

  private Handling handling() {
    return new Handling(
        custom.word("policies", Contract.Policies.class, Contract.Policies.REFUSE),
        custom.word("rewrites", Contract.Rewrites.class, Contract.Rewrites.REFUSE),
        custom.word("replay", Contract.Replay.class, Contract.Replay.SIDE),
        custom.at("exportGroup").text(SchemaReader::requireWord),
        custom.at("dataClass").text());
  }

  private static String requireWord(String text) {
    if (!ContractId.isWord(text)) {
      throw new IllegalArgumentException(
          "must be lower-case words joined by single underscores, found '" + text + "'");
    }
    return text;
  }
}
