package dev.freshet.bridge.fact;

import dev.freshet.bridge.stage.PartException;
import dev.freshet.contract.Contract;
import dev.freshet.contract.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.parquet.column.ColumnReadStore;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** The columns of a part, held against the contract: none missing, none too many. */
final class PartColumns {
  final Column op;
  final Column key;
  final Column.OfNumbers lane;
  final Column.OfNumbers n;
  final List<Column.OfField> fields = new ArrayList<>();
  final List<Column.OfField> keyFields;
  final List<Column.OfField> identity;
  final Optional<Column.OfField> eventTime;
  private final List<Column> all = new ArrayList<>();

  PartColumns(MessageType schema, Contract contract) {
    op = new Column(schema, "__op");
    key = new Column(schema, "__key");
    lane = new Column.OfNumbers(schema, "__lane");
    n = new Column.OfNumbers(schema, "__n");
    all.addAll(List.of(op, key, lane, n));
    Map<String, Column.OfField> byName = new HashMap<>();
    for (Field field : contract.fields()) {
      Column.OfField column = new Column.OfField(schema, field);
      fields.add(column);
      byName.put(field.name(), column);
    }
    all.addAll(fields);
    keyFields =
        contract.keyFields().stream()
            .flatMap(f -> Optional.ofNullable(byName.get(f.name())).stream())
            .toList();
    identity =
        contract.identity().stream()
            .flatMap(f -> Optional.ofNullable(byName.get(f)).stream())
            .toList();
    eventTime = contract.eventTime().map(byName::get);
    refuseOthers(schema);
  }

  private void refuseOthers(MessageType schema) {
    Set<String> extra = new HashSet<>();
    for (Type type : schema.getFields()) {
      extra.add(type.getName());
    }
    all.forEach(c -> extra.remove(c.name()));
    if (!extra.isEmpty()) {
      throw new PartException("columns " + extra + " are not in the contract");
    }
  }

  void enter(ColumnReadStore rowGroup) {
    all.forEach(c -> c.enter(rowGroup));
  }

  void advance() {
    for (Column column : all) {
      column.advance();
    }
  }
}
