package dev.freshet.procs.shape;

import dev.freshet.contract.Contract;
import dev.freshet.contract.Field;
import dev.freshet.contract.SourceName;
import dev.freshet.contract.type.SnowflakeType;
import dev.freshet.procs.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Rows of a table, dressed as a stream would show them had they all just been inserted, so that
 * they can be shaped before there is a change. Stands where {@link Shape} takes a stream.
 */
public final class TableRows {
  /** One row in so many of a sample is taken for its NULLs, one for its long texts. */
  private static final int REMARKABLE = 8;

  private TableRows() {}

  /** All rows. */
  public static String all(SourceName source) {
    return dressed(Sql.source(source), "'0'");
  }

  /**
   * At most so many rows that the contract admits: spread over the keys by their hash, but with
   * those that have the most NULLs and the longest texts among them.
   */
  public static String sample(Contract contract, int rows) {
    String hash = hash(contract);
    int remarkable = Math.max(1, rows / REMARKABLE);
    List<String> chosen = new ArrayList<>();
    chosen.add(within(hash, Math.max(1, rows - 2 * remarkable)));
    chosen.add(within(nulls(contract) + " DESC, " + hash, remarkable));
    length(contract).ifPresent(l -> chosen.add(within(l + " DESC, " + hash, remarkable)));
    String sample =
        "(SELECT * FROM "
            + Sql.source(contract.source())
            + contract.where().map(w -> " WHERE " + Expression.parse(w).text()).orElse("")
            + " QUALIFY "
            + String.join(" OR ", chosen)
            + ")";
    return dressed(sample, "TO_VARCHAR(ROW_NUMBER() OVER (ORDER BY " + hash + "))");
  }

  private static String dressed(String from, String rowId) {
    return "(SELECT *, 'INSERT' AS METADATA$ACTION, FALSE AS METADATA$ISUPDATE, "
        + rowId
        + " AS METADATA$ROW_ID FROM "
        + from
        + ")";
  }

  private static String within(String order, int rows) {
    return "ROW_NUMBER() OVER (ORDER BY " + order + ") <= " + rows;
  }

  private static String hash(Contract contract) {
    List<Field> fields =
        contract.keyFields().isEmpty() ? contract.fields() : contract.keyFields();
    return fields.stream()
        .map(f -> "COALESCE(TO_VARCHAR(" + new FieldSql(f).source() + "), '')")
        .collect(Collectors.joining(" || ':' || ", "MD5(", ")"));
  }

  private static String nulls(Contract contract) {
    return contract.fields().stream()
        .map(f -> "IFF(" + new FieldSql(f).source() + " IS NULL, 1, 0)")
        .collect(Collectors.joining(" + "));
  }

  private static Optional<String> length(Contract contract) {
    List<String> texts =
        contract.fields().stream()
            .filter(f -> f.type() instanceof SnowflakeType.Text)
            .map(f -> "COALESCE(LENGTH(" + new FieldSql(f).source() + "), 0)")
            .toList();
    return texts.isEmpty() ? Optional.empty() : Optional.of(String.join(" + ", texts));
  }
}
