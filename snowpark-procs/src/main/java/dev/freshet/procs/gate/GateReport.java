package dev.freshet.procs.gate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.contract.Contract;
import dev.freshet.contract.Json;
import dev.freshet.contract.Version;
import dev.freshet.contract.evolution.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the gate says of a contract.
 *
 * @param contract the contract; empty if its file is not sound
 * @param owner whom to call, in words, also if nobody is named
 * @param evolution what the changes mean for consumers; compatible for a first version
 * @param inForce the version in force now
 * @param findings everything found, in the order in which it was looked at
 * @param grants statements that the source's owner must run first
 * @param rowsInSource rows of the source now, if it could be read
 */
public record GateReport(
    Optional<Contract> contract,
    String owner,
    Verdict evolution,
    Optional<Version> inForce,
    List<GateFinding> findings,
    List<String> grants,
    Optional<Long> rowsInSource) {
  public GateReport {
    findings = List.copyOf(findings);
    grants = List.copyOf(grants);
  }

  /** What is said of a text that is no sound contract. */
  static GateReport unsound(String owner, List<GateFinding> findings) {
    return new GateReport(
        Optional.empty(),
        owner,
        Verdict.COMPATIBLE,
        Optional.empty(),
        findings,
        List.of(),
        Optional.empty());
  }

  /** What a failed rehearsal comes to. */
  public static GateReport ofRehearsal(
      Contract contract, Optional<Version> inForce, GateFinding finding) {
    return new GateReport(
        Optional.of(contract),
        contract.owner().toString(),
        Verdict.COMPATIBLE,
        inForce,
        List.of(finding),
        List.of(),
        Optional.empty());
  }

  public boolean passes() {
    return findings.stream().noneMatch(GateFinding::refuses);
  }

  /** The same, with one finding more. */
  public GateReport with(GateFinding finding) {
    return new GateReport(
        contract,
        owner,
        evolution,
        inForce,
        Stream.concat(findings.stream(), Stream.of(finding)).toList(),
        grants,
        rowsInSource);
  }

  /** The answer of CHECK_CONTRACT; other procedures add to it. */
  public ObjectNode json() {
    ObjectNode json = Json.STRICT.createObjectNode();
    contract.ifPresent(
        c -> json.put("contract", c.id().toString()).put("version", c.version().toString()));
    json.put("verdict", passes() ? "accepted" : "refused").put("evolution", evolution.word());
    ArrayNode list = json.putArray("findings");
    findings.forEach(f -> add(list, f));
    ArrayNode statements = json.putArray("grants");
    grants.forEach(statements::add);
    json.put("who_is_paged", owner);
    json.put("what_is_rolled_back", rolledBack()).put("who_may_keep_reading", readers());
    rowsInSource.ifPresent(rows -> json.put("rows_in_source", rows));
    return json;
  }

  private static void add(ArrayNode list, GateFinding finding) {
    list.addObject()
        .put("origin", finding.origin().word())
        .put("rule", finding.rule())
        .put("where", finding.where())
        .put("refuses", finding.refuses())
        .put("message", finding.message());
  }

  private String rolledBack() {
    if (contract.isEmpty()) {
      return "nothing: what is in force stays";
    }
    return inForce.map(v -> "nothing: " + v + " stays in force").orElse("nothing is in force yet");
  }

  private String readers() {
    if (contract.isEmpty()) {
      return "everyone: no contract changes by this text";
    }
    return inForce
        .map(v -> "everyone: consumers go on with " + v)
        .orElse("nobody reads this contract yet");
  }
}
