package dev.freshet.contract.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.contract.Json;
import dev.freshet.contract.ReplayId;
import dev.freshet.contract.manifest.ManifestCodec;
import dev.freshet.contract.manifest.ManifestException;
import dev.freshet.contract.manifest.SealedManifest;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * Writes and reads the objects under {@code replays/}, version 1 of the format (docs/formats.md).
 * The manifest inside is checked against its digest.
 */
public final class ReplayRequestCodec {
  private static final int FORMAT_VERSION = 1;
  private static final String STAGING = "staging";

  private ReplayRequestCodec() {}

  /** The object's text. The same request always gets the same text. */
  public static String write(ReplayRequest.Staging request) {
    ObjectNode json =
        Json.STRICT
            .createObjectNode()
            .put("format_version", FORMAT_VERSION)
            .put("contract", request.contract().toString())
            .put("id", request.id().text())
            .put("target", STAGING)
            .put("reason", request.asked().reason())
            .put("requested_by", request.asked().by())
            .put("requested_at", request.asked().at().toString());
    json.set("manifest", tree(request.manifest()));
    return json.toString();
  }

  private static JsonNode tree(SealedManifest manifest) {
    try {
      return Json.STRICT.readTree(manifest.text());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a sealed manifest is JSON", e);
    }
  }

  /**
   * Reads a request.
   *
   * @param name the object's key, for messages
   * @throws ReplayException if it is none of a known format, asks for an unknown target or action,
   *     or its manifest is not sound
   */
  public static ReplayRequest read(String name, String text) {
    ObjectNode json = object(name, text);
    requireFormat(name, json);
    requireNoAction(name, json);
    String target = json.path("target").asText();
    if (!target.equals(STAGING)) {
      throw new ReplayException(
          name
              + ": target '"
              + target
              + "' is not known here (known: staging); upgrade the reader, or ask again under"
              + " another id");
    }
    return staging(name, json);
  }

  private static ReplayRequest staging(String name, ObjectNode json) {
    RequestText written = written(name, json);
    try {
      SealedManifest manifest = ManifestCodec.read(name, written.manifest().toString());
      ReplayRequest request =
          new ReplayRequest.Staging(
              new ReplayId(written.id()),
              new ReplayRequest.Asked(
                  written.reason(), written.requestedBy(), Instant.parse(written.requestedAt())),
              manifest);
      if (!request.contract().toString().equals(written.contract())) {
        throw new ReplayException(
            name
                + ": asks for a replay of "
                + written.contract()
                + " with a manifest of "
                + request.contract());
      }
      return request;
    } catch (ManifestException e) {
      throw new ReplayException(String.valueOf(e.getMessage()), e);
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw new ReplayException(name + ": " + e.getMessage(), e);
    }
  }

  private static RequestText written(String name, ObjectNode json) {
    try {
      return Json.STRICT.treeToValue(json, RequestText.class);
    } catch (JsonProcessingException e) {
      throw new ReplayException(
          name + ": not a request with target staging (" + e.getOriginalMessage() + ")", e);
    }
  }

  private static ObjectNode object(String name, String text) {
    try {
      if (Json.STRICT.readTree(text) instanceof ObjectNode object) {
        return object;
      }
      throw new ReplayException(name + ": not a JSON object; truncated?");
    } catch (JsonProcessingException e) {
      throw new ReplayException(
          name + ": not readable as JSON (" + e.getOriginalMessage() + "); truncated?", e);
    }
  }

  private static void requireFormat(String name, ObjectNode json) {
    JsonNode format = json.path("format_version");
    if (!format.isInt() || format.intValue() != FORMAT_VERSION) {
      throw new ReplayException(
          name
              + ": format version "
              + format
              + " is not known here (known: "
              + FORMAT_VERSION
              + "); upgrade the reader");
    }
  }

  /** Objects after the first one act on a replay that was asked for. */
  private static void requireNoAction(String name, ObjectNode json) {
    if (json.has("action")) {
      throw new ReplayException(
          name
              + ": action "
              + json.get("action")
              + " is not known here: a replay is asked for and then runs to its end");
    }
  }
}
