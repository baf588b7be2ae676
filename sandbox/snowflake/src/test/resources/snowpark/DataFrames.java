import com.snowflake.snowpark_java.Column;
import com.snowflake.snowpark_java.DataFrame;
import com.snowflake.snowpark_java.Functions;
import com.snowflake.snowpark_java.Row;
import com.snowflake.snowpark_java.SaveMode;
import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.Window;
import com.snowflake.snowpark_java.types.DataTypes;
import com.snowflake.snowpark_java.types.StructField;
import com.snowflake.snowpark_java.types.StructType;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An application of Snowpark. The test sees only JDK types: what to do by name, rows as text. */
public final class DataFrames implements Function<String, String>, AutoCloseable {

  private final Session session;

  public DataFrames(Map<String, String> account) {
    session = Session.builder().configs(account).create();
  }

  @Override
  public String apply(String what) {
    switch (what) {
      case "write":
        return write();
      case "filter":
        return text(orders().filter(status("NEW")).select("ID", "AMOUNT").sort(Functions.col("ID")));
      case "count":
        return "" + orders().filter(status("NEW")).count();
      case "group":
        return text(
            orders()
                .groupBy("STATUS")
                .agg(Functions.sum(Functions.col("AMOUNT")).as("TOTAL"))
                .sort(Functions.col("STATUS")));
      case "window":
        return text(
            orders()
                .withColumn(
                    "RANK",
                    Functions.row_number()
                        .over(
                            Window.partitionBy(Functions.col("STATUS"))
                                .orderBy(Functions.col("AMOUNT").desc())))
                .select("ID", "RANK")
                .sort(Functions.col("ID")));
      case "append":
        orders().filter(status("NEW")).write().mode(SaveMode.Append).saveAsTable("COPIES");
        return "" + session.table("COPIES").count();
      case "async":
        return rows(orders().async().collect().getResult());
      case "schema":
        return orders().schema().toString();
      case "sql":
        return rows(session.sql("SELECT CURRENT_DATABASE(), CURRENT_SCHEMA()").collect());
      default:
        throw new IllegalArgumentException(what);
    }
  }

  private String write() {
    StructType schema =
        StructType.create(
            new StructField("ID", DataTypes.LongType),
            new StructField("STATUS", DataTypes.StringType),
            new StructField("AMOUNT", DataTypes.createDecimalType(12, 2)),
            new StructField("AT", DataTypes.TimestampType));
    Row[] rows = {
      Row.create(1L, "NEW", new java.math.BigDecimal("10.50"), Timestamp.valueOf("2024-02-29 12:00:00.123")),
      Row.create(2L, "NEW", new java.math.BigDecimal("0.25"), null),
      Row.create(3L, "DONE \u2603", new java.math.BigDecimal("-1.00"), null)
    };
    DataFrame frame = session.createDataFrame(rows, schema);
    frame.write().mode(SaveMode.Overwrite).saveAsTable("ORDERS");
    frame.filter(Functions.lit(false)).write().mode(SaveMode.Overwrite).saveAsTable("COPIES");
    return "" + orders().count();
  }

  private DataFrame orders() {
    return session.table("ORDERS");
  }

  private static Column status(String status) {
    return Functions.col("STATUS").equal_to(Functions.lit(status));
  }

  private static String text(DataFrame frame) {
    return rows(frame.collect());
  }

  private static String rows(Row[] rows) {
    return Arrays.stream(rows).map(Row::toString).collect(Collectors.joining(" "));
  }

  @Override
  public void close() {
    session.close();
  }
}
