package dev.freshet.procs.gate;

import dev.freshet.contract.Contract;
import dev.freshet.contract.Field;
import dev.freshet.contract.expression.Expression;
import dev.freshet.contract.type.SnowflakeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds a contract against its source: each column is there, and can become what is promised. */
final class SourceCheck {
  private final Contract contract;
  private final SourceColumns columns;
  private final List<GateFinding> findings = new ArrayList<>();

  private SourceCheck(Contract contract, SourceColumns columns) {
    this.contract = contract;
    this.columns = columns;
  }

  /** Everything that does not fit. */
  static List<GateFinding> of(Contract contract, SourceColumns columns) {
    SourceCheck check = new SourceCheck(contract, columns);
    contract.fields().forEach(check::field);
    contract.where().ifPresent(text -> check.expression("freshet.where", text));
    contract.eventTime().map(contract::field).ifPresent(check::eventTime);
    return check.findings;
  }

  private void field(Field field) {
    String where = "field " + field.name();
    if (field.transformLogic().isPresent()) {
      expression(where + ", transformLogic", field.transformLogic().get());
      return;
    }
    Optional<SourceColumn> column = columns.find(field.column());
    if (column.isEmpty()) {
      finding("column-missing", where, noColumn(field.column()));
    } else {
      typeOf(column.get(), field.type())
          .ifPresent(why -> finding("column-type", where, "column " + field.column() + " " + why));
    }
  }

  private String noColumn(String name) {
    return contract.source() + " has no column " + name + "; it has " + columns.names();
  }

  /** Why a column cannot become the promised type; empty if it can. */
  private static Optional<String> typeOf(SourceColumn column, SnowflakeType promised) {
    if (!families(promised).contains(column.type())) {
      return Optional.of("is " + column.type() + " and cannot become " + promised);
    }
    if (scale(promised) < column.scale() && !(promised instanceof SnowflakeType.Fixed)) {
      return Optional.of(
          "has "
              + column.scale()
              + " digits of a second, "
              + promised
              + " would cut them; promise "
              + column.scale());
    }
    return Optional.empty();
  }

  private static Set<String> families(SnowflakeType type) {
    if (type instanceof SnowflakeType.Fixed) {
      return Set.of("NUMBER");
    } else if (type instanceof SnowflakeType.Text) {
      return Set.of("TEXT", "VARCHAR");
    } else if (type instanceof SnowflakeType.Real) {
      return Set.of("FLOAT");
    } else if (type instanceof SnowflakeType.Time) {
      return Set.of("TIME");
    } else if (type instanceof SnowflakeType.TimestampNtz) {
      return Set.of("TIMESTAMP_NTZ");
    } else if (type instanceof SnowflakeType.TimestampLtz) {
      return Set.of("TIMESTAMP_LTZ");
    } else if (type instanceof SnowflakeType.TimestampTz) {
      return Set.of("TIMESTAMP_TZ");
    }
    return Set.of(type.toString()); // BOOLEAN, DATE, BINARY, VARIANT, OBJECT, ARRAY
  }

  private static int scale(SnowflakeType type) {
    if (type instanceof SnowflakeType.Time time) {
      return time.scale();
    } else if (type instanceof SnowflakeType.TimestampNtz ntz) {
      return ntz.scale();
    } else if (type instanceof SnowflakeType.TimestampLtz ltz) {
      return ltz.scale();
    } else if (type instanceof SnowflakeType.TimestampTz tz) {
      return tz.scale();
    }
    return Integer.MAX_VALUE;
  }

  private void expression(String where, String text) {
    try {
      for (String name : Expression.parse(text).columns()) {
        if (columns.find(name).isEmpty()) {
          finding("column-missing", where, noColumn(name));
        }
      }
    } catch (IllegalArgumentException e) {
      finding("expression", where, String.valueOf(e.getMessage()));
    }
  }

  private void eventTime(Field field) {
    switch (field.type().carrier()) {
      case EPOCH_DAY, EPOCH_NANO -> {}
      default ->
          finding(
              "event-time",
              "freshet.eventTime",
              field.name()
                  + " is "
                  + field.type()
                  + "; an event time is DATE, TIMESTAMP_NTZ or TIMESTAMP_LTZ");
    }
  }

  private void finding(String rule, String where, String message) {
    findings.add(GateFinding.ofSource(rule, where, message));
  }
}
