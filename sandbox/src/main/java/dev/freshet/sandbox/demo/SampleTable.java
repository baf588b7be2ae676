package dev.freshet.sandbox.demo;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table of SNOWFLAKE_SAMPLE_DATA.TPCH_SF1 with its rows, made as they are asked for.
 *
 * @param rows each in the order of the columns: Long for NUMBER(38,0), BigDecimal of scale 2 for
 *     NUMBER(12,2), LocalDate for DATE, String for VARCHAR; iterating again gives the same rows
 */
public record SampleTable(String name, List<SampleColumn> columns, Iterable<List<Object>> rows) {

  /** Where a Snowflake account has these tables. */
  public static final String DATABASE = "SNOWFLAKE_SAMPLE_DATA";

  /** The schema, named for scale factor 1 whatever the scale of the sandbox is. */
  public static final String SCHEMA = "TPCH_SF1";

  public SampleTable {
    columns = List.copyOf(columns);
  }

  /** {@code SNOWFLAKE_SAMPLE_DATA.TPCH_SF1.<name>}. */
  public String qualifiedName() {
    return DATABASE + "." + SCHEMA + "." + name;
  }

  /** The columns as in CREATE TABLE, in parentheses. */
  public String declaration() {
    return columns.stream()
        .map(SampleColumn::declaration)
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
