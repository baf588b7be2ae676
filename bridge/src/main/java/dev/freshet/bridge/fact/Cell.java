package dev.freshet.bridge.fact;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.freshet.bridge.stage.PartException;
import dev.freshet.contract.Json;
import dev.freshet.contract.type.Carrier;
import dev.freshet.contract.type.SnowflakeType;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/**
 * How the current value of a column becomes part of a record, by the type the contract declares
 * (docs/formats.md, How a value travels). The value is never null: the caller has looked.
 */
sealed interface Cell {
  /** Writes the value into a JSON record. */
  void write(ColumnReader reader, JsonGenerator json) throws IOException;

  /** The canonical text, as in keys and identities. */
  String text(ColumnReader reader);

  /**
   * The cell for a declared type in a file's physical form.
   *
   * @throws PartException if the file's form cannot hold the type
   */
  static Cell of(String column, SnowflakeType declared, PrimitiveType form) {
    require(fits(declared.carrier(), form), column, declared, form);
    return switch (declared.carrier()) {
      case DECIMAL -> new Exact(column, (SnowflakeType.Fixed) declared, Decimals.of(form));
      case BOOLEAN -> new Bool();
      case DOUBLE -> new Real(form.getPrimitiveTypeName() == PrimitiveTypeName.FLOAT);
      case EPOCH_DAY -> new Date(column, Decimals.of(form));
      case NANO_OF_DAY -> new Time(column, Decimals.of(form));
      case EPOCH_NANO -> new Moment(column, Decimals.of(form));
      case TEXT, HEX -> new Text();
      case JSON_TEXT -> new JsonText(column);
    };
  }

  private static boolean fits(Carrier carrier, PrimitiveType form) {
    return switch (carrier) {
      case DECIMAL, EPOCH_DAY, NANO_OF_DAY, EPOCH_NANO -> Decimals.canRead(form);
      case TEXT, HEX, JSON_TEXT -> form.getPrimitiveTypeName() == PrimitiveTypeName.BINARY;
      case BOOLEAN -> form.getPrimitiveTypeName() == PrimitiveTypeName.BOOLEAN;
      case DOUBLE ->
          form.getPrimitiveTypeName() == PrimitiveTypeName.DOUBLE
              || form.getPrimitiveTypeName() == PrimitiveTypeName.FLOAT;
    };
  }

  private static void require(
      boolean fits, String column, SnowflakeType declared, PrimitiveType form) {
    if (!fits) {
      throw new PartException(
          "column "
              + column
              + " stands as '"
              + form
              + "', which cannot hold the "
              + declared
              + " that the contract declares");
    }
  }

  /** A NUMBER, with all the decimals that its type declares. */
  record Exact(String column, SnowflakeType.Fixed type, Decimals decimals) implements Cell {
    @Override
    public void write(ColumnReader reader, JsonGenerator json) throws IOException {
      BigDecimal value = value(reader);
      if (type.exactInJson()) {
        json.writeNumber(value.longValueExact());
      } else {
        json.writeString(value.toPlainString());
      }
    }

    @Override
    public String text(ColumnReader reader) {
      return value(reader).toPlainString();
    }

    /** The value as a whole number; only of types without a scale. */
    long whole(ColumnReader reader) {
      try {
        return value(reader).longValueExact();
      } catch (ArithmeticException e) {
        throw misfit(e);
      }
    }

    BigDecimal value(ColumnReader reader) {
      try {
        BigDecimal value = decimals.value(reader).setScale(type.scale(), RoundingMode.UNNECESSARY);
        if (value.precision() <= type.precision()) {
          return value;
        }
      } catch (ArithmeticException e) {
        throw misfit(e);
      }
      throw misfit(null);
    }

    private PartException misfit(@Nullable ArithmeticException cause) {
      String message = "column " + column + " holds a value that does not fit " + type;
      return cause == null ? new PartException(message) : new PartException(message, cause);
    }
  }

  /** A BOOLEAN. */
  record Bool() implements Cell {
    @Override
    public void write(ColumnReader reader, JsonGenerator json) throws IOException {
      json.writeBoolean(reader.getBoolean());
    }

    @Override
    public String text(ColumnReader reader) {
      return Boolean.toString(reader.getBoolean());
    }
  }

  /** A FLOAT; what JSON has no number for is a string. */
  record Real(boolean single) implements Cell {
    @Override
    public void write(ColumnReader reader, JsonGenerator json) throws IOException {
      double value = value(reader);
      if (Double.isFinite(value)) {
        json.writeNumber(value);
      } else {
        json.writeString(Double.toString(value));
      }
    }

    @Override
    public String text(ColumnReader reader) {
      return Double.toString(value(reader));
    }

    double value(ColumnReader reader) {
      return single ? reader.getFloat() : reader.getDouble();
    }
  }

  /** A DATE. */
  record Date(String column, Decimals days) implements Cell {
    @Override
    public void write(ColumnReader reader, JsonGenerator json) throws IOException {
      json.writeString(text(reader));
    }

    @Override
    public String text(ColumnReader reader) {
      return Iso.date(days.whole(reader, column));
    }

    int epochDay(ColumnReader reader) {
      return Iso.epochDay(days.whole(reader, column));
    }
  }

  /** A TIME. */
  record Time(String column, Decimals nanos) implements Cell {
    @Override
    public void write(ColumnReader reader, JsonGenerator json) throws IOException {
      json.writeString(text(reader));
    }

    @Override
    public String text(ColumnReader reader) {
      return Iso.time(nanos.whole(reader, column));
    }

    /** Microseconds since midnight. */
    long micros(ColumnReader reader) {
      return Iso.microOfDay(nanos.whole(reader, column), column);
    }
  }

  /** A TIMESTAMP_NTZ or TIMESTAMP_LTZ. */
  record Moment(String column, Decimals nanos) implements Cell {
    @Override
    public void write(ColumnReader reader, JsonGenerator json) throws IOException {
      json.writeString(text(reader));
    }

    @Override
    public String text(ColumnReader reader) {
      return Iso.instant(nanos.value(reader));
    }

    /** Microseconds since 1970-01-01T00:00:00Z. */
    long micros(ColumnReader reader) {
      return Iso.epochMicros(nanos.value(reader), column);
    }
  }

  /** Whatever travels as plain text. */
  record Text() implements Cell {
    @Override
    public void write(ColumnReader reader, JsonGenerator json) throws IOException {
      json.writeString(text(reader));
    }

    @Override
    public String text(ColumnReader reader) {
      return reader.getBinary().toStringUsingUTF8();
    }
  }

  /** A VARIANT, OBJECT or ARRAY: its JSON text becomes part of the record's, once it is sound. */
  record JsonText(String column) implements Cell {
    @Override
    public void write(ColumnReader reader, JsonGenerator json) throws IOException {
      json.writeRawValue(text(reader));
    }

    @Override
    public String text(ColumnReader reader) {
      String text = reader.getBinary().toStringUsingUTF8();
      try (JsonParser parser = Json.STRICT.createParser(text)) {
        JsonToken first = parser.nextToken();
        parser.skipChildren();
        if (first != null && parser.nextToken() == null) {
          return text;
        }
      } catch (IOException e) {
        throw new PartException("column " + column + " holds text that is no JSON value", e);
      }
      throw new PartException("column " + column + " holds text that is not one JSON value");
    }
  }
}
