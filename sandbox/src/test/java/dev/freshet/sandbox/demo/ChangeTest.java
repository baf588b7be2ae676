package dev.freshet.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.sandbox.demo.change.DeleteKeys;
import dev.freshet.sandbox.demo.change.DeleteThenInsert;
import dev.freshet.sandbox.demo.change.KeySwap;
import dev.freshet.sandbox.demo.change.MergeCustomers;
import dev.freshet.sandbox.demo.change.ReloadCustomers;
import dev.freshet.sandbox.demo.change.RolledBack;
import dev.freshet.sandbox.demo.change.Row;
import dev.freshet.sandbox.demo.change.ShopTable;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeTest {
  private static final Row.Customer CUSTOMER =
      new Row.Customer(
          7, "O'Neil\\n", "Église", 3, "13-1", new BigDecimal("-1.50"), "BUILDING", "");
  private static final String TUPLE =
      "7, 'O''Neil\\\\n', 'Église', 3, '13-1', -1.50, 'BUILDING', ''";

  @Test
  void aSwapIsOneTransactionByWayOfASpareKey() {
    assertThat(new KeySwap(ShopTable.ORDERS, 1, 2, 99).statements())
        .containsExactly(
            "BEGIN",
            "UPDATE SHOP.CORE.ORDERS SET O_ORDERKEY = 99 WHERE O_ORDERKEY = 1",
            "UPDATE SHOP.CORE.ORDERS SET O_ORDERKEY = 1 WHERE O_ORDERKEY = 2",
            "UPDATE SHOP.CORE.ORDERS SET O_ORDERKEY = 2 WHERE O_ORDERKEY = 99",
            "COMMIT");
  }

  @Test
  void quotesAndBackslashesAreEscaped() {
    assertThat(new DeleteThenInsert(CUSTOMER).statements())
        .containsExactly(
            "DELETE FROM SHOP.CORE.CUSTOMER WHERE C_CUSTKEY IN (7)",
            "INSERT INTO SHOP.CORE.CUSTOMER VALUES (" + TUPLE + ")");
  }

  @Test
  void aMergeNamesItsColumns() {
    assertThat(new MergeCustomers(List.of(CUSTOMER)).statement())
        .startsWith(
            "MERGE INTO SHOP.CORE.CUSTOMER t USING (SELECT 7 AS C_CUSTKEY, 'O''Neil\\\\n' AS C_NAME, ")
        .contains(") s ON t.C_CUSTKEY = s.C_CUSTKEY WHEN MATCHED THEN UPDATE SET ")
        .endsWith(
            "VALUES (s.C_CUSTKEY, s.C_NAME, s.C_ADDRESS, s.C_NATIONKEY, s.C_PHONE, s.C_ACCTBAL, s.C_MKTSEGMENT, s.C_COMMENT)");
  }

  @Test
  void whatIsRolledBackEndsWithRollback() {
    assertThat(
            new RolledBack(List.of(new DeleteKeys(ShopTable.CUSTOMER, List.of(1L, 2L))))
                .statements())
        .containsExactly(
            "BEGIN", "DELETE FROM SHOP.CORE.CUSTOMER WHERE C_CUSTKEY IN (1, 2)", "ROLLBACK");
  }

  @Test
  void aReloadWritesTheWholeTable() {
    assertThat(new ReloadCustomers(5).statements())
        .containsExactly(
            "INSERT OVERWRITE INTO SHOP.CORE.CUSTOMER_LOAD SELECT * FROM SHOP.CORE.CUSTOMER",
            "UPDATE SHOP.CORE.CUSTOMER_LOAD SET C_ACCTBAL = C_ACCTBAL + 0.01 WHERE MOD(C_CUSTKEY, 97) = 5",
            "INSERT OVERWRITE INTO SHOP.CORE.CUSTOMER SELECT * FROM SHOP.CORE.CUSTOMER_LOAD");
  }
}
