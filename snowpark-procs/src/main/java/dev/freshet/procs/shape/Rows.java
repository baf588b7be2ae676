package dev.freshet.procs.shape;

import dev.freshet.contract.Contract;
import dev.freshet.contract.Field;
import dev.freshet.contract.Rule;
import dev.freshet.contract.expression.Expression;
import dev.freshet.contract.type.SnowflakeType;
import dev.freshet.procs.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The first two layers of every shape: each row of the stream by itself. Values are promised (they
 * fit, or are NULL) in the first; in the second the row knows its key, the rule it breaks and, in a
 * state contract, a hash of its values.
 *
 * @param wanted which of the contract's rows are looked at; empty for all
 */
record Rows(Contract contract, Optional<String> wanted) {

  Rows(Contract contract) {
    this(contract, Optional.empty());
  }

  /** Whether a row is wanted: a column if a condition was given. */
  String wantedName() {
    return wanted.isPresent() ? "\"__wanted\"" : "TRUE";
  }

  /** Promised values, and what is known of the row. */
  private Select promised(Images images) {
    Select select =
        Select.from(images.from())
            .item(images.after(), "\"__after\"")
            .item(images.rowId(), "\"__row_id\"")
            .item(admitted(), "\"__admitted\"")
            .item(misfit(), "\"__misfit\"");
    wanted.ifPresent(w -> select.item(holds(w), wantedName()));
    fields().forEach(f -> select.item(f.value(), f.name()));
    return select;
  }

  /** Key, broken rule, image or identity, and the promised values. */
  Select judged(Images images) {
    Select select =
        Select.from(promised(images))
            .items(List.of("\"__after\"", "\"__row_id\"", "\"__admitted\""))
            .item(KeySql.text(contract), "\"__key\"")
            .item(broken(), "\"__broken\"");
    wanted.ifPresent(w -> select.item(wantedName()));
    if (contract.kind() == Contract.Kind.STATE) {
      select.item(image(), "\"__image\"");
    } else {
      select.item(KeySql.identity(contract), "\"__identity\"");
    }
    return select.items(names());
  }

  List<FieldSql> fields() {
    return contract.fields().stream().map(FieldSql::new).toList();
  }

  /** The fields whose text is not exact, so that no hash stands for them. */
  List<FieldSql> floats() {
    return fields().stream().filter(f -> f.field().type() instanceof SnowflakeType.Real).toList();
  }

  List<String> names() {
    return fields().stream().map(FieldSql::name).toList();
  }

  private String admitted() {
    return contract.where().map(Rows::holds).orElse("TRUE");
  }

  private static String holds(String condition) {
    return "COALESCE(" + Expression.parse(condition).text() + ", FALSE)";
  }

  private String misfit() {
    String fits =
        fields().stream().flatMap(f -> f.fits().stream()).collect(Collectors.joining(" AND "));
    return fits.isEmpty() ? "FALSE" : "NOT (" + fits + ")";
  }

  /** The rule a row breaks; only what would be published is held to the rules. */
  private String broken() {
    StringBuilder text =
        new StringBuilder("CASE WHEN NOT (\"__after\" AND \"__admitted\") THEN NULL");
    when(text, Optional.of("\"__misfit\""), Rule.DOES_NOT_FIT);
    when(text, anyNull(contract.keyFields().stream()), Rule.MISSING_KEY);
    when(text, anyNull(mustBeThere()), Rule.REQUIRED_NULL);
    List<String> unknown = fields().stream().flatMap(f -> f.unknownEnum().stream()).toList();
    when(text, joined(unknown), Rule.UNKNOWN_ENUM);
    return text.append(" END").toString();
  }

  private static void when(StringBuilder text, Optional<String> condition, Rule rule) {
    condition.ifPresent(
        c -> text.append(" WHEN ").append(c).append(" THEN ").append(Sql.literal(rule.word())));
  }

  /** Required fields, and those that order and identify the rows of an event contract. */
  private Stream<Field> mustBeThere() {
    boolean event = contract.kind() == Contract.Kind.EVENT;
    return contract.fields().stream()
        .filter(f -> !f.isKey())
        .filter(
            f ->
                f.required()
                    || (event
                        && (contract.identity().contains(f.name())
                            || contract.eventTime().filter(f.name()::equals).isPresent())));
  }

  private static Optional<String> anyNull(Stream<Field> fields) {
    return joined(fields.map(f -> new FieldSql(f).name() + " IS NULL").toList());
  }

  private static Optional<String> joined(List<String> conditions) {
    return conditions.isEmpty() ? Optional.empty() : Optional.of(String.join(" OR ", conditions));
  }

  /**
   * A hash of all values, by which equal images are found. A row that did not fit has none: it was
   * never published. FLOAT is compared by value elsewhere, its text is not exact.
   */
  private String image() {
    List<String> pieces = new ArrayList<>(List.of("''"));
    for (FieldSql f : fields()) {
      if (!(f.field().type() instanceof SnowflakeType.Real)) {
        String text = asText(f);
        pieces.add("COALESCE(OCTET_LENGTH(" + text + ") || ':' || " + text + ", '-')");
      }
    }
    return "CASE WHEN NOT \"__misfit\" THEN SHA2(" + String.join(" || ", pieces) + ") END";
  }

  private String asText(FieldSql f) {
    SnowflakeType type = f.field().type();
    CarrierSql carriers = new CarrierSql(contract.zone());
    return type instanceof SnowflakeType.Semi
        ? carriers.of(type, f.name())
        : carriers.canonical(type, f.name());
  }
}
