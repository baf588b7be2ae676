package dev.freshet.contract.manifest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.contract.ContractId;
import dev.freshet.contract.Json;
import dev.freshet.contract.Version;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes and reads manifests, version 1 of the format (docs/formats.md). The digest is SHA-256 over
 * the RFC 8785 form of all other fields; reading recomputes it.
 */
public final class ManifestCodec {
  private static final Set<String> FIELDS =
      Set.of(
          "format_version",
          "contract",
          "contract_version",
          "sequence",
          "previous_digest",
          "digest",
          "kind",
          "created_at",
          "source",
          "rows",
          "event_time",
          "lanes",
          "lanes_since",
          "parts");

  private ManifestCodec() {}

  /** Gives the manifest its text and digest. The same manifest always gets the same text. */
  public static SealedManifest seal(Manifest m) {
    ObjectNode json = Json.STRICT.createObjectNode();
    json.put("format_version", Manifest.FORMAT_VERSION)
        .put("contract", m.contract().toString())
        .put("contract_version", m.contractVersion().toString())
        .put("sequence", m.sequence())
        .put("previous_digest", m.previousDigest().orElse(null))
        .put("kind", m.kind().name().toLowerCase(Locale.ROOT))
        .put("created_at", m.createdAt().toString());
    json.set("source", Json.STRICT.valueToTree(m.source()));
    json.set("rows", Json.STRICT.valueToTree(m.rows()));
    json.set("event_time", Json.STRICT.valueToTree(m.eventTime()));
    json.put("lanes", m.lanes()).put("lanes_since", m.lanesSince());
    json.set("parts", Json.STRICT.valueToTree(m.parts()));
    String digest = Digest.of(json);
    json.put(Digest.FIELD, digest);
    return new SealedManifest(m, digest, json.toString());
  }

  /**
   * Reads a manifest and checks its digest.
   *
   * @param name the object's key, for messages
   * @throws ManifestException if it is no manifest of a known format, or its digest is another
   */
  public static SealedManifest read(String name, String text) {
    ObjectNode json = object(name, text);
    requireFormat(name, json);
    requireFields(name, json);
    String stated = json.path(Digest.FIELD).asText();
    String computed = computed(name, json);
    if (!computed.equals(stated)) {
      throw new ManifestException(
          name + ": its digest says " + stated + ", its content gives " + computed + "; altered?");
    }
    try {
      return new SealedManifest(manifest(json), stated, text.strip());
    } catch (JsonProcessingException | RuntimeException e) {
      throw new ManifestException(name + ": not a sound manifest: " + e.getMessage(), e);
    }
  }

  private static String computed(String name, ObjectNode json) {
    try {
      return Digest.of(json);
    } catch (IllegalArgumentException e) {
      throw new ManifestException(name + ": not a sound manifest: " + e.getMessage(), e);
    }
  }

  private static ObjectNode object(String name, String text) {
    try {
      JsonNode node = Json.STRICT.readTree(text);
      if (node instanceof ObjectNode object) {
        return object;
      }
      throw new ManifestException(name + ": not a JSON object; truncated?");
    } catch (JsonProcessingException e) {
      throw new ManifestException(
          name + ": not readable as JSON (" + e.getOriginalMessage() + "); truncated?", e);
    }
  }

  private static void requireFormat(String name, ObjectNode json) {
    JsonNode format = json.path("format_version");
    if (!format.isInt() || format.intValue() != Manifest.FORMAT_VERSION) {
      throw new ManifestException(
          name
              + ": format version "
              + format
              + " is not known here (known: "
              + Manifest.FORMAT_VERSION
              + "); upgrade the reader");
    }
  }

  private static void requireFields(String name, ObjectNode json) {
    Set<String> found = new TreeSet<>();
    for (Map.Entry<String, JsonNode> e : json.properties()) {
      found.add(e.getKey());
    }
    Set<String> missing = new TreeSet<>(FIELDS);
    missing.removeAll(found);
    found.removeAll(FIELDS);
    if (!missing.isEmpty() || !found.isEmpty()) {
      throw new ManifestException(
          name + ": not a manifest of format 1: missing " + missing + ", unknown " + found);
    }
  }

  private static Manifest manifest(ObjectNode json) throws JsonProcessingException {
    JsonNode previous = json.get("previous_digest");
    JsonNode eventTime = json.get("event_time");
    return new Manifest(
        ContractId.parse(json.get("contract").textValue()),
        Version.parse(json.get("contract_version").textValue()),
        whole(json, "sequence"),
        previous.isNull() ? Optional.empty() : Optional.of(previous.textValue()),
        Manifest.Kind.valueOf(json.get("kind").textValue().toUpperCase(Locale.ROOT)),
        Instant.parse(json.get("created_at").textValue()),
        Json.STRICT.treeToValue(json.get("source"), Manifest.Source.class),
        Json.STRICT.treeToValue(json.get("rows"), Manifest.Rows.class),
        eventTime.isNull()
            ? Optional.empty()
            : Optional.of(Json.STRICT.treeToValue(eventTime, Manifest.EventTime.class)),
        Math.toIntExact(whole(json, "lanes")),
        whole(json, "lanes_since"),
        List.of(Json.STRICT.treeToValue(json.get("parts"), Manifest.Part[].class)));
  }

  private static long whole(ObjectNode json, String field) {
    JsonNode value = json.get(field);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new ManifestException(field + " must be a whole number, found " + value);
    }
    return value.longValue();
  }
}
