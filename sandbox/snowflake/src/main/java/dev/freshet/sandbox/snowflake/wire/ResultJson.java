package dev.freshet.sandbox.snowflake.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.freshet.sandbox.snowflake.engine.Column;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.sql.SqlType;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Writes a statement's result: all rows at once, in JSON. (Snowflake may send Arrow and chunks.)
 */
final class ResultJson {

  private static final int MAX_BYTES_OF_A_CHARACTER = 4;

  private ResultJson() {}

  static Answer.Data of(Statement statement) {
    Result result = statement.result();
    boolean described = statement.request().describeOnly();
    BindPlaces places = BindPlaces.of(statement.request().sql());
    return json -> {
      json.writeStartObject();
      DriverParameters.write(json, statement.client().session());
      if (result.transfer().isEmpty()) {
        columns(json, result);
        rows(json, result, described);
      } else {
        transfer(json, result);
      }
      json.writeStringField("queryId", statement.queryId());
      json.writeStringField("queryResultFormat", "json");
      json.writeNumberField("statementTypeId", result.type().wireId());
      json.writeNumberField("version", 1);
      json.writeNumberField("numberOfBinds", places.count());
      json.writeBooleanField("arrayBindSupported", places.arrays());
      Place.of(statement.client().session()).write(json, "final");
      json.writeEndObject();
    };
  }

  private static void columns(JsonGenerator json, Result result) throws IOException {
    json.writeArrayFieldStart("rowtype");
    for (Column column : result.columns()) {
      json.writeStartObject();
      json.writeStringField("name", column.name());
      json.writeStringField("type", column.type().family().wireName());
      json.writeBooleanField("nullable", column.nullable());
      size(json, column.type());
      for (String origin : new String[] {"database", "schema", "table"}) {
        json.writeStringField(origin, "");
      }
      json.writeNullField("collation");
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void size(JsonGenerator json, SqlType type) throws IOException {
    switch (type.family()) {
      case NUMBER -> digits(json, type.precision(), type.scale());
      case TIME, TIMESTAMP_NTZ, TIMESTAMP_LTZ, TIMESTAMP_TZ -> digits(json, 0, type.precision());
      case TEXT -> length(json, type.length(), type.length() * (long) MAX_BYTES_OF_A_CHARACTER);
      case BINARY -> length(json, type.length(), type.length());
      default -> {}
    }
  }

  private static void digits(JsonGenerator json, int precision, int scale) throws IOException {
    json.writeNumberField("precision", precision);
    json.writeNumberField("scale", scale);
  }

  private static void length(JsonGenerator json, int length, long bytes) throws IOException {
    json.writeNumberField("length", length);
    json.writeNumberField("byteLength", Math.min(bytes, SqlType.MAX_TEXT));
  }

  private static void rows(JsonGenerator json, Result result, boolean described)
      throws IOException {
    json.writeArrayFieldStart("rowset");
    if (!described) {
      for (@Nullable String[] row : result.rows()) {
        json.writeStartArray();
        for (String value : row) {
          json.writeString(value);
        }
        json.writeEndArray();
      }
    }
    json.writeEndArray();
    int count = described ? 0 : result.rows().size();
    json.writeNumberField("total", count);
    json.writeNumberField("returned", count);
  }

  private static void transfer(JsonGenerator json, Result result) throws IOException {
    for (var field : result.transfer().entrySet()) {
      json.writePOJOField(field.getKey(), field.getValue());
    }
  }
}
