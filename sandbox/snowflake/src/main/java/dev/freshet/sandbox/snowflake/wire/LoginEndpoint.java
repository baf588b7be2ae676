package dev.freshet.sandbox.snowflake.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.freshet.sandbox.snowflake.engine.Engine;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SessionParameters;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.sql.SchemaName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.wire.Tokens.Login;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * Opens sessions. Any user and password will do, except the password {@code wrong}: so that a refused login
 * can be seen, too. A password granted by the engine joins the session it was granted for.
 */
final class LoginEndpoint {

  private static final String REFUSED_PASSWORD = "wrong";

  private final Engine engine;
  private final Tokens tokens;

  LoginEndpoint(Engine engine, Tokens tokens) {
    this.engine = engine;
    this.tokens = tokens;
  }

  Answer login(Request request) {
    JsonNode data = request.body().path("data");
    String password = data.path("PASSWORD").asText("");
    Optional<Session> granted = engine.sessions().granted(password);
    if (password.equals(REFUSED_PASSWORD) || (password.startsWith("join-") && granted.isEmpty())) {
      throw new SnowflakeException(
          "390100", "08001", "Incorrect username or password was specified.");
    }
    Login login =
        granted
            .map(session -> tokens.add(session, true))
            .orElseGet(() -> tokens.add(open(request, data), false));
    return Answer.of(json -> write(json, login));
  }

  private Session open(Request request, JsonNode data) {
    String user = data.path("LOGIN_NAME").asText("").toUpperCase(Locale.ROOT);
    String role = request.parameter("roleName").map(LoginEndpoint::identifier).orElse("ACCOUNTADMIN");
    Session session = engine.openSession(user, role);
    request.parameter("warehouse").map(LoginEndpoint::identifier).ifPresent(session::useWarehouse);
    request.parameter("databaseName").map(LoginEndpoint::identifier).ifPresent(
        database -> use(session, database, request.parameter("schemaName")));
    data.path("SESSION_PARAMETERS")
        .fields()
        .forEachRemaining(
            field ->
                SessionParameters.find(field.getKey())
                    .ifPresent(name -> session.parameters().set(name, field.getValue().asText())));
    return session;
  }

  /** A database or schema that is not there leaves the session without one, as in Snowflake. */
  private void use(Session session, String database, Optional<String> schema) {
    if (!engine.catalog().hasDatabase(database)) {
      return;
    }
    SchemaName name =
        new SchemaName(database, schema.map(LoginEndpoint::identifier).orElse("PUBLIC"));
    session.use(database, engine.catalog().hasSchema(name) ? name.schema() : null);
  }

  private static String identifier(String text) {
    return new TokenReader(text).identifier();
  }

  private static void write(JsonGenerator json, Login login) throws IOException {
    json.writeStartObject();
    json.writeStringField("token", login.token());
    json.writeStringField("masterToken", login.masterToken());
    json.writeNumberField("validityInSeconds", 3600);
    json.writeNumberField("masterValidityInSeconds", 14400);
    json.writeNumberField("sessionId", login.session().id());
    json.writeStringField("serverVersion", "9.0.0");
    json.writeNumberField("healthCheckInterval", 45);
    json.writeNullField("newClientForUpgrade");
    json.writeNullField("displayUserName");
    json.writeFieldName("parameters");
    ClientParameters.write(json, login.session());
    json.writeObjectFieldStart("sessionInfo");
    json.writeStringField("databaseName", login.session().database().orElse(null));
    json.writeStringField("schemaName", login.session().schema().orElse(null));
    json.writeStringField("warehouseName", login.session().warehouse().orElse(null));
    json.writeStringField("roleName", login.session().role());
    json.writeEndObject();
    json.writeEndObject();
  }

  /** {@code /session/token-request}: the tokens never expire, so the same ones come back. */
  Answer renew(Request request) {
    Login login = tokens.of(request);
    return Answer.of(
        json -> {
          json.writeStartObject();
          json.writeStringField("sessionToken", login.token());
          json.writeStringField("masterToken", login.masterToken());
          json.writeNumberField("validityInSecondsST", 3600);
          json.writeNumberField("validityInSecondsMT", 14400);
          json.writeNumberField("sessionId", login.session().id());
          json.writeEndObject();
        });
  }

  Answer logout(Request request) {
    if (request.parameter("delete").isPresent()) {
      tokens
          .remove(request)
          .filter(login -> !login.joined())
          .ifPresent(login -> engine.sessions().end(login.session()));
    }
    return Answer.NOTHING;
  }
}
