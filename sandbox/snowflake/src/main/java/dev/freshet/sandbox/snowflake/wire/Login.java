package dev.freshet.sandbox.snowflake.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.freshet.sandbox.snowflake.engine.Engine;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.Sessions;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import java.io.IOException;
import java.util.Optional;

/**
 * {@code POST /session/v1/login-request}. Any user and any way to authenticate will do, with two
 * exceptions: the password {@code wrong} is refused, so that a refusal can be seen; and one in the
 * form of a grant must be a grant, and joins the session it was given for.
 */
final class Login implements Endpoint {

  private static final String REFUSED_PASSWORD = "wrong";

  private final Engine engine;
  private final Clients clients;

  Login(Engine engine, Clients clients) {
    this.engine = engine;
    this.clients = clients;
  }

  @Override
  public Answer answer(Request request) {
    LoginParameters login = LoginParameters.read(request);
    if (login.password().equals(REFUSED_PASSWORD)) {
      throw refused();
    }
    Client client =
        Sessions.isGrant(login.password())
            ? join(login.password())
            : new Client(open(login), Optional.empty());
    clients.add(client);
    return Answer.of(json -> write(json, client));
  }

  private Client join(String grant) {
    Session session = engine.sessions().granted(grant).orElseThrow(Login::refused);
    return new Client(session, Optional.of(grant));
  }

  private static SnowflakeException refused() {
    return new SnowflakeException(
        "390100", "08001", "Incorrect username or password was specified.");
  }

  private Session open(LoginParameters login) {
    String role = engine.access().loginRole(login.user(), login.role().orElse(""));
    Session session = engine.openSession(login.user(), role);
    try {
      login.applyTo(session);
      return session;
    } catch (SnowflakeException e) {
      engine.sessions().end(session);
      throw e;
    }
  }

  private static void write(JsonGenerator json, Client client) throws IOException {
    Session session = client.session();
    json.writeStartObject();
    json.writeStringField("token", client.token());
    json.writeStringField("masterToken", client.masterToken());
    json.writeNumberField("validityInSeconds", TokenRenewal.VALID_SECONDS);
    json.writeNumberField("masterValidityInSeconds", TokenRenewal.VALID_SECONDS);
    json.writeStringField("displayUserName", session.user());
    json.writeStringField("serverVersion", "9.0.0");
    json.writeNumberField("sessionId", session.id());
    json.writeNumberField("healthCheckInterval", 45);
    json.writeNullField("newClientForUpgrade");
    DriverParameters.write(json, session);
    json.writeObjectFieldStart("sessionInfo");
    Place.of(session).write(json, "");
    json.writeEndObject();
    json.writeEndObject();
  }
}
