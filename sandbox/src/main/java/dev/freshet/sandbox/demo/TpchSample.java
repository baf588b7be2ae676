package dev.freshet.sandbox.demo;

import static dev.freshet.sandbox.demo.SampleColumn.optional;
import static dev.freshet.sandbox.demo.SampleColumn.required;

import dev.freshet.contract.type.SnowflakeType;
import dev.freshet.contract.type.SnowflakeType.Fixed;
import dev.freshet.contract.type.SnowflakeType.Text;
import io.trino.tpch.Customer;
import io.trino.tpch.CustomerGenerator;
import io.trino.tpch.Distributions;
import io.trino.tpch.GenerateUtils;
import io.trino.tpch.Nation;
import io.trino.tpch.NationGenerator;
import io.trino.tpch.Order;
import io.trino.tpch.OrderGenerator;
import io.trino.tpch.Region;
import io.trino.tpch.RegionGenerator;
import io.trino.tpch.TextPool;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * The TPC-H tables REGION, NATION, CUSTOMER and ORDERS, with columns and types as in Snowflake's
 * sample database (docs.snowflake.com, user-guide/sample-data-tpch). PART, SUPPLIER, PARTSUPP and
 * LINEITEM are left out: no contract of the demo reads them. Comments come from a small pool of
 * text, so they differ from those of dbgen; all else is the same.
 */
public final class TpchSample {
  private static final SnowflakeType KEY = new Fixed(38, 0);
  private static final SnowflakeType MONEY = new Fixed(12, 2);
  private static final int POOL_BYTES = 4 * 1024 * 1024; // the generator's own pool has 300 MB

  private final double scale;
  private final Distributions words = Distributions.getDefaultDistributions();
  private final TextPool comments = new TextPool(POOL_BYTES, words);

  /**
   * The tables at a scale.
   *
   * @param scale 1 means 150,000 customers and 1,500,000 orders; 0.001 or greater
   */
  public TpchSample(double scale) {
    if (!(scale >= 0.001 && scale <= 100)) {
      throw new IllegalArgumentException(
          "The scale must lie between 0.001 and 100, found " + scale);
    }
    this.scale = scale;
  }

  /** The number of rows of ORDERS; those of CUSTOMER are a tenth. */
  public int orderCount() {
    return Math.toIntExact(GenerateUtils.calculateRowCount(OrderGenerator.SCALE_BASE, scale, 1, 1));
  }

  /** All tables, in an order that suits loading. */
  public List<SampleTable> tables() {
    return List.of(region(), nation(), customer(), orders());
  }

  SampleTable region() {
    return new SampleTable(
        "REGION",
        List.of(
            required("R_REGIONKEY", KEY),
            required("R_NAME", new Text(25)),
            optional("R_COMMENT", new Text(152))),
        rows(new RegionGenerator(words, comments), TpchSample::row));
  }

  private static List<Object> row(Region r) {
    return List.of(r.getRegionKey(), r.getName(), r.getComment());
  }

  SampleTable nation() {
    return new SampleTable(
        "NATION",
        List.of(
            required("N_NATIONKEY", KEY),
            required("N_NAME", new Text(25)),
            required("N_REGIONKEY", KEY),
            optional("N_COMMENT", new Text(152))),
        rows(new NationGenerator(words, comments), TpchSample::row));
  }

  private static List<Object> row(Nation n) {
    return List.of(n.getNationKey(), n.getName(), n.getRegionKey(), n.getComment());
  }

  SampleTable customer() {
    return new SampleTable(
        "CUSTOMER",
        List.of(
            required("C_CUSTKEY", KEY),
            required("C_NAME", new Text(25)),
            required("C_ADDRESS", new Text(40)),
            required("C_NATIONKEY", KEY),
            required("C_PHONE", new Text(15)),
            required("C_ACCTBAL", MONEY),
            optional("C_MKTSEGMENT", new Text(10)),
            optional("C_COMMENT", new Text(117))),
        rows(new CustomerGenerator(scale, 1, 1, words, comments), TpchSample::row));
  }

  private static List<Object> row(Customer c) {
    return List.of(
        c.getCustomerKey(),
        c.getName(),
        c.getAddress(),
        c.getNationKey(),
        c.getPhone(),
        BigDecimal.valueOf(c.getAccountBalanceInCents(), 2),
        c.getMarketSegment(),
        c.getComment());
  }

  SampleTable orders() {
    return new SampleTable(
        "ORDERS",
        List.of(
            required("O_ORDERKEY", KEY),
            required("O_CUSTKEY", KEY),
            required("O_ORDERSTATUS", new Text(1)),
            required("O_TOTALPRICE", MONEY),
            required("O_ORDERDATE", new SnowflakeType.Date()),
            required("O_ORDERPRIORITY", new Text(15)),
            required("O_CLERK", new Text(15)),
            required("O_SHIPPRIORITY", KEY),
            required("O_COMMENT", new Text(79))),
        rows(new OrderGenerator(scale, 1, 1, words, comments), TpchSample::row));
  }

  private static List<Object> row(Order o) {
    return List.of(
        o.getOrderKey(),
        o.getCustomerKey(),
        String.valueOf(o.getOrderStatus()),
        BigDecimal.valueOf(o.getTotalPriceInCents(), 2),
        LocalDate.ofEpochDay(o.getOrderDate()),
        o.getOrderPriority(),
        o.getClerk(),
        (long) o.getShipPriority(),
        o.getComment());
  }

  private static <T> Iterable<List<Object>> rows(
      Iterable<T> entities, Function<T, List<Object>> row) {
    return () -> StreamSupport.stream(entities.spliterator(), false).map(row).iterator();
  }
}
