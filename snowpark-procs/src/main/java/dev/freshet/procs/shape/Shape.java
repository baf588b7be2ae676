package dev.freshet.procs.shape;

import dev.freshet.contract.Contract;
import dev.freshet.contract.Field;
import dev.freshet.contract.Rule;
import dev.freshet.procs.sql.Sql;
import java.util.ArrayList;
import java.util.List;

/**
 * The query that turns the rows of a contract's stream into facts. Each row of its result has an
 * outcome: {@code upsert}, {@code delete}, {@code rejected}, {@code filtered}, {@code unchanged},
 * or NULL for the other half of a pair.
 *
 * @param contract what is promised
 * @param stream the stream's full name
 */
public record Shape(Contract contract, String stream) {

  /**
   * How many rows had which outcome ({@code none} for the other half of a pair), broke which rule,
   * and how many rows they add to KEYS and RELEASES: OUTCOME, VIOLATION, ROWS, NOTED.
   */
  public String counts(Memory memory) {
    return counts(outcomes(memory));
  }

  /** The same of other outcomes. */
  static String counts(Select outcomes) {
    return "SELECT COALESCE(\"__outcome\", 'none'), "
        + violation()
        + ", COUNT(*), COUNT_IF(\"__noted\") + COUNT_IF(\"__gone\")\nFROM (\n"
        + outcomes.text()
        + "\n)\nWHERE \"__outcome\" IS NOT NULL OR \"__noted\" OR \"__gone\"\nGROUP BY 1, 2";
  }

  /**
   * The rows as they are staged or set aside. Literals stand in the select list because the VALUES
   * of a multi-table INSERT take columns only (sql-reference/sql/insert-multi-table).
   *
   * @param sequence the change set the rows will belong to
   * @param run the run that takes them
   */
  public String facts(long sequence, String run, Memory memory) {
    return facts(outcomes(memory), sequence, run, memory);
  }

  /** The same of other outcomes. */
  String facts(Select outcomes, long sequence, String run, Memory memory) {
    Select select =
        Select.from(outcomes)
            .item(sequence + "", "\"__sequence\"")
            .item(Sql.literal(contract.id().toString()), "\"__contract\"")
            .item(Sql.literal(contract.version().toString()), "\"__version\"")
            .item(Sql.literal(run), "\"__run\"")
            .item(memory.attempt() + "", "\"__attempt\"")
            .item(operation(), "\"__op\"")
            .item(violation(), "\"__violation\"")
            .items(List.of("\"__row_id\"", "\"__key\""))
            .item(KeySql.lane("\"__key\"", contract.lanes()), "\"__lane\"")
            .items(List.of("\"__n\"", "\"__noted\""));
    if (contract.kind() == Contract.Kind.STATE) {
      select.item("\"__key\"", "\"__identity\"");
      select.items(List.of("\"__gone\"")).item(Sql.literal("the row is gone"), "\"__reason\"");
      select.items(new KnownKeys(contract, memory.keys()).remembered(sequence));
    } else {
      select.item("\"__identity\"");
      select.item(Sql.literal("published under the same identity"), "\"__reason\"");
    }
    select.item("'superseded'", "\"__closes\"");
    contract.fields().forEach(f -> select.item(shown(f), new FieldSql(f).name()));
    return select.text();
  }

  /** The columns of the outbox, as {@code name type}. */
  public List<String> stagedColumns() {
    List<String> columns =
        new ArrayList<>(
            List.of(
                "\"__sequence\" NUMBER(19,0) NOT NULL",
                "\"__op\" VARCHAR(1) NOT NULL",
                "\"__key\" VARCHAR NOT NULL",
                "\"__lane\" NUMBER(10,0) NOT NULL",
                "\"__n\" NUMBER(19,0) NOT NULL"));
    for (Field f : contract.fields()) {
      columns.add(stagedColumn(f));
    }
    return columns;
  }

  /** A field's column in the outbox, as {@code name type}. */
  public static String stagedColumn(Field field) {
    return new FieldSql(field).name() + " " + CarrierSql.columnType(field.type());
  }

  /** The columns of a part, in its order. */
  public List<String> partColumns() {
    List<String> names = new ArrayList<>(List.of("\"__op\"", "\"__key\"", "\"__lane\"", "\"__n\""));
    names.addAll(new Rows(contract).names());
    return names;
  }

  private Select outcomes(Memory memory) {
    Rows rows = new Rows(contract);
    return contract.kind() == Contract.Kind.STATE
        ? new StateFold(rows, memory).outcomes(Images.changes(stream))
        : new EventOrder(rows, memory).outcomes(Images.changes(stream));
  }

  private static String operation() {
    return "CASE \"__outcome\" WHEN 'upsert' THEN 'U' WHEN 'delete' THEN 'D' END";
  }

  private static String violation() {
    return "CASE WHEN \"__outcome\" = 'rejected' THEN COALESCE(\"__broken\", "
        + Sql.literal(Rule.DUPLICATE_KEY.word())
        + ") END";
  }

  /** In its carrier. A delete carries its key fields; the others are null. */
  private String shown(Field f) {
    String carried = new CarrierSql(contract.zone()).of(f.type(), new FieldSql(f).name());
    return f.isKey() || contract.kind() == Contract.Kind.EVENT
        ? carried
        : "CASE WHEN \"__outcome\" <> 'delete' THEN " + carried + " END";
  }
}
