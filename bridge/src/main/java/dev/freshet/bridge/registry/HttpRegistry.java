package dev.freshet.bridge.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.bridge.config.BridgeConfig;
import dev.freshet.bridge.registry.Transport.Answer;
import dev.freshet.contract.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A registry with Confluent's API, asked over HTTP. */
public final class HttpRegistry implements SchemaRegistry {
  private static final int SUBJECT_UNKNOWN = 40401;
  private static final int SCHEMA_UNKNOWN = 40403;
  private static final int LEVEL_UNSET = 40408;

  private final Transport transport;

  public HttpRegistry(BridgeConfig.Registry config) {
    this.transport = new Transport(config);
  }

  @Override
  public Optional<Integer> lookup(String subject, String schema) {
    Answer answer = transport.send("POST", "/subjects/" + segment(subject), schemaBody(schema));
    if (isUnknown(answer, SUBJECT_UNKNOWN, SCHEMA_UNKNOWN)) {
      return Optional.empty();
    }
    return Optional.of(id(answer, "looking up a schema of subject " + subject));
  }

  @Override
  public int register(String subject, String schema) {
    Answer answer =
        transport.send("POST", "/subjects/" + segment(subject) + "/versions", schemaBody(schema));
    return id(answer, "registering a schema under subject " + subject);
  }

  @Override
  public Optional<String> schema(int id) {
    Answer answer = transport.get("/schemas/ids/" + id);
    if (isUnknown(answer, SCHEMA_UNKNOWN)) {
      return Optional.empty();
    }
    return Optional.of(text(answer, "schema", "fetching schema " + id));
  }

  @Override
  public String compatibility(String subject) {
    Answer own = transport.get("/config/" + segment(subject));
    if (!isUnknown(own, SUBJECT_UNKNOWN, LEVEL_UNSET)) {
      return text(own, "compatibilityLevel", "reading the compatibility level of " + subject);
    }
    return text(
        transport.get("/config"),
        "compatibilityLevel",
        "reading the registry's compatibility level");
  }

  @Override
  public void setCompatibility(String subject, String level) {
    ObjectNode body = Json.STRICT.createObjectNode().put("compatibility", level);
    Answer answer = transport.send("PUT", "/config/" + segment(subject), body);
    if (!answer.isOk()) {
      throw refused(answer, "setting the compatibility level of " + subject + " to " + level);
    }
  }

  @Override
  public URI address(int id) {
    return transport.address("/schemas/ids/" + id);
  }

  private static ObjectNode schemaBody(String schema) {
    return Json.STRICT.createObjectNode().put("schema", schema);
  }

  private static String segment(String subject) {
    return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A 404 of the registry itself; that of a wrong address has no such code. */
  private static boolean isUnknown(Answer answer, int... codes) {
    for (int code : codes) {
      if (answer.status() == 404 && answer.errorCode() == code) {
        return true;
      }
    }
    return false;
  }

  private int id(Answer answer, String doing) {
    JsonNode id = answer.body().path("id");
    if (!answer.isOk() || !id.isInt()) {
      throw refused(answer, doing);
    }
    return id.intValue();
  }

  private String text(Answer answer, String name, String doing) {
    JsonNode text = answer.body().path(name);
    if (!answer.isOk() || !text.isTextual()) {
      throw refused(answer, doing);
    }
    return text.textValue();
  }

  /** Each refusal has its paragraph in docs/registry.md. */
  private RegistryRefusedException refused(Answer answer, String doing) {
    String next =
        switch (answer.status()) {
          case 401, 403 ->
              "the bridge's credentials do not allow it; see registry.user, registry.password-file"
                  + " and registry.token-file, and grant read"
                  + " (and write, for contracts with registryMode register) on the subject";
          case 404 ->
              "is registry.url the root of a Confluent-compatible API"
                  + " (Apicurio's ends in /apis/ccompat/v7)?";
          case 409 ->
              "a schema that was registered before cannot live beside it; publish the change as a"
                  + " new major, or remove the foreign schema from the subject";
          case 422 -> "the registry finds it invalid: " + shortened(answer.message());
          default -> "that is no answer of Confluent's API; is registry.url its root?";
        };
    return new RegistryRefusedException(
        "The schema registry at "
            + transport.address("")
            + " refuses "
            + doing
            + " (status "
            + answer.status()
            + (answer.errorCode() == 0 ? "" : ", error_code " + answer.errorCode())
            + "): "
            + next);
  }

  private static String shortened(String message) {
    return message.length() <= 300 ? message : message.substring(0, 300) + "…";
  }
}
