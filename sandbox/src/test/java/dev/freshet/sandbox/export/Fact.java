package dev.freshet.sandbox.export;

import com.fasterxml.jackson.databind.JsonNode;
import dev.freshet.contract.ContractId;
import dev.freshet.contract.Json;
import dev.freshet.contract.manifest.Manifest;
import dev.freshet.contract.manifest.SealedManifest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A registered contract over a table of its own. */
record Fact(ExportAccount account, String name, String contractText) {

  String table() {
    return "SHOP.CORE." + name.toUpperCase(Locale.ROOT);
  }

  ContractId id() {
    return ContractId.parse("shop." + name + ".v1");
  }

  String schema() {
    return ExportAccount.schema(name);
  }

  /** Runs statements; {@code %s} is the table. */
  void change(String... statements) throws SQLException {
    for (String sql : statements) {
      account.execute(sql.replace("%s", table()));
    }
  }

  JsonNode export() throws Exception {
    return Json.STRICT.readTree(account.export(name));
  }

  /** Calls RELEASE_REJECTIONS. */
  JsonNode release(String options) throws Exception {
    return Json.STRICT.readTree(account.release(name, options));
  }

  /** Asks for a snapshot; answers its id. */
  String askSnapshot(String options) throws Exception {
    return Json.STRICT
        .readTree(account.call("EXPORT_SNAPSHOT", name, options))
        .get("request")
        .asText();
  }

  /** Runs the export until no request is open; answers the manifests that came of it. */
  List<Manifest> serve() throws Exception {
    int before = manifests().size();
    while (openRequests() > 0) {
      export();
    }
    return manifests().stream().skip(before).map(SealedManifest::manifest).toList();
  }

  long openRequests() throws Exception {
    return Json.STRICT
        .readTree(account.call("DESCRIBE_CONTRACT", name))
        .get("open_requests")
        .size();
  }

  JsonNode export(Connection session) throws Exception {
    return Json.STRICT.readTree(ExportAccount.export(session, name));
  }

  List<SealedManifest> manifests() {
    return account.stage().manifests(id());
  }

  Manifest last() {
    List<SealedManifest> all = manifests();
    return all.get(all.size() - 1).manifest();
  }

  /** The rows of the last change set: operation, then the fields; sorted. */
  List<String> published() throws Exception {
    return account.stage().rows(last()).stream()
        .map(Fact::shown)
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  /** The same of all change sets of a kind. */
  List<String> publishedAs(Manifest.Kind kind) throws Exception {
    List<String> all = new ArrayList<>();
    for (SealedManifest sealed : manifests()) {
      if (sealed.manifest().kind() == kind) {
        account.stage().rows(sealed.manifest()).stream().map(Fact::shown).forEach(all::add);
      }
    }
    return all.stream().sorted().toList();
  }

  /** Operation and fields, without key text, lane and number. */
  private static String shown(List<String> row) {
    return row.get(0)
        + " "
        + String.join(
            " ", row.subList(4, row.size()).stream().map(v -> v == null ? "-" : v).toList());
  }

  /** What a consumer holds who has read all change sets: the last row of each key. */
  Map<String, List<String>> folded() throws Exception {
    Map<String, List<String>> facts = new TreeMap<>();
    for (SealedManifest manifest : manifests()) {
      for (List<String> row : account.stage().rows(manifest.manifest())) {
        if (row.get(0).equals("D")) {
          facts.remove(row.get(1));
        } else {
          facts.put(row.get(1), row.subList(4, row.size()));
        }
      }
    }
    return facts;
  }

  /** Lets a halted contract go on. */
  JsonNode resume(String reason) throws Exception {
    return Json.STRICT.readTree(
        account.one("CALL FRESHET.APP_V1.RESUME_CONTRACT('" + id() + "', '" + reason + "')"));
  }

  /** Calls REBASELINE. */
  JsonNode rebaseline(String options) throws Exception {
    return Json.STRICT.readTree(
        account.one(
            "CALL FRESHET.APP_V1.REBASELINE('"
                + id()
                + "', '"
                + options.replace("'", "''")
                + "')"));
  }

  /** Asks for a rebaseline and runs until it is done; a contract that is halted goes on so. */
  JsonNode rebaselined(String options) throws Exception {
    JsonNode answer = rebaseline(options);
    do {
      export();
    } while (!requestState(answer).equals("done"));
    return answer;
  }

  /** How far a request is: the state of its last step; "asked" before the first. */
  String requestState(JsonNode answer) throws SQLException {
    return account
        .rows(
            "SELECT STATE FROM "
                + schema()
                + ".REQUEST_STEPS WHERE REQUEST_ID = '"
                + answer.path("request").asText()
                + "' ORDER BY STEP DESC LIMIT 1")
        .stream()
        .findFirst()
        .map(row -> row.get(0))
        .orElse("asked");
  }

  /** The reasons of the halts that nobody has resumed. */
  List<String> standingHalts() throws SQLException {
    return account
        .rows("SELECT REASON FROM FRESHET.APP.CONTRACT_HEALTH WHERE CONTRACT = '" + id() + "'")
        .stream()
        .map(row -> row.get(0))
        .toList();
  }

  /** Whether the contract's task runs. */
  String taskState() throws SQLException {
    return account.named("SHOW TASKS IN SCHEMA " + schema(), "state").toLowerCase(Locale.ROOT);
  }

  /** A column of HEAD. */
  String head(String column) throws SQLException {
    return account.one("SELECT " + column + " FROM " + schema() + ".HEAD");
  }

  boolean streamHasData() throws SQLException {
    return Boolean.parseBoolean(
        account.one("SELECT SYSTEM$STREAM_HAS_DATA('" + schema() + ".SOURCE_STREAM')"));
  }
}
