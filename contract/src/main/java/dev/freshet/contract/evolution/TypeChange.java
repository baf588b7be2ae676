package dev.freshet.contract.evolution;

import dev.freshet.contract.Contract;
import dev.freshet.contract.Contract.KeyEncoding;
import dev.freshet.contract.Contract.ValueFormat;
import dev.freshet.contract.Field;
import dev.freshet.contract.type.AvroForm;
import dev.freshet.contract.type.SnowflakeType;
import dev.freshet.contract.type.SnowflakeType.Fixed;
import java.util.Optional;

/**
 * Which rule a change of type falls under. The Avro form is compared whatever the format, so that
 * no contract is judged more leniently than Avro would; the JSON form where JSON is written.
 */
final class TypeChange {
  private TypeChange() {}

  static Optional<ChangeRule> rule(Contract contract, Field before, Field after) {
    SnowflakeType from = before.type();
    SnowflakeType to = after.type();
    if (from.equals(to)) {
      return Optional.empty();
    }
    if (!from.getClass().equals(to.getClass()) || from instanceof SnowflakeType.Semi) {
      return Optional.of(ChangeRule.TYPE_CHANGED);
    }
    if (from instanceof Fixed a && to instanceof Fixed b && a.scale() != b.scale()) {
      return Optional.of(ChangeRule.SCALE_CHANGED);
    }
    if (from.avro() != to.avro() || (isInJson(contract, after) && from.json() != to.json())) {
      return Optional.of(ChangeRule.WIRE_FORM_CHANGED);
    }
    if (from.avro() == AvroForm.DECIMAL) {
      return Optional.of(ChangeRule.PRECISION_CHANGED);
    }
    return Optional.of(
        bound(to) > bound(from) ? ChangeRule.TYPE_WIDENED : ChangeRule.TYPE_NARROWED);
  }

  private static boolean isInJson(Contract contract, Field field) {
    return contract.format() == ValueFormat.JSON
        || (field.isKey() && contract.keyEncoding() == KeyEncoding.JSON);
  }

  /** How much a type may hold, in its own measure: digits or characters. */
  private static int bound(SnowflakeType type) {
    if (type instanceof Fixed number) {
      return number.precision();
    } else if (type instanceof SnowflakeType.Text text) {
      return text.length();
    } else if (type instanceof SnowflakeType.Time time) {
      return time.scale();
    } else if (type instanceof SnowflakeType.TimestampNtz ntz) {
      return ntz.scale();
    } else if (type instanceof SnowflakeType.TimestampLtz ltz) {
      return ltz.scale();
    } else if (type instanceof SnowflakeType.TimestampTz tz) {
      return tz.scale();
    }
    throw new IllegalArgumentException(type + " has no bound that could change");
  }
}
