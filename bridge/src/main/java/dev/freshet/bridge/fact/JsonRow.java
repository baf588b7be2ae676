package dev.freshet.bridge.fact;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.freshet.contract.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/** Writes a JSON object of the fields by name, nulls included. */
final class JsonRow implements RowWriter {
  private final List<Column.OfField> columns;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(1024);

  JsonRow(List<Column.OfField> columns) {
    this.columns = columns;
  }

  @Override
  public byte[] write(boolean keyOnly) throws IOException {
    out.reset();
    try (JsonGenerator json = Json.STRICT.createGenerator(out)) {
      json.writeStartObject();
      for (Column.OfField column : columns) {
        json.writeFieldName(column.name());
        if (keyOnly && !column.isKey()) {
          json.writeNull();
        } else {
          column.write(json);
        }
      }
      json.writeEndObject();
    }
    return out.toByteArray();
  }
}
