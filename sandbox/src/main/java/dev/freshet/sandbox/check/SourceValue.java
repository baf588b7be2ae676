package dev.freshet.sandbox.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.freshet.contract.Json;
import dev.freshet.contract.type.SnowflakeType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * How a value of some type is read from the source and stands in a record (docs/formats.md, "How a
 * value travels"). Written from that page, not from the code that exports or publishes.
 */
record SourceValue(SnowflakeType type) {

  static SourceValue of(SnowflakeType type) {
    return new SourceValue(type);
  }

  /** The expression to select; text wherever the driver's own form would depend on the session. */
  String sql(String expression) {
    return switch (type.carrier()) {
      case DECIMAL, BOOLEAN, DOUBLE -> expression;
      case TEXT ->
          type instanceof SnowflakeType.TimestampTz
              ? varchar(expression, "YYYY-MM-DD\"T\"HH24:MI:SS.FF9TZH:TZM")
              : expression;
      case EPOCH_DAY -> varchar(expression, "YYYY-MM-DD");
      case NANO_OF_DAY -> varchar(expression, "HH24:MI:SS.FF9");
      case EPOCH_NANO -> varchar(utc(expression), "YYYY-MM-DD\"T\"HH24:MI:SS.FF9\"Z\"");
      case HEX -> "HEX_ENCODE(" + expression + ")";
      case JSON_TEXT -> "TO_JSON(" + expression + ")";
    };
  }

  private String utc(String expression) {
    return type instanceof SnowflakeType.TimestampLtz
        ? "CONVERT_TIMEZONE('UTC', " + expression + ")"
        : expression;
  }

  private static String varchar(String expression, String format) {
    return "TO_VARCHAR(" + expression + ", '" + format + "')";
  }

  /** The canonical text of a selected value, as it stands in a key. */
  @Nullable String text(ResultSet row, int column) throws SQLException {
    return switch (type.carrier()) {
      case DECIMAL -> decimal(row.getBigDecimal(column));
      case BOOLEAN -> {
        boolean value = row.getBoolean(column);
        yield row.wasNull() ? null : Boolean.toString(value);
      }
      case DOUBLE -> {
        double value = row.getDouble(column);
        yield row.wasNull() ? null : Double.toString(value);
      }
      default -> row.getString(column);
    };
  }

  private @Nullable String decimal(@Nullable BigDecimal value) {
    int scale = ((SnowflakeType.Fixed) type).scale();
    return value == null ? null : value.setScale(scale, RoundingMode.UNNECESSARY).toPlainString();
  }

  /** The value of a record's field. */
  JsonNode json(String text) throws JsonProcessingException {
    return switch (type.carrier()) {
      case DECIMAL ->
          ((SnowflakeType.Fixed) type).exactInJson()
              ? LongNode.valueOf(Long.parseLong(text))
              : TextNode.valueOf(text);
      case BOOLEAN -> BooleanNode.valueOf(Boolean.parseBoolean(text));
      case DOUBLE -> number(Double.parseDouble(text), text);
      case JSON_TEXT -> Json.STRICT.readTree(text);
      default -> TextNode.valueOf(text);
    };
  }

  private static JsonNode number(double value, String text) {
    return Double.isFinite(value) ? DoubleNode.valueOf(value) : TextNode.valueOf(text);
  }
}
