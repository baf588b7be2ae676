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
  private static final int MOST_DIGITS = 38;

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
      all.addAll(
          field.transformLogic().isEmpty() && fillsItsType(number) ? digits(number) : size(number));
    }
    if (field.type() instanceof SnowflakeType.Text text
        && text.length() < SnowflakeType.Text.DEFAULT_LENGTH) {
      all.add("LENGTH(" + source() + ") <= " + text.length());
    }
    return all;
  }

  /** Whether a power of ten to compare a value with has no room in the value's own type. */
  private static boolean fillsItsType(SnowflakeType.Fixed number) {
    return number.precision() == MOST_DIGITS && number.scale() > 0;
  }

  /**
   * Digits counted in the text of a column: comparing NUMBER(38,37) with 10 may fail, since 10 is
   * none. An expression may yield a FLOAT, whose text has no fixed form.
   */
  private List<String> digits(SnowflakeType.Fixed number) {
    String text = "TO_VARCHAR(ABS(" + source() + "))";
    String whole = "LENGTH(LTRIM(SPLIT_PART(" + text + ", '.', 1), '0'))";
    String fraction = "LENGTH(RTRIM(SPLIT_PART(" + text + ", '.', 2), '0'))";
    return List.of(
        whole + " <= " + (number.precision() - number.scale()), fraction + " <= " + number.scale());
  }

  private List<String> size(SnowflakeType.Fixed number) {
    List<String> all = new ArrayList<>();
    int whole = number.precision() - number.scale();
    if (whole < MOST_DIGITS) {
      all.add("ABS(" + source() + ") < " + BigInteger.TEN.pow(whole));
    }
    all.add("ROUND(" + source() + ", " + number.scale() + ") = " + source());
    return all;
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
