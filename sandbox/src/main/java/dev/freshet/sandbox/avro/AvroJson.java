package dev.freshet.sandbox.avro;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** What a value of an Avro schema is in JSON, by its logical type if it has one. */
final class AvroJson {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSSSSS");
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'");
  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final int NANOS_PER_MICRO = 1_000;

  private AvroJson() {}

  static JsonNode of(Schema schema, @Nullable Object value) {
    if (value == null) {
      return NullNode.getInstance();
    }
    if (schema.isUnion()) {
      return of(present(schema), value);
    }
    LogicalType logical = schema.getLogicalType();
    return switch (schema.getType()) {
      case BOOLEAN -> BooleanNode.valueOf((Boolean) value);
      case DOUBLE -> number((Double) value);
      case INT ->
          logical instanceof LogicalTypes.Date
              ? text(LocalDate.ofEpochDay((Integer) value))
              : LongNode.valueOf((Integer) value);
      case LONG -> whole(logical, (Long) value);
      case BYTES -> bytes(logical, (ByteBuffer) value);
      default -> text(value);
    };
  }

  private static Schema present(Schema union) {
    return union.getTypes().stream()
        .filter(type -> type.getType() != Schema.Type.NULL)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("a union of null alone has no values"));
  }

  private static JsonNode number(double value) {
    return Double.isFinite(value) ? DoubleNode.valueOf(value) : text(value);
  }

  private static JsonNode whole(@Nullable LogicalType logical, long value) {
    if (logical instanceof LogicalTypes.TimeMicros) {
      return text(LocalTime.ofNanoOfDay(value * NANOS_PER_MICRO).format(TIME));
    }
    if (logical instanceof LogicalTypes.TimestampMicros) {
      int nanos = (int) Math.floorMod(value, MICROS_PER_SECOND) * NANOS_PER_MICRO;
      long seconds = Math.floorDiv(value, MICROS_PER_SECOND);
      return text(LocalDateTime.ofEpochSecond(seconds, nanos, ZoneOffset.UTC).format(INSTANT));
    }
    return LongNode.valueOf(value);
  }

  private static JsonNode bytes(@Nullable LogicalType logical, ByteBuffer value) {
    byte[] bytes = new byte[value.remaining()];
    value.duplicate().get(bytes);
    return logical instanceof LogicalTypes.Decimal decimal
        ? text(new BigDecimal(new BigInteger(bytes), decimal.getScale()).toPlainString())
        : text(HexFormat.of().withUpperCase().formatHex(bytes));
  }

  private static JsonNode text(Object value) {
    return TextNode.valueOf(value.toString());
  }
}
