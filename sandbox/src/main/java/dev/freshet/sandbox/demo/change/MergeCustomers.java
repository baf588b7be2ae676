package dev.freshet.sandbox.demo.change;

import java.util.List;
import java.util.stream.Collectors;

/** Customers that are known get a new balance and segment, others are added. */
public record MergeCustomers(List<Row.Customer> rows) implements Step {
  private static final List<String> COLUMNS =
      List.of(
          "C_CUSTKEY",
          "C_NAME",
          "C_ADDRESS",
          "C_NATIONKEY",
          "C_PHONE",
          "C_ACCTBAL",
          "C_MKTSEGMENT",
          "C_COMMENT");

  public MergeCustomers {
    rows = List.copyOf(rows);
  }

  @Override
  public String statement() {
    String values = COLUMNS.stream().map("s."::concat).collect(Collectors.joining(", "));
    return "MERGE INTO %s t USING (%s) s ON t.C_CUSTKEY = s.C_CUSTKEY"
            .formatted(ShopTable.CUSTOMER.qualifiedName(), source())
        + " WHEN MATCHED THEN UPDATE SET C_ACCTBAL = s.C_ACCTBAL, C_MKTSEGMENT = s.C_MKTSEGMENT"
        + " WHEN NOT MATCHED THEN INSERT (%s) VALUES (%s)"
            .formatted(String.join(", ", COLUMNS), values);
  }

  private String source() {
    return rows.stream().map(MergeCustomers::select).collect(Collectors.joining(" UNION ALL "));
  }

  private static String select(Row.Customer row) {
    StringBuilder select = new StringBuilder("SELECT ");
    List<String> literals = row.literals();
    for (int i = 0; i < literals.size(); i++) {
      select
          .append(i == 0 ? "" : ", ")
          .append(literals.get(i))
          .append(" AS ")
          .append(COLUMNS.get(i));
    }
    return select.toString();
  }
}
