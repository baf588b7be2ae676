package dev.freshet.sandbox.demo;

import dev.freshet.sandbox.demo.change.Change;
import dev.freshet.sandbox.demo.change.ReloadCustomers;
import dev.freshet.sandbox.demo.change.ShopTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The working schema of the demo, SHOP.CORE, over a connection with autocommit; for one thread. In
 * this order: {@link #create}, then the contracts are registered, {@link #watchOrders}, {@link
 * #load}, so that the first load already arrives as changes, and then any number of changes.
 */
public final class DemoShop {
  /**
   * An append-only stream on ORDERS that nobody ever consumes: it shows, independently of any
   * contract, which rows were inserted since it was made.
   */
  public static final String ORDERS_INSERTED = ShopTable.SCHEMA + ".ORDERS_INSERTED";

  private final Connection connection;
  private final TpchSample sample;

  public DemoShop(Connection connection, TpchSample sample) {
    this.connection = connection;
    this.sample = sample;
  }

  /** Makes the empty tables, if they are not there. */
  public void create() throws SQLException {
    execute("CREATE DATABASE IF NOT EXISTS SHOP");
    execute("CREATE SCHEMA IF NOT EXISTS " + ShopTable.SCHEMA);
    createTable(ShopTable.CUSTOMER.qualifiedName(), sample.customer());
    createTable(ShopTable.ORDERS.qualifiedName(), sample.orders());
    // The shop is laxer than its contracts, as sources are: see BadRows.
    execute(
        "ALTER TABLE "
            + ShopTable.ORDERS.qualifiedName()
            + " ALTER COLUMN O_CUSTKEY DROP NOT NULL");
    createTable(ReloadCustomers.PREPARED, sample.customer());
  }

  private void createTable(String name, SampleTable like) throws SQLException {
    execute("CREATE TABLE IF NOT EXISTS " + name + " " + like.declaration());
  }

  /** Begins to note which orders are inserted. */
  public void watchOrders() throws SQLException {
    execute(
        "CREATE STREAM IF NOT EXISTS %s ON TABLE %s APPEND_ONLY = TRUE"
            .formatted(ORDERS_INSERTED, ShopTable.ORDERS.qualifiedName()));
  }

  /** Copies the sample data, one transaction a table. */
  public void load() throws SQLException {
    copy(ShopTable.CUSTOMER, sample.customer());
    copy(ShopTable.ORDERS, sample.orders());
  }

  private void copy(ShopTable to, SampleTable from) throws SQLException {
    execute("INSERT INTO " + to.qualifiedName() + " SELECT * FROM " + from.qualifiedName());
  }

  /**
   * Makes changes, in order. If one fails, a transaction of it is rolled back.
   *
   * @throws SQLException naming the kind of change and the number of its statement
   */
  public void apply(List<Change> changes) throws SQLException {
    for (Change change : changes) {
      apply(change);
    }
  }

  private void apply(Change change) throws SQLException {
    List<String> statements = change.statements();
    for (int i = 0; i < statements.size(); i++) {
      try {
        execute(statements.get(i));
      } catch (SQLException e) {
        rollBack(statements, e);
        throw new SQLException(
            "The demo's change %s failed at statement %d of %d: %s"
                .formatted(
                    change.getClass().getSimpleName(), i + 1, statements.size(), e.getMessage()),
            e.getSQLState(),
            e.getErrorCode(),
            e);
      }
    }
  }

  private void rollBack(List<String> statements, SQLException failure) {
    if (!statements.get(0).equals("BEGIN")) {
      return;
    }
    try {
      execute("ROLLBACK");
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
