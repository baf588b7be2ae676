package dev.freshet.sandbox.snowflake.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.freshet.sandbox.snowflake.engine.Column;
import dev.freshet.sandbox.snowflake.engine.Outcome;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.sql.SqlType;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a statement's result as drivers read it. */
final class ResultWriter {

  private final JsonGenerator json;
  private final Session session;
  private final Outcome outcome;
  private final int binds;

  ResultWriter(JsonGenerator json, Session session, Outcome outcome, int binds) {
    this.json = json;
    this.session = session;
    this.outcome = outcome;
    this.binds = binds;
  }

  void write() throws IOException {
    Result result = outcome.result();
    json.writeStartObject();
    json.writeFieldName("parameters");
    ClientParameters.write(json, session);
    if (result.transfer().isEmpty()) {
      rows(result);
    } else {
      for (Map.Entry<String, Object> field : result.transfer().entrySet()) {
        json.writeObjectField(field.getKey(), field.getValue());
      }
    }
    json.writeStringField("queryId", outcome.queryId());
    json.writeStringField("queryResultFormat", "json");
    json.writeNumberField("statementTypeId", result.type().wireId());
    json.writeNumberField("version", 1);
    json.writeNumberField("numberOfBinds", binds);
    json.writeBooleanField("arrayBindSupported", true);
    json.writeNumberField("sendResultTime", System.currentTimeMillis());
    json.writeStringField("finalDatabaseName", session.database().orElse(null));
    json.writeStringField("finalSchemaName", session.schema().orElse(null));
    json.writeStringField("finalWarehouseName", session.warehouse().orElse(null));
    json.writeStringField("finalRoleName", session.role());
    json.writeNullField("databaseProvider");
    json.writeEndObject();
  }

  private void rows(Result result) throws IOException {
    json.writeArrayFieldStart("rowtype");
    for (Column column : result.columns()) {
      column(column);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("rowset");
    for (@Nullable String[] row : result.rows()) {
      json.writeStartArray();
      for (String value : row) {
        json.writeString(value);
      }
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeNumberField("total", result.rows().size());
    json.writeNumberField("returned", result.rows().size());
  }

  private void column(Column column) throws IOException {
    SqlType type = column.type();
    json.writeStartObject();
    json.writeStringField("name", column.name());
    json.writeStringField("type", type.family().wireName());
    json.writeBooleanField("nullable", column.nullable());
    json.writeStringField("database", "");
    json.writeStringField("schema", "");
    json.writeStringField("table", "");
    precision(type);
    length(type);
    json.writeNullField("collation");
    json.writeEndObject();
  }

  private void precision(SqlType type) throws IOException {
    switch (type.family()) {
      case NUMBER -> {
        json.writeNumberField("precision", type.precision());
        json.writeNumberField("scale", type.scale());
      }
      case TIME, TIMESTAMP_NTZ, TIMESTAMP_LTZ, TIMESTAMP_TZ -> {
        json.writeNumberField("precision", 0);
        json.writeNumberField("scale", type.precision());
      }
      default -> {
        json.writeNullField("precision");
        json.writeNullField("scale");
      }
    }
  }

  private void length(SqlType type) throws IOException {
    if (type.length() > 0) {
      json.writeNumberField("length", type.length());
      json.writeNumberField("byteLength", type.length());
    } else {
      json.writeNullField("length");
      json.writeNullField("byteLength");
    }
  }
}
