package dev.freshet.procs.shape;

import dev.freshet.contract.type.SnowflakeType;
import dev.freshet.procs.sql.Sql;
import java.util.List;

/**
 * Folds the images of a state contract by key: an after-image is an upsert, only before-images are
 * a delete, equal images are nothing, two after-images of one key break {@code duplicateKey}.
 */
record StateFold(Rows rows) {
  private static final String BY_KEY = " OVER (PARTITION BY \"__key\")";
  private static final String BEFORE = "NOT \"__after\" AND \"__admitted\"";

  Select outcomes(String stream) {
    return Select.from(folded(stream))
        .item(outcome(), "\"__outcome\"")
        .items(List.of("\"__broken\"", "\"__row_id\"", "\"__key\""))
        .item("1", "\"__n\"")
        .items(rows.names());
  }

  private Select folded(String stream) {
    Select select =
        Select.from(rows.judged(stream))
            .items(List.of("\"__after\"", "\"__row_id\"", "\"__admitted\"", "\"__key\""))
            .items(List.of("\"__broken\"", "\"__image\""))
            .item("COUNT_IF(\"__after\" AND \"__admitted\")" + BY_KEY, "\"__afters\"")
            .item("COUNT_IF(" + BEFORE + ")" + BY_KEY, "\"__befores\"")
            .item(before("\"__image\""), "\"__before_image\"")
            .item(
                "ROW_NUMBER() OVER (PARTITION BY \"__key\", \"__after\", \"__admitted\""
                    + " ORDER BY \"__row_id\")",
                "\"__place\"");
    floats().forEach(f -> select.item(before(f.name()), beforeName(f)));
    return select.items(rows.names());
  }

  private String outcome() {
    return String.join(
        "\n  ",
        "CASE",
        "WHEN NOT \"__after\" AND \"__admitted\" AND \"__afters\" = 0 AND \"__place\" = 1"
            + " AND \"__key\" IS NOT NULL THEN 'delete'",
        "WHEN NOT \"__after\" THEN NULL",
        "WHEN NOT \"__admitted\" THEN 'filtered'",
        "WHEN \"__broken\" IS NOT NULL OR \"__afters\" > 1 THEN 'rejected'",
        "WHEN " + unchanged() + " THEN 'unchanged'",
        "ELSE 'upsert'",
        "END");
  }

  private String unchanged() {
    StringBuilder text =
        new StringBuilder("\"__befores\" = 1 AND \"__image\" = \"__before_image\"");
    floats()
        .forEach(
            f ->
                text.append(" AND ")
                    .append(f.name())
                    .append(" IS NOT DISTINCT FROM ")
                    .append(beforeName(f)));
    return text.toString();
  }

  private List<FieldSql> floats() {
    return rows.fields().stream()
        .filter(f -> f.field().type() instanceof SnowflakeType.Real)
        .toList();
  }

  private static String before(String column) {
    return "MAX(CASE WHEN " + BEFORE + " THEN " + column + " END)" + BY_KEY;
  }

  private static String beforeName(FieldSql f) {
    return Sql.quoted("__before_" + f.field().name());
  }
}
