package dev.freshet.sandbox.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.contract.Contract;
import dev.freshet.contract.Field;
import dev.freshet.contract.Json;
import dev.freshet.contract.KeyText;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The facts that the truth holds now: read over JDBC and put into the form of records, by the
 * contract alone.
 */
record SourceFacts(CheckedContract checked) {

  /** Hands over key text and fact text of every row, in no order. */
  void read(Connection connection, BiConsumer<String, String> each) throws SQLException {
    FactText text = new FactText(checked.contract());
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql())) {
      while (rows.next()) {
        List<@Nullable String> values = values(rows);
        each.accept(key(values), text.of(fact(values)));
      }
    }
  }

  String sql() {
    Contract contract = checked.contract();
    String columns =
        contract.fields().stream()
            .map(field -> SourceValue.of(field.type()).sql(expression(field)))
            .collect(Collectors.joining(", "));
    return "SELECT " + columns + " FROM " + checked.truth() + where(contract);
  }

  /** Without the rows that were set aside: these are counted by their rule. */
  private String where(Contract contract) {
    return Stream.concat(
            contract.where().stream().map(condition -> "(" + condition + ")"),
            checked.setAside().stream().map(SetAside::others))
        .reduce((one, other) -> one + " AND " + other)
        .map(conditions -> " WHERE " + conditions)
        .orElse("");
  }

  private static String expression(Field field) {
    return field
        .transformLogic()
        .map(logic -> "(" + logic + ")")
        .orElseGet(() -> '"' + field.column() + '"');
  }

  private List<@Nullable String> values(ResultSet row) throws SQLException {
    List<@Nullable String> values = new ArrayList<>();
    for (Field field : checked.contract().fields()) {
      values.add(SourceValue.of(field.type()).text(row, values.size() + 1));
    }
    return values;
  }

  private String key(List<@Nullable String> values) {
    List<Field> fields = checked.contract().fields();
    return KeyText.of(
        checked.contract().keyFields().stream()
            .map(field -> Objects.requireNonNullElse(values.get(fields.indexOf(field)), ""))
            .toList());
  }

  private ObjectNode fact(List<@Nullable String> values) {
    ObjectNode fact = Json.STRICT.createObjectNode();
    List<Field> fields = checked.contract().fields();
    for (int i = 0; i < fields.size(); i++) {
      fact.set(fields.get(i).name(), json(fields.get(i), values.get(i)));
    }
    return fact;
  }

  private static @Nullable JsonNode json(Field field, @Nullable String value) {
    try {
      return value == null ? null : SourceValue.of(field.type()).json(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "The source's column "
              + field.column()
              + " holds no JSON, but its type is "
              + field.type(),
          e);
    }
  }
}
