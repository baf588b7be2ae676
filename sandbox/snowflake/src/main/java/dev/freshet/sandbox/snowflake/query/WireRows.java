package dev.freshet.sandbox.snowflake.query;

import dev.freshet.sandbox.snowflake.engine.Column;
import dev.freshet.sandbox.snowflake.engine.Duck.DuckColumn;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.time.Nanos;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Struct;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads DuckDB's rows into the text the wire carries. */
final class WireRows {

  private interface Writer {
    @Nullable String write(ResultSet rows, int column) throws SQLException;
  }

  private WireRows() {}

  static Result read(StatementType type, ResultSet rows) throws SQLException {
    ResultSetMetaData data = rows.getMetaData();
    int count = data.getColumnCount();
    List<Column> columns = new ArrayList<>();
    Writer[] writers = new Writer[count];
    for (int i = 0; i < count; i++) {
      columns.add(
          Queries.column(
              new DuckColumn(data.getColumnLabel(i + 1), data.getColumnTypeName(i + 1))));
      writers[i] = writer(columns.get(i));
    }
    List<@Nullable String[]> all = new ArrayList<>();
    while (rows.next()) {
      @Nullable String[] row = new String[count];
      for (int i = 0; i < count; i++) {
        row[i] = writers[i].write(rows, i + 1);
      }
      all.add(row);
    }
    return Result.of(type, columns, all);
  }

  private static Writer writer(Column column) {
    return switch (column.type().family()) {
      case NUMBER -> WireRows::number;
      case BOOLEAN -> WireRows::bool;
      case DATE -> WireRows::date;
      case TIME -> WireRows::time;
      case TIMESTAMP_NTZ -> WireRows::timestamp;
      case TIMESTAMP_LTZ -> WireRows::instant;
      case TIMESTAMP_TZ -> WireRows::zoned;
      case BINARY -> WireRows::binary;
      case FLOAT -> WireRows::real;
      case VARIANT, OBJECT, ARRAY -> WireRows::json;
      case TEXT -> ResultSet::getString;
    };
  }

  private static @Nullable String number(ResultSet rows, int column) throws SQLException {
    Object value = rows.getObject(column);
    if (value == null) {
      return null;
    }
    return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
  }

  private static @Nullable String real(ResultSet rows, int column) throws SQLException {
    double value = rows.getDouble(column);
    if (rows.wasNull()) {
      return null;
    }
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? Long.toString((long) value) : Double.toString(value);
  }

  private static @Nullable String bool(ResultSet rows, int column) throws SQLException {
    boolean value = rows.getBoolean(column);
    return rows.wasNull() ? null : value ? "1" : "0";
  }

  private static @Nullable String date(ResultSet rows, int column) throws SQLException {
    LocalDate value = rows.getObject(column, LocalDate.class);
    return value == null ? null : Long.toString(value.toEpochDay());
  }

  private static @Nullable String time(ResultSet rows, int column) throws SQLException {
    LocalTime value = rows.getObject(column, LocalTime.class);
    return value == null ? null : Nanos.wireTime(value);
  }

  private static @Nullable String timestamp(ResultSet rows, int column) throws SQLException {
    BigInteger value = (BigInteger) rows.getObject(column);
    return value == null ? null : Nanos.wire(value);
  }

  private static @Nullable String instant(ResultSet rows, int column) throws SQLException {
    Struct value = (Struct) rows.getObject(column);
    return value == null ? null : Nanos.wire((BigInteger) value.getAttributes()[0]);
  }

  /** The instant, a blank, and the offset in minutes from -1440 on. */
  private static @Nullable String zoned(ResultSet rows, int column) throws SQLException {
    Struct value = (Struct) rows.getObject(column);
    if (value == null) {
      return null;
    }
    Object[] parts = value.getAttributes();
    return Nanos.wire((BigInteger) parts[0]) + " " + (((Number) parts[1]).intValue() + 1440);
  }

  private static @Nullable String binary(ResultSet rows, int column) throws SQLException {
    byte[] value = rows.getBytes(column);
    return value == null ? null : HexFormat.of().withUpperCase().formatHex(value);
  }

  private static @Nullable String json(ResultSet rows, int column) throws SQLException {
    return JsonText.indented(rows.getString(column));
  }
}
