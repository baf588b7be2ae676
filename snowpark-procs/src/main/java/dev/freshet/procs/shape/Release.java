package dev.freshet.procs.shape;

import dev.freshet.contract.Contract;
import dev.freshet.contract.Field;
import dev.freshet.contract.Rule;
import dev.freshet.procs.sql.Sql;
import java.util.List;
import java.util.Optional;

/**
 * The facts behind open rejections as they stand in the source, shaped by the version in force.
 * Standing means: as of a time, and untouched since the stream's offset. What was touched is the
 * next run's: its newer fact must not be followed by this one.
 *
 * <p>Each rejection comes to one outcome: {@code upsert} (released), {@code superseded} (gone, kept
 * out by the condition, or published already), {@code broken} (still, or by several rows under one
 * key), {@code pending} (touched).
 *
 * @param source the source as of the present
 * @param rule the rule whose rejections are looked at; empty for all
 * @param evidence what else is known of the rows
 */
public record Release(
    Contract contract, AsOf source, Optional<Rule> rule, Memory memory, Evidence evidence) {

  /**
   * What tells which row stands under a key or an identity.
   *
   * @param rewrites the standard stream beside an event contract's own: shows that a row is gone
   * @param rowIds whether the ids that were noted are those of rows the condition lets in; not so
   *     once a version had another condition
   */
  public record Evidence(Optional<String> rewrites, boolean rowIds) {}

  /** How many rejected identities came to which outcome: OUTCOME, IDENTITIES. */
  public String counts() {
    return "SELECT \"__outcome\", COUNT(DISTINCT \"__closing\")\nFROM "
        + outcomes().bracketed()
        + "\nGROUP BY 1";
  }

  /** The rows as they are staged and remembered, and the rejections that are closed. */
  public String facts(long sequence, String run, String reason) {
    Select select =
        Select.from(outcomes())
            .item(sequence + "", "\"__sequence\"")
            .item(Sql.literal(contract.id().toString()), "\"__contract\"")
            .item(Sql.literal(run), "\"__run\"")
            .item(memory.attempt() + "", "\"__attempt\"")
            .item("CASE \"__outcome\" WHEN 'upsert' THEN 'U' END", "\"__op\"")
            .item(
                "CASE \"__outcome\" WHEN 'upsert' THEN 'released'"
                    + " WHEN 'superseded' THEN 'superseded' END",
                "\"__closes\"")
            .item("\"__closing\"", "\"__identity\"")
            .item(Sql.literal(reason), "\"__reason\"")
            .item("\"__key\"")
            .item(KeySql.lane("\"__key\"", contract.lanes()), "\"__lane\"")
            .item(isState() ? "1" : order().number("\"__outcome\""), "\"__n\"");
    if (isState()) {
      select.items(keys().remembered(sequence));
    }
    CarrierSql carriers = new CarrierSql(contract.zone());
    for (Field f : contract.fields()) {
      String name = new FieldSql(f).name();
      select.item(carriers.of(f.type(), name), name);
    }
    return select.text();
  }

  private Select outcomes() {
    Select select =
        Select.from(candidates())
            .item(outcome(), "\"__outcome\"")
            .items(List.of("\"__closing\"", "\"__key\"", "\"__row_id\""));
    if (isState()) {
      select.items(List.of("\"__after\"", "\"__image\"")).items(keys().knownNames());
    }
    return select.items(rows().names());
  }

  private String outcome() {
    return String.join(
        "\n  ",
        "CASE",
        "WHEN \"__pending\" THEN 'pending'",
        "WHEN \"__standing\" = 0 THEN 'superseded'",
        "WHEN \"__standing\" > 1 OR \"__broken\" IS NOT NULL THEN 'broken'",
        isState() ? "WHEN " + keys().unchanged() + " THEN 'superseded'" : "",
        "ELSE 'upsert'",
        "END");
  }

  /** Each open rejection beside the rows that stand under its identity. */
  private Select candidates() {
    Select select =
        Select.from(rejections(), "\"o\"", joins())
            .item("\"o\".IDENTITY_TEXT", "\"__closing\"")
            .item("\"p\"." + identity() + " IS NOT NULL", "\"__pending\"")
            .item(
                "COUNT(\"r\"." + identity() + ") OVER (PARTITION BY \"o\".IDENTITY_TEXT)",
                "\"__standing\"")
            .items(List.of("\"r\".\"__key\"", "\"r\".\"__broken\""))
            .item(rowId(), "\"__row_id\"");
    if (isState()) {
      select.item("TRUE", "\"__after\"").item("\"r\".\"__image\"").items(keys().known());
    }
    rows().names().forEach(name -> select.item("\"r\"." + name));
    return select;
  }

  private Select rejections() {
    return Select.from(memory.openRejections())
        .item("IDENTITY_TEXT")
        .item("MIN(ROW_ID)", "LEAST_ROW")
        .item("MAX(ROW_ID)", "GREATEST_ROW")
        .ending(
            "WHERE CONTRACT = "
                + Sql.literal(contract.id().toString())
                + " AND IDENTITY_TEXT IS NOT NULL"
                + rule.map(r -> " AND RULE = " + Sql.literal(r.word())).orElse("")
                + "\nGROUP BY IDENTITY_TEXT");
  }

  private String joins() {
    String of = " = \"o\".IDENTITY_TEXT";
    Select standing = rows().judged(Images.standing(source.standing()));
    String touched = touched(source.changes());
    if (evidence.rewrites().isPresent()) {
      touched += "\nUNION\n" + touched(source.allChanges(evidence.rewrites().get()));
    }
    return "LEFT JOIN "
        + standing.bracketed()
        + " AS \"r\" ON \"r\"."
        + identity()
        + of
        + " AND \"r\".\"__admitted\"\nLEFT JOIN "
        + "(\n"
        + touched
        + "\n)"
        + " AS \"p\" ON \"p\"."
        + identity()
        + of
        + (isState() ? "\n" + keys().joinNewest("\"o\".IDENTITY_TEXT", memory.attempt()) : "");
  }

  private String touched(String changes) {
    return Select.from(rows().judged(Images.changes(changes)))
        .item("DISTINCT " + identity(), identity())
        .text();
  }

  /**
   * A row that stands does not tell its id. KEYS knows which one holds the key, or the rejection
   * which one wants it, as long as the condition is what it was.
   */
  private String rowId() {
    String rejected = "CASE WHEN \"o\".LEAST_ROW = \"o\".GREATEST_ROW THEN \"o\".LEAST_ROW END";
    String unknown = new UnknownRow(contract).text();
    if (!isState()) {
      return rejected;
    }
    return evidence.rowIds()
        ? "COALESCE(\"k\".ROW_ID, " + rejected + ", " + unknown + ")"
        : unknown;
  }

  private String identity() {
    return isState() ? "\"__key\"" : "\"__identity\"";
  }

  private boolean isState() {
    return contract.kind() == Contract.Kind.STATE;
  }

  private Rows rows() {
    return new Rows(contract);
  }

  private KnownKeys keys() {
    return new KnownKeys(contract, memory.keys());
  }

  private EventOrder order() {
    return new EventOrder(rows(), memory);
  }
}
