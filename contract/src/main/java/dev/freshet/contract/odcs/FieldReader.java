package dev.freshet.contract.odcs;

import dev.freshet.contract.Field;
import dev.freshet.contract.Field.EnumPolicy;
import dev.freshet.contract.avro.AvroNames;
import dev.freshet.contract.expression.Expression;
import dev.freshet.contract.type.SnowflakeType;
import dev.freshet.contract.type.SnowflakeTypes;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads one property of the schema as a field. */
final class FieldReader {
  private static final Set<String> KNOWN = Set.of("enum", "enumPolicy", "backfill");

  private FieldReader() {}

  static Field read(Place p) {
    String name = p.at("name").requiredText("the field's name", "unnamed");
    if (!AvroNames.isName(name) || name.startsWith("__")) {
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
    if (position.isPresent() && !type.hasExactText()) {
      p.at("physicalType").problem(type + " cannot be part of a key: it has no exact text");
    }
    CustomProperties custom = new CustomProperties(p, KNOWN);
    EnumPolicy policy = custom.word("enumPolicy", EnumPolicy.class, EnumPolicy.CLOSED);
    return new Field(
        name,
        p.at("physicalName").text().orElse(name.toUpperCase(Locale.ROOT)),
        type,
        required,
        position,
        EnumReader.values(p, custom, type, policy),
        p.at("transformLogic").text(Expression::parse),
        p.at("classification").text(),
        policy,
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
}
