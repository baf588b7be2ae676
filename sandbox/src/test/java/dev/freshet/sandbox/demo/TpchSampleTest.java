package dev.freshet.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.freshet.contract.type.SnowflakeType.Fixed;
import dev.freshet.contract.type.SnowflakeType.Text;
import dev.freshet.sandbox.demo.change.KeyRange;
import dev.freshet.sandbox.demo.change.ShopTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class TpchSampleTest {
  private final TpchSample sample = new TpchSample(0.001);

  private static List<List<Object>> rows(SampleTable table) {
    return StreamSupport.stream(table.rows().spliterator(), false).toList();
  }

  @Test
  void hasTheSizesOfItsScale() {
    assertThat(sample.tables())
        .extracting(SampleTable::name, table -> rows(table).size())
        .containsExactly(
            tuple("REGION", 5), tuple("NATION", 25), tuple("CUSTOMER", 150), tuple("ORDERS", 1500));
    assertThat(sample.orderCount()).isEqualTo(1500);
  }

  @Test
  void declaresColumnsAsSnowflakeDoes() {
    assertThat(sample.orders().declaration())
        .isEqualTo(
            "(O_ORDERKEY NUMBER(38,0) NOT NULL, O_CUSTKEY NUMBER(38,0) NOT NULL, O_ORDERSTATUS VARCHAR(1) NOT NULL,"
                + " O_TOTALPRICE NUMBER(12,2) NOT NULL, O_ORDERDATE DATE NOT NULL, O_ORDERPRIORITY VARCHAR(15) NOT NULL,"
                + " O_CLERK VARCHAR(15) NOT NULL, O_SHIPPRIORITY NUMBER(38,0) NOT NULL, O_COMMENT VARCHAR(79) NOT NULL)");
  }

  @Test
  void givesTheSameRowsAgain() {
    assertThat(rows(sample.orders())).isEqualTo(rows(new TpchSample(0.001).orders()));
  }

  @Test
  void fitsItsColumns() {
    for (SampleTable table : sample.tables()) {
      for (List<Object> row : rows(table)) {
        assertThat(row).hasSameSizeAs(table.columns());
        for (int i = 0; i < row.size(); i++) {
          assertThat(row.get(i))
              .matches(fits(table.columns().get(i)), table.columns().get(i).toString());
        }
      }
    }
  }

  private static Predicate<Object> fits(SampleColumn column) {
    if (column.type() instanceof Text text) {
      return value -> value instanceof String s && s.length() <= text.length();
    }
    if (column.type() instanceof Fixed fixed) {
      return fixed.scale() == 0
          ? value -> value instanceof Long
          : value -> value instanceof BigDecimal d && d.scale() == 2 && d.precision() <= 12;
    }
    return value ->
        value instanceof LocalDate date && date.getYear() >= 1992 && date.getYear() <= 1998;
  }

  @Test
  void hasTheKeysThatChangesPickFrom() {
    List<Long> orders = rows(sample.orders()).stream().map(row -> (Long) row.get(0)).toList();
    List<Long> customers = rows(sample.customer()).stream().map(row -> (Long) row.get(0)).toList();
    TpchKeys keys = new TpchKeys(sample.orderCount());
    Random random = new Random(1);
    for (int i = 0; i < 1_000; i++) {
      assertThat(orders).contains(keys.pick(ShopTable.ORDERS, random));
      assertThat(customers).contains(keys.pick(ShopTable.CUSTOMER, random));
    }
    KeyRange range = keys.range(ShopTable.ORDERS, 100, random);
    assertThat(
            orders.stream()
                .filter(key -> key >= range.first() && key <= range.last())
                .collect(Collectors.toSet()))
        .hasSize(100);
  }

  @Test
  void refusesAScaleWithoutRows() {
    assertThatThrownBy(() -> new TpchSample(0)).hasMessageContaining("between 0.001 and 100");
  }
}
