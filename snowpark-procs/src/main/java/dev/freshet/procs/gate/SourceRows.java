package dev.freshet.procs.gate;

import dev.freshet.contract.Contract;
import dev.freshet.contract.Field;
import dev.freshet.contract.Rule;
import dev.freshet.contract.ViolationPolicy;
import dev.freshet.procs.shape.StandingRows;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the rows of the source are like now, held to the rules that the export will hold them to:
 * numbers of rows alone, never their values.
 *
 * @param count all rows
 * @param nulls how many are NULL in a required field whose column allows it
 * @param broken how many break each rule
 */
record SourceRows(Contract contract, long count, Map<String, Long> nulls, Map<Rule, Long> broken) {

  static SourceRows of(Warehouse warehouse, Contract contract, SourceColumns columns) {
    List<Field> doubtful = doubtful(contract, columns);
    Row row = warehouse.rows(nullCounts(contract, doubtful)).get(0);
    Map<String, Long> nulls = new java.util.LinkedHashMap<>();
    for (int i = 0; i < doubtful.size(); i++) {
      nulls.put(doubtful.get(i).name(), row.whole(i + 1));
    }
    return new SourceRows(contract, row.whole(0), nulls, broken(warehouse, contract));
  }

  /** Fields that must not be null over columns that may be. */
  private static List<Field> doubtful(Contract contract, SourceColumns columns) {
    return contract.fields().stream()
        .filter(f -> f.required() && f.transformLogic().isEmpty())
        .filter(f -> columns.find(f.column()).filter(SourceColumn::nullable).isPresent())
        .toList();
  }

  private static String nullCounts(Contract contract, List<Field> fields) {
    StringBuilder sql = new StringBuilder("SELECT COUNT(*)");
    fields.forEach(
        f -> sql.append(", COUNT(*) - COUNT(").append(Sql.quoted(f.column())).append(")"));
    return sql.append(" FROM ").append(Sql.source(contract.source())).toString();
  }

  private static Map<Rule, Long> broken(Warehouse warehouse, Contract contract) {
    Map<Rule, Long> broken = new EnumMap<>(Rule.class);
    for (Row row : warehouse.rows(StandingRows.all(contract).counts())) {
      row.optional(1).flatMap(Rule::of).ifPresent(rule -> broken.put(rule, row.whole(2)));
    }
    return broken;
  }

  List<GateFinding> findings() {
    List<GateFinding> findings = new ArrayList<>();
    nulls.forEach(
        (field, rows) ->
            findings.add(
                GateFinding.note(
                    "required-nullable",
                    "field " + field,
                    "is required, but its column allows NULL; "
                        + rows
                        + " rows are NULL now. NOT NULL on the column keeps others from coming")));
    broken.forEach((rule, rows) -> findings.add(brokenRule(rule, rows)));
    return findings;
  }

  private GateFinding brokenRule(Rule rule, long rows) {
    boolean halts = contract.onViolation().of(rule) == ViolationPolicy.Action.HALT;
    String what =
        rows
            + " rows of "
            + contract.source()
            + (rows == 1 ? " breaks" : " break")
            + " this rule now. ";
    String consequence =
        halts
            ? "The first of them to change would halt the contract: repair them, or let the"
                + " contract reject such rows (freshet.onViolation)"
            : "Such rows are rejected when they change, as the contract says";
    return new GateFinding(
        GateFinding.Origin.SOURCE, rule.word(), "rows", halts, what + consequence);
  }
}
