package dev.freshet.bridge.fact;

import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;

/** parquet-java asks for converters even of those who read the columns themselves. */
final class NoConverters extends GroupConverter {
  private final Converter[] columns;

  NoConverters(MessageType schema) {
    columns = new Converter[schema.getFieldCount()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = new PrimitiveConverter() {};
    }
  }

  @Override
  public Converter getConverter(int column) {
    return columns[column];
  }

  @Override
  public void start() {}

  @Override
  public void end() {}
}
