package dev.freshet.bridge.fact;

import dev.freshet.bridge.stage.PartException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/**
 * Reads exact numbers from whichever physical form a file has: INT32, INT64, or a big-endian two's
 * complement of fixed or free length (Parquet's LogicalTypes.md, DECIMAL).
 */
final class Decimals {
  private final PrimitiveTypeName form;
  private final int scale;

  private Decimals(PrimitiveTypeName form, int scale) {
    this.form = form;
    this.scale = scale;
  }

  static boolean canRead(PrimitiveType type) {
    boolean decimal = type.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation;
    return switch (type.getPrimitiveTypeName()) {
      case INT32, INT64 -> decimal || isPlainInteger(type.getLogicalTypeAnnotation());
      case FIXED_LEN_BYTE_ARRAY, BINARY -> decimal;
      default -> false;
    };
  }

  private static boolean isPlainInteger(LogicalTypeAnnotation annotation) {
    return annotation == null
        || annotation instanceof IntLogicalTypeAnnotation whole && whole.isSigned();
  }

  static Decimals of(PrimitiveType type) {
    int scale =
        type.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation decimal
            ? decimal.getScale()
            : 0;
    return new Decimals(type.getPrimitiveTypeName(), scale);
  }

  /** The current value. */
  BigDecimal value(ColumnReader reader) {
    return switch (form) {
      case INT32 -> BigDecimal.valueOf(reader.getInteger(), scale);
      case INT64 -> BigDecimal.valueOf(reader.getLong(), scale);
      default -> ofBytes(reader.getBinary());
    };
  }

  /** The current value as a whole number of 64 bits. */
  long whole(ColumnReader reader, String column) {
    if (scale == 0 && form == PrimitiveTypeName.INT32) {
      return reader.getInteger();
    }
    if (scale == 0 && form == PrimitiveTypeName.INT64) {
      return reader.getLong();
    }
    try {
      return value(reader).longValueExact();
    } catch (ArithmeticException e) {
      throw new PartException(column + " holds a value that is no whole number of 64 bits", e);
    }
  }

  private BigDecimal ofBytes(Binary binary) {
    ByteBuffer bytes = binary.toByteBuffer();
    int length = bytes.remaining();
    if (length == 0) {
      throw new PartException("a decimal of no bytes");
    }
    // Most values are small whatever their form: spare them the big integer.
    byte sign = (byte) (bytes.get(bytes.position()) < 0 ? -1 : 0);
    int lead = Math.max(0, length - Long.BYTES);
    for (int i = 0; i < lead; i++) {
      if (bytes.get(bytes.position() + i) != sign) {
        return new BigDecimal(new BigInteger(binary.getBytes()), scale);
      }
    }
    if (lead > 0 && (bytes.get(bytes.position() + lead) < 0) != (sign < 0)) {
      return new BigDecimal(new BigInteger(binary.getBytes()), scale);
    }
    long unscaled = sign;
    for (int i = lead; i < length; i++) {
      unscaled = unscaled << 8 | bytes.get(bytes.position() + i) & 0xff;
    }
    return BigDecimal.valueOf(unscaled, scale);
  }
}
