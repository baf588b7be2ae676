package dev.freshet.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freshet.sandbox.account.TestSnowflake;
import dev.freshet.sandbox.demo.change.Change;
import dev.freshet.sandbox.demo.change.DeleteKeys;
import dev.freshet.sandbox.demo.change.DeleteThenInsert;
import dev.freshet.sandbox.demo.change.InsertRows;
import dev.freshet.sandbox.demo.change.InsertThenDelete;
import dev.freshet.sandbox.demo.change.KeySwap;
import dev.freshet.sandbox.demo.change.MergeCustomers;
import dev.freshet.sandbox.demo.change.ReloadCustomers;
import dev.freshet.sandbox.demo.change.RolledBack;
import dev.freshet.sandbox.demo.change.Row;
import dev.freshet.sandbox.demo.change.ShopTable;
import dev.freshet.sandbox.demo.change.Transaction;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoShopTest {
  @TempDir static Path directory;
  private static TestSnowflake account;
  private static final TpchSample SAMPLE = new TpchSample(0.001);
  private DemoShop shop;

  @BeforeAll
  static void start() throws SQLException {
    account = new TestSnowflake(directory);
    SampleRows.fill(account, SAMPLE);
  }

  @AfterAll
  static void stop() throws SQLException {
    account.close();
  }

  @BeforeEach
  void openANewShop() throws SQLException {
    account.execute("DROP DATABASE IF EXISTS SHOP");
    shop = new DemoShop(account.connection(), SAMPLE);
    shop.create();
    shop.watchOrders();
    shop.load();
  }

  private static String one(String sql) throws SQLException {
    return account.rows(sql).get(0);
  }

  private static Row.Customer customer(long key, String name) {
    return new Row.Customer(
        key, name, "address", 3, "13-1", new BigDecimal("1.50"), "BUILDING", "");
  }

  private static Row.Order order(long key) {
    LocalDate day = LocalDate.of(1996, 1, 2);
    return new Row.Order(key, 1L, "O", new BigDecimal("10.00"), day, "5-LOW", "Clerk#1", "");
  }

  @Test
  void startsAsACopyOfTheSample() throws SQLException {
    for (ShopTable table : ShopTable.values()) {
      String sample = SampleTable.DATABASE + "." + SampleTable.SCHEMA + "." + table.name();
      String order = " ORDER BY " + table.key();
      assertThat(account.rows("SELECT * FROM " + table.qualifiedName() + order))
          .isEqualTo(account.rows("SELECT * FROM " + sample + order))
          .isNotEmpty();
    }
  }

  @Test
  void takesEveryRoundOfChangesAndKeepsKeysUnique() throws SQLException {
    Workload workload = new Workload(7, SAMPLE.orderCount());
    for (int round = 1; round <= 8; round++) {
      shop.apply(workload.round(round));
    }
    for (ShopTable table : ShopTable.values()) {
      String counts = "SELECT COUNT(*), COUNT(DISTINCT %s) FROM %s";
      String[] found = one(counts.formatted(table.key(), table.qualifiedName())).split("\\|");
      assertThat(found[0]).isEqualTo(found[1]).isNotEqualTo("0");
    }
  }

  @Test
  void seesEveryInsertedOrderWhateverBecameOfIt() throws SQLException {
    shop.apply(
        List.<Change>of(
            new InsertRows(List.of(order(1_000_000_001L))),
            new InsertThenDelete(order(1_000_000_002L)),
            new DeleteKeys(ShopTable.ORDERS, List.of(1L, 2L)),
            new KeySwap(ShopTable.ORDERS, 3, 4, 1_000_000_003L),
            new Transaction(List.of(new InsertRows(List.of(order(1_000_000_004L))))),
            new RolledBack(List.of(new InsertRows(List.of(order(1_000_000_005L)))))));
    assertThat(one("SELECT COUNT(*) FROM " + DemoShop.ORDERS_INSERTED))
        .isEqualTo(Integer.toString(SAMPLE.orderCount() + 3));
    assertThat(
            account.rows(
                "SELECT O_ORDERKEY FROM "
                    + DemoShop.ORDERS_INSERTED
                    + " WHERE O_ORDERKEY >= 1000000000 ORDER BY 1"))
        .containsExactly("1000000001", "1000000002", "1000000004");
  }

  @Test
  void keepsTextThatIsEasilyDamaged() throws SQLException {
    List<String> names =
        List.of("O'Neil \"7\"", "back\\slash", "two\nlines", "李雷 Größe", "100% {\"x\"}");
    for (int i = 0; i < names.size(); i++) {
      shop.apply(List.of(new DeleteThenInsert(customer(1 + i, names.get(i)))));
    }
    assertThat(
            account.rows(
                "SELECT C_NAME FROM SHOP.CORE.CUSTOMER WHERE C_CUSTKEY <= 5 ORDER BY C_CUSTKEY"))
        .isEqualTo(names);
  }

  @Test
  void swapsKeysAndNothingElse() throws SQLException {
    String names =
        "SELECT C_NAME FROM SHOP.CORE.CUSTOMER WHERE C_CUSTKEY IN (1, 2) ORDER BY C_CUSTKEY";
    List<String> before = account.rows(names);
    shop.apply(List.of(new KeySwap(ShopTable.CUSTOMER, 1, 2, 1_000_000_000L)));
    assertThat(account.rows(names)).containsExactly(before.get(1), before.get(0));
  }

  @Test
  void mergesKnownAndNewCustomers() throws SQLException {
    shop.apply(
        List.of(
            new MergeCustomers(List.of(customer(1, "ignored"), customer(1_000_000_000L, "new")))));
    assertThat(
            account.rows(
                "SELECT C_NAME, C_ACCTBAL FROM SHOP.CORE.CUSTOMER WHERE C_CUSTKEY IN (1, 1000000000) ORDER BY C_CUSTKEY"))
        .containsExactly("Customer#000000001|1.50", "new|1.50");
  }

  @Test
  void reloadsAllCustomersAndChangesFew() throws SQLException {
    String different =
        "SELECT COUNT(*) FROM SHOP.CORE.CUSTOMER c JOIN SNOWFLAKE_SAMPLE_DATA.TPCH_SF1.CUSTOMER s"
            + " ON c.C_CUSTKEY = s.C_CUSTKEY WHERE c.C_ACCTBAL <> s.C_ACCTBAL";
    shop.apply(List.of(new ReloadCustomers(1)));
    assertThat(one("SELECT COUNT(*) FROM SHOP.CORE.CUSTOMER")).isEqualTo("150");
    assertThat(one(different)).isEqualTo("2"); // customers 1 and 98
  }

  @Test
  void rollsBackWhatFailsAndSaysWhichChange() throws SQLException {
    String tooLong = "x".repeat(26);
    assertThatThrownBy(
            () ->
                shop.apply(
                    List.of(
                        new Transaction(
                            List.of(
                                new DeleteKeys(ShopTable.CUSTOMER, List.of(1L)),
                                new InsertRows(List.of(customer(1, tooLong))))))))
        .isInstanceOf(SQLException.class)
        .hasMessageStartingWith("The demo's change Transaction failed at statement 3 of 4: ");
    assertThat(one("SELECT COUNT(*) FROM SHOP.CORE.CUSTOMER WHERE C_CUSTKEY = 1")).isEqualTo("1");
  }
}
