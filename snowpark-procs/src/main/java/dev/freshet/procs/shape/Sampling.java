package dev.freshet.procs.shape;

import dev.freshet.contract.Contract;
import dev.freshet.contract.Field;
import dev.freshet.contract.expression.Expression;
import dev.freshet.contract.type.SnowflakeType;
import dev.freshet.procs.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Chooses representative rows of a contract's source. */
record Sampling(Contract contract) {
  /** One row in so many of a sample is taken for its NULLs, one for its long texts. */
  private static final int REMARKABLE = 8;

  /**
   * A query of at most so many rows that the contract admits: spread over the keys by their hash,
   * but with those that have the most NULLs and the longest texts among them.
   */
  String query(int rows) {
    String hash = hash();
    int remarkable = Math.max(1, rows / REMARKABLE);
    List<String> chosen = new ArrayList<>();
    chosen.add(within(hash, Math.max(1, rows - 2 * remarkable)));
    chosen.add(within(nulls() + " DESC, " + hash, remarkable));
    length().ifPresent(l -> chosen.add(within(l + " DESC, " + hash, remarkable)));
    return "(SELECT * FROM "
        + Sql.source(contract.source())
        + contract.where().map(w -> " WHERE " + Expression.parse(w).text()).orElse("")
        + " QUALIFY "
        + String.join(" OR ", chosen)
        + ")";
  }

  private static String within(String order, int rows) {
    return "ROW_NUMBER() OVER (ORDER BY " + order + ") <= " + rows;
  }

  private String hash() {
    return contract.keyFields().stream()
        .map(f -> "COALESCE(TO_VARCHAR(" + source(f) + "), '')")
        .collect(Collectors.joining(" || ':' || ", "MD5(", ")"));
  }

  private String nulls() {
    return contract.fields().stream()
        .map(f -> "IFF(" + source(f) + " IS NULL, 1, 0)")
        .collect(Collectors.joining(" + "));
  }

  private Optional<String> length() {
    List<String> texts =
        contract.fields().stream()
            .filter(f -> f.type() instanceof SnowflakeType.Text)
            .map(f -> "COALESCE(LENGTH(" + source(f) + "), 0)")
            .toList();
    return texts.isEmpty() ? Optional.empty() : Optional.of(String.join(" + ", texts));
  }

  private static String source(Field field) {
    return new FieldSql(field).source();
  }
}
