package dev.freshet.sandbox.snowflake.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.freshet.sandbox.snowflake.catalog.Catalog;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SessionParameters;
import dev.freshet.sandbox.snowflake.sql.SchemaName;
import java.util.Locale;
import java.util.Optional;

/**
 * What a login asks for. Names fold to upper case unless they are quoted.
 *
 * @param sessionParameters the object SESSION_PARAMETERS; those the sandbox does not know, such as
 *     the settings drivers keep for themselves, are left out
 */
record LoginParameters(
    String user,
    String password,
    Optional<String> database,
    Optional<String> schema,
    Optional<String> warehouse,
    Optional<String> role,
    JsonNode sessionParameters) {

  static LoginParameters read(Request request) {
    JsonNode data = request.body().path("data");
    return new LoginParameters(
        name(data.path("LOGIN_NAME").asText()),
        data.path("PASSWORD").asText(),
        request.parameter("databaseName").map(LoginParameters::name),
        request.parameter("schemaName").map(LoginParameters::name),
        request.parameter("warehouse").map(LoginParameters::name),
        request.parameter("roleName").map(LoginParameters::name),
        data.path("SESSION_PARAMETERS"));
  }

  /**
   * Sets up a new session. A database or schema that is not there is passed over, as Snowflake does
   * unless a driver asks for validation: the session then has none.
   */
  void applyTo(Session session) {
    sessionParameters
        .properties()
        .forEach(
            entry ->
                SessionParameters.find(entry.getKey())
                    .ifPresent(name -> session.parameters().set(name, entry.getValue().asText())));
    warehouse.ifPresent(session::useWarehouse);
    Catalog catalog = session.engine().catalog();
    database
        .filter(catalog::hasDatabase)
        .ifPresent(
            there ->
                session.use(
                    there,
                    schema
                        .filter(name -> catalog.hasSchema(new SchemaName(there, name)))
                        .orElse(null)));
  }

  private static String name(String text) {
    boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return quoted
        ? text.substring(1, text.length() - 1).replace("\"\"", "\"")
        : text.toUpperCase(Locale.ROOT);
  }
}
