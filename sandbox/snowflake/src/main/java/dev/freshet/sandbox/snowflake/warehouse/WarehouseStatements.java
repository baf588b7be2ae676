package dev.freshet.sandbox.snowflake.warehouse;

import dev.freshet.sandbox.snowflake.ddl.CreateOptions;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.object.Answers;
import dev.freshet.sandbox.snowflake.object.OptionReader;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.warehouse.Warehouses.Warehouse;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** CREATE, ALTER and DROP WAREHOUSE. Source: sql-reference/sql/create-warehouse. */
final class WarehouseStatements implements StatementHandler {

  private static final Map<String, Function<OptionReader, String>> OPTIONS =
      Map.of(
          "WAREHOUSE_SIZE", OptionReader::word,
          "WAREHOUSE_TYPE", OptionReader::word,
          "MIN_CLUSTER_COUNT", WarehouseStatements::number,
          "MAX_CLUSTER_COUNT", WarehouseStatements::number,
          "AUTO_SUSPEND", WarehouseStatements::number,
          "AUTO_RESUME", WarehouseStatements::bool,
          "INITIALLY_SUSPENDED", WarehouseStatements::bool,
          "STATEMENT_TIMEOUT_IN_SECONDS", WarehouseStatements::number,
          "COMMENT", option -> option.tokens().string());

  private final Warehouses warehouses;

  WarehouseStatements(Warehouses warehouses) {
    this.warehouses = warehouses;
  }

  @Override
  public boolean handles(TokenReader statement) {
    return CreateOptions.creates(statement, "WAREHOUSE")
        || statement.startsWith("ALTER", "WAREHOUSE")
        || statement.startsWith("DROP", "WAREHOUSE");
  }

  @Override
  public Result execute(Session session, TokenReader statement) {
    if (CreateOptions.creates(statement, "WAREHOUSE")) {
      return create(session, statement);
    }
    return statement.accept("DROP", "WAREHOUSE") ? drop(statement) : alter(statement);
  }

  private Result create(Session session, TokenReader reader) {
    CreateOptions creation = CreateOptions.read(reader);
    reader.expect("WAREHOUSE");
    boolean ifNotExists = reader.accept("IF", "NOT", "EXISTS");
    String name = reader.identifier();
    reader.accept("WITH");
    Map<String, String> options = options(reader);
    reader.expectEnd();
    if (!creation.mayCreate(warehouses.has(name), ifNotExists, name)) {
      return Answers.alreadyThere(name);
    }
    boolean suspended = Boolean.parseBoolean(options.get("INITIALLY_SUSPENDED"));
    warehouses.put(new Warehouse(name, options, suspended, session.engine().clock().instant()));
    if (session.frame().isEmpty()) {
      session.useWarehouse(name);
    }
    return Answers.created("Warehouse", name);
  }

  private Result drop(TokenReader reader) {
    boolean ifExists = reader.accept("IF", "EXISTS");
    String name = reader.identifier();
    reader.expectEnd();
    if (ifExists && !warehouses.has(name)) {
      return Answers.alreadyDropped(name);
    }
    warehouses.remove(name);
    return Answers.dropped(name);
  }

  private Result alter(TokenReader reader) {
    reader.expect("ALTER", "WAREHOUSE");
    boolean ifExists = reader.accept("IF", "EXISTS");
    String name = reader.identifier();
    if (ifExists && !warehouses.has(name)) {
      return Answers.done();
    }
    Warehouse old = warehouses.get(name);
    Map<String, String> options = new HashMap<>(old.options());
    boolean suspended = old.suspended();
    if (reader.accept("SET")) {
      options.putAll(options(reader));
    } else if (reader.accept("SUSPEND")) {
      suspended = true;
    } else {
      reader.expect("RESUME");
      reader.accept("IF", "SUSPENDED");
      suspended = false;
    }
    reader.expectEnd();
    warehouses.put(new Warehouse(name, Map.copyOf(options), suspended, old.createdOn()));
    return Answers.done();
  }

  private static Map<String, String> options(TokenReader reader) {
    Map<String, String> read = new HashMap<>();
    Map<String, Consumer<OptionReader>> known = new HashMap<>();
    OPTIONS.forEach(
        (name, value) -> known.put(name, option -> read.put(name, value.apply(option))));
    new OptionReader(reader, known).readAll();
    return read;
  }

  private static String number(OptionReader option) {
    return option.tokens().accept("NULL") ? "0" : Long.toString(option.number());
  }

  private static String bool(OptionReader option) {
    return Boolean.toString(option.bool());
  }
}
