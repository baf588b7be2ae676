package dev.freshet.sandbox.export;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes a table and a contract over it. */
final class FactBuilder {
  private static final AtomicInteger FACTS = new AtomicInteger();

  private final ExportAccount account;
  private final String name = "fact_" + FACTS.incrementAndGet();
  private final List<String> columns = new ArrayList<>();
  private final List<String> properties = new ArrayList<>();
  private final List<String> custom = new ArrayList<>();
  private String version = "1.0.0";
  private int keys;

  FactBuilder(ExportAccount account) {
    this.account = account;
  }

  /** A state contract with a key K and the fields A and B. */
  static FactBuilder state(ExportAccount account) {
    return new FactBuilder(account)
        .key("k", "NUMBER(38,0)", "NUMBER(9,0)")
        .field("a", "VARCHAR(20)", "VARCHAR(10)")
        .field("b", "NUMBER(14,4)", "NUMBER(12,2)");
  }

  /** An event contract: K is the key, ID the identity, AT the time, T a text of at most five. */
  static FactBuilder event(ExportAccount account) {
    return new FactBuilder(account)
        .key("k", "NUMBER(9,0)", "NUMBER(9,0)")
        .field("id", "NUMBER(9,0)", "NUMBER(9,0)", "required: true")
        .field("at", "DATE", "DATE", "required: true")
        .field("t", "VARCHAR(20)", "VARCHAR(5)")
        .with("kind", "event")
        .with("eventTime", "at")
        .with("identity", "[id]");
  }

  /** A column of the table that the contract says nothing of. */
  FactBuilder column(String definition) {
    columns.add(definition);
    return this;
  }

  FactBuilder key(String field, String columnType, String type) {
    keys++;
    return property(
        field,
        columnType,
        type,
        "required: true",
        "primaryKey: true",
        "primaryKeyPosition: " + keys);
  }

  FactBuilder field(String field, String columnType, String type, String... more) {
    return property(field, columnType, type, more);
  }

  private FactBuilder property(String field, String columnType, String type, String... more) {
    columns.add(field.toUpperCase(java.util.Locale.ROOT) + " " + columnType);
    StringBuilder text = new StringBuilder("      - name: " + field + "\n");
    text.append("        physicalType: ").append(type).append('\n');
    for (String line : more) {
      text.append("        ").append(line).append('\n');
    }
    properties.add(text.toString());
    return this;
  }

  /** A {@code freshet.} property. */
  FactBuilder with(String property, String value) {
    custom.add("      - property: freshet." + property + "\n        value: " + value + "\n");
    return this;
  }

  FactBuilder version(String newVersion) {
    version = newVersion;
    return this;
  }

  String text() {
    return """
        apiVersion: v3.1.0
        kind: DataContract
        id: %s
        status: active
        domain: shop
        name: %s
        version: %s
        team:
          name: the testers
        schema:
          - name: %s
            physicalType: topic
            physicalName: shop.%s.v1
            customProperties:
              - property: freshet.source
                value: SHOP.CORE.%s
        """
            .formatted(name, name, version, name, name, name)
        + String.join("", custom)
        + "    properties:\n"
        + String.join("", properties);
  }

  /** The table is made, the contract not registered. */
  Fact unregistered() throws SQLException {
    account.execute("CREATE TABLE SHOP.CORE." + name + " (" + String.join(", ", columns) + ")");
    return new Fact(account, name, text());
  }

  Fact register() throws SQLException {
    Fact fact = unregistered();
    account.registerText(fact.contractText());
    return fact;
  }
}
