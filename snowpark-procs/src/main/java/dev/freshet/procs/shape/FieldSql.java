package dev.freshet.procs.shape;

import dev.freshet.contract.Field;
import dev.freshet.contract.expression.Expression;
import dev.freshet.contract.type.SnowflakeType;
import dev.freshet.procs.sql.Sql;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The SQL of one field: from the source's column to the promised value. */
record FieldSql(Field field) {
  /** The greatest power of ten that is a NUMBER literal. */
  private static final int LONGEST_LITERAL = 37;

  /** The field's name as a quoted column. */
  String name() {
    return Sql.quoted(field.name());
  }

  /** The source's column, or the contract's expression. */
  String source() {
    return field
        .transformLogic()
        .map(text -> "(" + Expression.parse(text).text() + ")")
        .orElseGet(() -> Sql.quoted(field.column()));
  }

  /**
   * Whether the source's value fits the promised type, as a condition that is never NULL; empty if
   * it always does. A value that does not fit is never cast.
   */
  Optional<String> fits() {
    List<String> conditions = conditions();
    return conditions.isEmpty()
        ? Optional.empty()
        : Optional.of("COALESCE(" + String.join(" AND ", conditions) + ", TRUE)");
  }

  private List<String> conditions() {
    List<String> all = new ArrayList<>();
    if (field.type() instanceof SnowflakeType.Fixed number) {
      all.addAll(field.transformLogic().isPresent() ? computed(number) : digits(number));
    }
    if (field.type() instanceof SnowflakeType.Text text
        && text.length() < SnowflakeType.Text.DEFAULT_LENGTH) {
      all.add("LENGTH(" + source() + ") <= " + text.length());
    }
    return all;
  }

  /**
   * A column's digits are counted in its text: a power of ten to compare it with may not fit the
   * type that Snowflake, or another engine, gives the comparison (10 is no NUMBER(38,37)).
   */
  private List<String> digits(SnowflakeType.Fixed number) {
    String text = "TO_VARCHAR(ABS(" + source() + "))";
    String whole = "LENGTH(LTRIM(SPLIT_PART(" + text + ", '.', 1), '0'))";
    String fraction = "LENGTH(RTRIM(SPLIT_PART(" + text + ", '.', 2), '0'))";
    return List.of(
        whole + " <= " + (number.precision() - number.scale()), fraction + " <= " + number.scale());
  }

  /** What an expression yields may be a FLOAT, whose text has no fixed form. */
  private List<String> computed(SnowflakeType.Fixed number) {
    int whole = Math.min(number.precision() - number.scale(), LONGEST_LITERAL);
    return List.of(
        "ABS(" + source() + ") < " + BigInteger.TEN.pow(whole),
        "ROUND(" + source() + ", " + number.scale() + ") = " + source());
  }

  /** The promised value: the predicate stands before the cast, inside one expression. */
  String value() {
    String cast =
        field.type() instanceof SnowflakeType.Fixed
            ? "CAST(" + source() + " AS " + field.type() + ")"
            : source();
    return fits().map(f -> "CASE WHEN " + f + " THEN " + cast + " END").orElse(cast);
  }

  /** Whether the value is none of the contract's words; empty if any value may pass. */
  Optional<String> unknownEnum() {
    return field.isClosedEnum()
        ? Optional.of(name() + " NOT IN (" + Sql.literals(field.enumValues()) + ")")
        : Optional.empty();
  }
}
