package dev.freshet.procs.warehouse;

import com.snowflake.snowpark_java.Session;
import dev.freshet.procs.sql.Sql;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The session that Snowflake hands to a procedure. */
public final class SnowparkWarehouse implements Warehouse {
  private final Session session;

  public SnowparkWarehouse(Session session) {
    this.session = session;
  }

  @Override
  public void run(String sql) {
    collect(sql);
  }

  @Override
  public long change(String sql) {
    // One row; a multi-table INSERT counts each table in a column of its own. UPDATE adds a column
    // of rows joined more than once, which is 0 for our statements.
    return collect(sql).stream()
        .flatMap(row -> row.values().stream())
        .mapToLong(value -> value == null ? 0 : Long.parseLong(value))
        .sum();
  }

  @Override
  public List<Row> rows(String sql) {
    return collect(sql);
  }

  @Override
  public Answer named(String sql, List<String> columns) {
    collect(sql);
    String id = lastQueryId();
    String list = columns.stream().map(Sql::quoted).collect(Collectors.joining(", "));
    return new Answer(
        id, collect("SELECT " + list + " FROM TABLE(RESULT_SCAN(" + Sql.literal(id) + "))"));
  }

  @Override
  public String lastQueryId() {
    return collect("SELECT LAST_QUERY_ID()").get(0).text(0);
  }

  private List<Row> collect(String sql) {
    try {
      return Arrays.stream(session.sql(sql).collect()).map(SnowparkWarehouse::row).toList();
    } catch (Exception e) { // Scala declares no checked exceptions: a SQLException comes undeclared
      throw WarehouseException.of(sql, e);
    }
  }

  private static Row row(com.snowflake.snowpark_java.Row row) {
    List<@Nullable String> values = new ArrayList<>(row.size());
    for (int i = 0; i < row.size(); i++) {
      values.add(text(row.get(i)));
    }
    return new Row(values);
  }

  private static @Nullable String text(@Nullable Object value) {
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    return value == null ? null : value.toString();
  }
}
