package dev.freshet.contract.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.contract.Contract;
import dev.freshet.contract.odcs.ContractReader;
import java.io.UncheckedIOException;
import java.util.List;

/** A contract file that a test writes: sound to begin with, then changed. JSON is YAML too. */
public final class Draft {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode root;

  private Draft(ObjectNode root) {
    this.root = root;
  }

  /** The state {@code shop.order_changed.v1} 1.0.0 in Avro, with its key {@code id} alone. */
  public static Draft state() {
    ObjectNode root =
        JSON.createObjectNode()
            .put("apiVersion", "v3.1.0")
            .put("kind", "DataContract")
            .put("id", "5a1d7a52-0c1a-4f7e-8f0e-1f4dd3cf0a11")
            .put("status", "active")
            .put("domain", "shop")
            .put("name", "order_changed")
            .put("version", "1.0.0");
    root.putObject("team").put("name", "order-desk");
    root.putArray("servers")
        .addObject()
        .put("server", "topic")
        .put("type", "kafka")
        .put("environment", "dev")
        .put("host", "localhost")
        .put("format", "avro");
    ObjectNode schema = root.putArray("schema").addObject();
    schema.put("name", "order_changed").put("physicalType", "topic");
    schema.put("physicalName", "shop.order_changed.v1");
    schema.putArray("properties");
    Draft draft = new Draft(root).custom("source", "SHOP.CORE.ORDERS");
    return draft.field("id", "NUMBER(12,0)").required("id").key("id", 1);
  }

  /** The same as events, identified by {@code id}, placed at {@code at}. */
  public static Draft events() {
    return state()
        .field("at", "TIMESTAMP_NTZ(6)")
        .required("at")
        .custom("kind", "event")
        .custom("eventTime", "at")
        .custom("identity", List.of("id"));
  }

  public Draft copy() {
    return new Draft(root.deepCopy());
  }

  public Draft version(String version) {
    root.put("version", version);
    return set("/schema/0/physicalName", "shop.order_changed.v" + version.replaceAll("\\..*", ""));
  }

  public Draft json() {
    return set("/servers/0/format", "json");
  }

  public Draft service(String property, int value, String unit) {
    root.withArray("slaProperties")
        .addObject()
        .put("property", property)
        .put("value", value)
        .put("unit", unit);
    return this;
  }

  /** Sets a property of the file; null takes it away. */
  public Draft set(String pointer, Object value) {
    int slash = pointer.lastIndexOf('/');
    put((ObjectNode) root.at(pointer.substring(0, slash)), pointer.substring(slash + 1), value);
    return this;
  }

  /** Sets {@code freshet.<name>} of the schema; null takes it away. */
  public Draft custom(String name, Object value) {
    custom(schema(), name, value);
    return this;
  }

  public Draft field(String name, String type) {
    properties().addObject().put("name", name).put("physicalType", type);
    return this;
  }

  /** Sets a property of a field; null takes it away. */
  public Draft field(String name, String property, Object value) {
    put(property(name), property, value);
    return this;
  }

  /** Sets {@code freshet.<property>} of a field; null takes it away. */
  public Draft fieldCustom(String name, String property, Object value) {
    custom(property(name), property, value);
    return this;
  }

  public Draft required(String name) {
    return field(name, "required", true);
  }

  public Draft key(String name, int position) {
    return field(name, "primaryKey", true).field(name, "primaryKeyPosition", position);
  }

  public Draft without(String name) {
    properties().remove(fields().indexOf(name));
    return this;
  }

  public Draft moveToFront(String name) {
    properties().insert(0, properties().remove(fields().indexOf(name)));
    return this;
  }

  /** The fields' names, in order. */
  public List<String> fields() {
    return properties().findValuesAsText("name");
  }

  public String text() {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Contract read() {
    return ContractReader.read("draft", text());
  }

  private ObjectNode schema() {
    return (ObjectNode) root.at("/schema/0");
  }

  private ArrayNode properties() {
    return (ArrayNode) root.at("/schema/0/properties");
  }

  private ObjectNode property(String name) {
    return (ObjectNode) properties().get(fields().indexOf(name));
  }

  private static void custom(ObjectNode owner, String name, Object value) {
    ArrayNode list = owner.withArray("customProperties");
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).path("property").asText().equals("freshet." + name)) {
        list.remove(i);
      }
    }
    if (value != null) {
      list.addObject().put("property", "freshet." + name).set("value", node(value));
    }
  }

  private static void put(ObjectNode owner, String name, Object value) {
    if (value == null) {
      owner.remove(name);
    } else {
      owner.set(name, node(value));
    }
  }

  private static JsonNode node(Object value) {
    return JSON.valueToTree(value);
  }
}
