package dev.freshet.sandbox.snowflake.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.freshet.sandbox.snowflake.engine.CallFrame;
import dev.freshet.sandbox.snowflake.engine.Session;
import java.io.IOException;
import java.util.Optional;

/** Where a session is, as drivers are told: with an owner's-rights procedure, in its schema. */
record Place(
    Optional<String> database, Optional<String> schema, Optional<String> warehouse, String role) {

  static Place of(Session session) {
    Optional<CallFrame> procedure = session.frame().filter(CallFrame::ownersRights);
    return new Place(
        procedure.map(CallFrame::currentDatabase).or(session::database),
        procedure.map(CallFrame::currentSchema).or(session::schema),
        session.warehouse(),
        session.role());
  }

  /** Writes fields named {@code <prefix>DatabaseName} and so on; without prefix, databaseName. */
  void write(JsonGenerator json, String prefix) throws IOException {
    json.writeStringField(field(prefix, "DatabaseName"), database.orElse(null));
    json.writeStringField(field(prefix, "SchemaName"), schema.orElse(null));
    json.writeStringField(field(prefix, "WarehouseName"), warehouse.orElse(null));
    json.writeStringField(field(prefix, "RoleName"), role);
  }

  private static String field(String prefix, String name) {
    return prefix.isEmpty()
        ? Character.toLowerCase(name.charAt(0)) + name.substring(1)
        : prefix + name;
  }
}
