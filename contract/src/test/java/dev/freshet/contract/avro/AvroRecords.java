package dev.freshet.contract.avro;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Random;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/** Records of a schema made at random, written and read by Avro itself. */
public final class AvroRecords {
  private AvroRecords() {}

  /** A record whose every field has a value of its type; null half the time where it may be. */
  public static GenericRecord any(Schema schema, Random random) {
    GenericRecord record = new GenericData.Record(schema);
    schema.getFields().forEach(f -> record.put(f.name(), value(f.schema(), random)));
    return record;
  }

  public static byte[] write(GenericRecord record) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
      new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
      encoder.flush();
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static GenericRecord read(byte[] bytes, Schema writer, Schema reader) {
    try {
      return new GenericDatumReader<GenericRecord>(writer, reader)
          .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The schema of a field's values, null aside. */
  public static Schema notNull(Schema schema) {
    return schema.isUnion() ? schema.getTypes().get(1) : schema;
  }

  private static Object value(Schema schema, Random random) {
    if (schema.isUnion() && random.nextBoolean()) {
      return null;
    }
    Schema type = notNull(schema);
    return switch (type.getType()) {
      case INT -> random.nextInt(-700_000, 2_900_000);
      case LONG -> random.nextLong();
      case DOUBLE -> random.nextDouble();
      case BOOLEAN -> random.nextBoolean();
      case STRING -> Long.toString(random.nextLong(), 36);
      case BYTES -> ByteBuffer.wrap(bytes(type, random));
      case ENUM ->
          new GenericData.EnumSymbol(
              type, type.getEnumSymbols().get(random.nextInt(type.getEnumSymbols().size())));
      default -> throw new IllegalArgumentException("no contract has the type " + type);
    };
  }

  private static byte[] bytes(Schema type, Random random) {
    if (type.getLogicalType() instanceof LogicalTypes.Decimal decimal) {
      BigInteger most = BigInteger.TEN.pow(decimal.getPrecision()).subtract(BigInteger.ONE);
      return new BigDecimal(most, decimal.getScale()).unscaledValue().toByteArray();
    }
    byte[] bytes = new byte[random.nextInt(20)];
    random.nextBytes(bytes);
    return bytes;
  }
}
