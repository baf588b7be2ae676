package dev.freshet.bridge.fact;

import dev.freshet.bridge.stage.PartException;
import java.io.IOException;
import java.util.HexFormat;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.io.Encoder;
import org.apache.parquet.column.ColumnReader;

/**
 * Writes the current value of a column, which is not null, as its Avro type demands
 * (docs/formats.md, How a value travels; avro.apache.org, specification, "Logical Types").
 */
@FunctionalInterface
interface AvroCell {
  /**
   * Writes the value.
   *
   * @throws PartException if it has no exact form in the type
   */
  void write(ColumnReader reader, Encoder out) throws IOException;

  /**
   * The writer for a cell and an Avro type other than a union.
   *
   * @throws PartException if the contract's type does not travel as that type
   */
  static AvroCell of(String column, Cell cell, Schema schema) {
    return switch (schema.getType()) {
      case BOOLEAN -> cell instanceof Cell.Bool ? bool() : misfit(column, schema);
      case DOUBLE -> cell instanceof Cell.Real real ? real(real) : misfit(column, schema);
      case INT -> cell instanceof Cell.Date date ? day(date, schema) : misfit(column, schema);
      case LONG -> whole(column, cell, schema);
      case BYTES -> bytes(column, cell, schema);
      case STRING -> string(column, cell, schema);
      case ENUM ->
          cell instanceof Cell.Text text ? symbol(column, text, schema) : misfit(column, schema);
      default -> misfit(column, schema);
    };
  }

  private static AvroCell misfit(String column, Schema schema) {
    throw new PartException(
        "column "
            + column
            + " does not travel as Avro's "
            + schema.getType().getName()
            + "; is its schema of another version of the contract?");
  }

  private static AvroCell bool() {
    return (reader, out) -> out.writeBoolean(reader.getBoolean());
  }

  private static AvroCell real(Cell.Real real) {
    return (reader, out) -> out.writeDouble(real.value(reader));
  }

  private static AvroCell day(Cell.Date date, Schema schema) {
    return schema.getLogicalType() instanceof LogicalTypes.Date
        ? (reader, out) -> out.writeInt(date.epochDay(reader))
        : misfit(date.column(), schema);
  }

  private static AvroCell whole(String column, Cell cell, Schema schema) {
    LogicalType logical = schema.getLogicalType();
    if (logical == null && cell instanceof Cell.Exact exact && exact.type().scale() == 0) {
      return (reader, out) -> out.writeLong(exact.whole(reader));
    }
    if (logical instanceof LogicalTypes.TimeMicros && cell instanceof Cell.Time time) {
      return (reader, out) -> out.writeLong(time.micros(reader));
    }
    if (logical instanceof LogicalTypes.TimestampMicros && cell instanceof Cell.Moment moment) {
      return (reader, out) -> out.writeLong(moment.micros(reader));
    }
    return misfit(column, schema);
  }

  private static AvroCell bytes(String column, Cell cell, Schema schema) {
    LogicalType logical = schema.getLogicalType();
    if (logical == null && cell instanceof Cell.Text text) {
      return (reader, out) -> out.writeBytes(unhexed(column, text.text(reader)));
    }
    if (logical instanceof LogicalTypes.Decimal decimal
        && cell instanceof Cell.Exact exact
        && decimal.getScale() == exact.type().scale()
        && decimal.getPrecision() >= exact.type().precision()) {
      return (reader, out) -> out.writeBytes(exact.value(reader).unscaledValue().toByteArray());
    }
    return misfit(column, schema);
  }

  private static byte[] unhexed(String column, String text) {
    try {
      return HexFormat.of().parseHex(text);
    } catch (IllegalArgumentException e) {
      throw new PartException("column " + column + " holds text that is no hexadecimal", e);
    }
  }

  private static AvroCell string(String column, Cell cell, Schema schema) {
    boolean isText =
        cell instanceof Cell.Text
            || cell instanceof Cell.JsonText
            || cell instanceof Cell.Time
            || cell instanceof Cell.Moment;
    return isText ? (reader, out) -> out.writeString(cell.text(reader)) : misfit(column, schema);
  }

  private static AvroCell symbol(String column, Cell.Text text, Schema schema) {
    return (reader, out) -> {
      String symbol = text.text(reader);
      if (!schema.hasEnumSymbol(symbol)) {
        throw new PartException(
            "column "
                + column
                + " holds a value that is none of the "
                + schema.getEnumSymbols().size()
                + " its contract lists; the rule unknownEnum should have stopped it at export");
      }
      out.writeEnum(schema.getEnumOrdinal(symbol));
    };
  }
}
