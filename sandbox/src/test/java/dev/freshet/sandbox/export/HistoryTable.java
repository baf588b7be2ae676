package dev.freshet.sandbox.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The shape of a random table and of its contract. Beside the contract's fields the table has UID,
 * which names a row for good; REV, so that every update changes something; and W, which the
 * contract's condition asks for.
 *
 * @param isEvent whether it holds events: the key may repeat, and UID is the identity
 * @param tidy whether every row keeps the rules: what consumers hold must then be the table
 * @param where whether the contract has a condition
 */
record HistoryTable(
    boolean isEvent,
    boolean tidy,
    List<HistoryColumn> key,
    List<HistoryColumn> fields,
    boolean where,
    int lanes) {
  private static final List<HistoryColumn> KEYS =
      List.of(HistoryColumn.WHOLE, HistoryColumn.TEXT, HistoryColumn.DAY);

  static HistoryTable of(Random random, boolean isEvent) {
    List<HistoryColumn> key = new ArrayList<>(List.of(KEYS.get(random.nextInt(KEYS.size()))));
    if (random.nextInt(3) == 0) {
      key.add(HistoryColumn.WHOLE);
    }
    List<HistoryColumn> fields =
        random
            .ints(1 + random.nextInt(4), 0, HistoryColumn.values().length)
            .mapToObj(i -> HistoryColumn.values()[i])
            .collect(Collectors.toCollection(ArrayList::new));
    return new HistoryTable(
        isEvent, random.nextBoolean(), key, fields, random.nextInt(3) == 0, 1 + random.nextInt(3));
  }

  /** The columns of the contract in its order: those of the key, then the others. */
  List<HistoryColumn> columns() {
    return Stream.concat(key.stream(), fields.stream()).toList();
  }

  /** The name of a column of the contract. */
  String name(int column) {
    return column < key.size() ? "K" + column : "F" + (column - key.size());
  }

  List<String> names() {
    return IntStream.range(0, columns().size()).mapToObj(this::name).toList();
  }

  Fact register(ExportAccount account) throws Exception {
    return contract(account).register();
  }

  FactBuilder contract(ExportAccount account) {
    FactBuilder contract = new FactBuilder(account);
    for (int i = 0; i < columns().size(); i++) {
      HistoryColumn column = columns().get(i);
      String name = name(i).toLowerCase(java.util.Locale.ROOT);
      if (i < key.size()) {
        contract.key(name, column.sourceType, column.type);
      } else {
        contract.field(name, column.sourceType, column.type);
      }
    }
    if (isEvent) {
      contract.field("at", "DATE", "DATE", "required: true");
      contract.field("uid", "NUMBER(38,0)", "NUMBER(18,0)", "required: true");
      contract.with("kind", "event").with("eventTime", "at").with("identity", "[uid]");
    } else {
      contract.column("UID NUMBER(38,0)");
    }
    contract.column("REV NUMBER(9,0)").column("W NUMBER(9,0)");
    contract.with("lanes", Integer.toString(lanes)).with("maxRejectedShare", "1");
    contract.with("onViolation", rules());
    return where ? contract.with("where", "w > 1") : contract;
  }

  private String rules() {
    return isEvent
        ? "{doesNotFit: reject, missingKey: reject}"
        : "{doesNotFit: reject, missingKey: reject, duplicateKey: reject}";
  }

  /** Selects what a {@link HistoryRow} is made of. */
  String query(String from) {
    String texts =
        IntStream.range(0, columns().size())
            .mapToObj(i -> columns().get(i).text(name(i)))
            .collect(Collectors.joining(", "));
    return "SELECT UID, REV, W, " + texts + (isEvent ? ", TO_VARCHAR(AT)" : "") + " FROM " + from;
  }
}
