package dev.freshet.contract.odcs;

import dev.freshet.contract.Field;
import dev.freshet.contract.type.SnowflakeType;
import dev.freshet.contract.type.SnowflakeTypes;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one property of the schema as a field. */
final class FieldReader {
  /** Avro's rule for names (avro.apache.org, specification, "Names"). */
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private static final Set<String> KNOWN = Set.of("enum", "enumPolicy", "backfill");

  private FieldReader() {}

  static Field read(Place p) {
    String name = p.at("name").requiredText("the field's name", "unnamed");
    if (!NAME.matcher(name).matches() || name.startsWith("__")) {
      p.at("name")
          .problem(
              "'" + name + "' must be letters, digits and underscores, and not begin with '__'");
    }
    SnowflakeType type =
        p.at("physicalType")
            .parsed("the Snowflake type, for instance NUMBER(12,2)", SnowflakeTypes::parse)
            .orElse(new SnowflakeType.Text(SnowflakeType.Text.DEFAULT_LENGTH));
    boolean required = p.at("required").flag(false);
    Optional<Integer> position = keyPosition(p);
    if (position.isPresent() && !required) {
      p.at("required").problem("a key field must be required: true");
    }
    if (position.isPresent() && !fitForKey(type)) {
      p.at("physicalType").problem(type + " cannot be part of a key: it has no exact text");
    }
    CustomProperties custom = new CustomProperties(p, KNOWN);
    return new Field(
        name,
        p.at("physicalName").text().orElse(name.toUpperCase(Locale.ROOT)),
        type,
        required,
        position,
        EnumReader.values(p, custom, type),
        p.at("transformLogic").text(),
        p.at("classification").text(),
        custom.word("enumPolicy", Field.EnumPolicy.class, Field.EnumPolicy.CLOSED),
        custom.word("backfill", Field.Backfill.class, Field.Backfill.NONE),
        p.at("description").text());
  }

  private static Optional<Integer> keyPosition(Place p) {
    if (!p.at("primaryKey").flag(false)) {
      return Optional.empty();
    }
    int position = p.at("primaryKeyPosition").whole().orElse(1);
    if (position < 1) {
      p.at("primaryKeyPosition").problem("a position begins with 1, found " + position);
    }
    return Optional.of(Math.max(1, position));
  }

  private static boolean fitForKey(SnowflakeType type) {
    return !(type instanceof SnowflakeType.Real || type instanceof SnowflakeType.Semi);
  }
}
