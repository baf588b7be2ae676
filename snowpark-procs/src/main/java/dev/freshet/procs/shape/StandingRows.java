package dev.freshet.procs.shape;

import dev.freshet.contract.Contract;
import dev.freshet.contract.Field;
import dev.freshet.contract.Rule;
import dev.freshet.procs.sql.Sql;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a source as they stand, shaped as facts and held to the rules, before there is any
 * change: what a gate and a rehearsal look at. What was published earlier plays no part.
 */
public final class StandingRows {
  private final Contract contract;
  private final Rows rows;
  private final String from;

  private StandingRows(Contract contract, String from) {
    this.contract = contract;
    this.rows = new Rows(contract);
    this.from = from;
  }

  /** All rows. */
  public static StandingRows all(Contract contract) {
    return new StandingRows(contract, Sql.source(contract.source()));
  }

  /**
   * Representative ones.
   *
   * @param rows how many at most
   */
  public static StandingRows sample(Contract contract, int rows) {
    return new StandingRows(contract, new Sampling(contract).query(rows));
  }

  /** How many rows had which outcome, and broke which rule: OUTCOME, VIOLATION, ROWS. */
  public String counts() {
    return "SELECT \"__outcome\", "
        + violation()
        + ", COUNT(*)\nFROM (\n"
        + outcomes().text()
        + "\n)\nGROUP BY 1, 2";
  }

  /** The rows that keep the rules, with the columns of a part, all in lane 0. */
  public String facts() {
    Select select =
        Select.from(outcomes())
            .item("'U'", "\"__op\"")
            .item("\"__key\"")
            .item("0", "\"__lane\"")
            .item("\"__n\"");
    CarrierSql carriers = new CarrierSql(contract.zone());
    for (Field f : contract.fields()) {
      String name = new FieldSql(f).name();
      select.item(carriers.of(f.type(), name), name);
    }
    return select.ending("WHERE \"__outcome\" = 'upsert'").text();
  }

  private Select outcomes() {
    return Select.from(judged())
        .items(List.of("\"__outcome\"", "\"__broken\"", "\"__key\""))
        .item(number(), "\"__n\"")
        .items(rows.names());
  }

  private Select judged() {
    List<String> cases =
        new ArrayList<>(List.of("CASE", "WHEN NOT \"__admitted\" THEN 'filtered'"));
    cases.add("WHEN \"__broken\" IS NOT NULL THEN 'rejected'");
    if (contract.kind() == Contract.Kind.STATE) {
      cases.add("WHEN COUNT_IF(\"__admitted\") OVER (PARTITION BY \"__key\") > 1 THEN 'rejected'");
    }
    cases.add("ELSE 'upsert'");
    cases.add("END");
    return Select.from(rows.judged(Images.standing(from)))
        .item(String.join("\n  ", cases), "\"__outcome\"")
        .items(List.of("\"__broken\"", "\"__key\""))
        .items(rows.names());
  }

  private String number() {
    return contract.kind() == Contract.Kind.STATE
        ? "1"
        : "ROW_NUMBER() OVER (PARTITION BY \"__key\", \"__outcome\" ORDER BY "
            + EventOrder.order(contract)
            + ")";
  }

  private static String violation() {
    return "CASE WHEN \"__outcome\" = 'rejected' THEN COALESCE(\"__broken\", "
        + Sql.literal(Rule.DUPLICATE_KEY.word())
        + ") END";
  }
}
