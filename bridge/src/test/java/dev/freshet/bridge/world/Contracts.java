package dev.freshet.bridge.world;

/** Contract files for tests: small, complete. */
public final class Contracts {
  private Contracts() {}

  private static String text(String fact, String kindAndMore, String properties) {
    return """
        apiVersion: v3.1.0
        kind: DataContract
        id: 00000000-0000-0000-0000-000000000001
        name: %1$s
        domain: test
        version: 1.0.0
        status: active
        team: {name: test-team}
        support:
          - {channel: "#test", url: "https://example.com/test"}
        servers:
          - {server: topic, type: kafka, environment: dev, host: localhost, format: json}
        schema:
          - name: %1$s
            physicalType: topic
            physicalName: test.%1$s.v1
            properties:
        %3$s
            customProperties:
              - {property: freshet.source, value: db.core.items}
        %2$s
        """
        .formatted(
            fact, kindAndMore.indent(6).stripTrailing(), properties.indent(6).stripTrailing());
  }

  /** A state contract of items: id (key), name, price. */
  public static String items(String world, int lanes) {
    return text(
        "item_" + world,
        "- {property: freshet.lanes, value: %d}".formatted(lanes),
        """
        - {name: id, physicalType: "NUMBER(12,0)", required: true, primaryKey: true, primaryKeyPosition: 1}
        - {name: name, physicalType: VARCHAR}
        - {name: price, physicalType: "NUMBER(12,2)"}
        """);
  }

  /** An event contract of orders: customer (key), order_id (identity), placed, amount. */
  public static String orders(String world, int lanes) {
    return text(
        "order_" + world,
        """
        - {property: freshet.lanes, value: %d}
        - {property: freshet.kind, value: event}
        - {property: freshet.eventTime, value: placed}
        - {property: freshet.identity, value: [order_id]}
        """
            .formatted(lanes),
        """
        - {name: customer, physicalType: "NUMBER(12,0)", required: true, primaryKey: true, primaryKeyPosition: 1}
        - {name: order_id, physicalType: "NUMBER(12,0)", required: true}
        - {name: placed, physicalType: DATE, required: true}
        - {name: amount, physicalType: "NUMBER(12,2)"}
        """);
  }

  /** The same contract with values in Avro; mode is lookup or register. */
  public static String inAvro(String contract, String mode) {
    return contract.replace("format: json", "format: avro").stripTrailing()
        + "\n      - {property: freshet.registryMode, value: %s}\n".formatted(mode);
  }

  /** Rows for {@link #items}: ids from (inclusive) to to (exclusive). */
  public static String itemRows(int from, int to, String name) {
    return ("SELECT 'U' AS __op, i::VARCHAR AS __key, 1 AS __n, i::DECIMAL(12,0) AS id,"
            + " '%s' AS name, (i / 4)::DECIMAL(12,2) AS price FROM range(%d, %d) t(i)")
        .formatted(name, from, to);
  }

  /** Deletes for {@link #items}. */
  public static String itemDeletes(int from, int to) {
    return ("SELECT 'D' AS __op, i::VARCHAR AS __key, 1 AS __n, i::DECIMAL(12,0) AS id,"
            + " NULL::VARCHAR AS name, NULL::DECIMAL(12,2) AS price FROM range(%d, %d) t(i)")
        .formatted(from, to);
  }

  /** Rows for {@link #orders}: so many customers, each with so many orders, sorted. */
  public static String orderRows(int customers, int each, int firstOrder) {
    return ("SELECT 'U' AS __op, c::VARCHAR AS __key, n AS __n, c::DECIMAL(12,0) AS customer,"
            + " (%3$d + c * %2$d + n)::DECIMAL(12,0) AS order_id, (20000 + n)::DECIMAL(38,0) AS"
            + " placed, 12.5::DECIMAL(12,2) AS amount FROM range(0, %1$d) a(c), range(1, %2$d + 1)"
            + " b(n) ORDER BY __key, __n")
        .formatted(customers, each, firstOrder);
  }
}
