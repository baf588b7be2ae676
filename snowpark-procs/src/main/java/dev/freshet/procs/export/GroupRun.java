package dev.freshet.procs.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.contract.Json;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.task.ExportGroups;
import dev.freshet.procs.task.ExportGroups.Member;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Warehouse;
import dev.freshet.procs.warehouse.WarehouseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One run of an export group: each contract that has something to do is exported, with transactions
 * of its own. What one trips over never stops the others.
 */
final class GroupRun {
  private static final int MANY = 1_000;

  private final Warehouse warehouse;
  private final AppSchema app;
  private final Supplier<String> names;
  private final GroupFailures failures;

  /**
   * @param names gives names never used before
   */
  GroupRun(Warehouse warehouse, AppSchema app, Supplier<String> names) {
    this.warehouse = warehouse;
    this.app = app;
    this.names = names;
    this.failures = new GroupFailures(warehouse, app);
  }

  /**
   * Runs.
   *
   * @return a JSON object with an outcome for each contract
   * @throws GroupFailed if one of them failed or halted
   */
  String export(String group) {
    ObjectNode answer = Json.STRICT.createObjectNode().put("group", group);
    ArrayNode outcomes = answer.putArray("outcomes");
    long failed =
        due(group).stream().filter(member -> !export(member, outcomes.addObject())).count();
    if (failed > 0) {
      throw new GroupFailed(group, failed, outcomes.toString());
    }
    return answer.toString();
  }

  /**
   * The members with data, from a random one on: a run that is ended by its time limit does not
   * always leave out the same.
   */
  private List<Member> due(String group) {
    List<Member> members = new ExportGroups(warehouse, app).members(group);
    List<Member> found = new ArrayList<>(members.isEmpty() ? members : withData(members));
    Collections.rotate(found, ThreadLocalRandom.current().nextInt(MANY));
    return found;
  }

  private List<Member> withData(List<Member> members) {
    try {
      Row due =
          warehouse
              .rows(
                  "SELECT "
                      + members.stream().map(GroupRun::hasData).collect(Collectors.joining(", ")))
              .get(0);
      return IntStream.range(0, members.size())
          .filter(i -> Boolean.parseBoolean(due.text(i)))
          .mapToObj(members::get)
          .toList();
    } catch (WarehouseException e) {
      return members; // a stream is lost: its contract's run halts and says so
    }
  }

  private static String hasData(Member member) {
    return member.streams().stream()
        .map(s -> "SYSTEM$STREAM_HAS_DATA(" + Sql.literal(s) + ")")
        .collect(Collectors.joining(" OR ", "(", ")"));
  }

  /** Whether it went well. */
  private boolean export(Member member, ObjectNode outcome) {
    ContractSchema schema = new ContractSchema(app, member.contract());
    String run = names.get();
    try {
      outcome.setAll(read(new ExportRun(warehouse, schema).export(run)));
      return true;
    } catch (RuntimeException e) { // whatever it is, the others go on and the task's run fails
      String message = String.valueOf(e.getMessage());
      outcome
          .put("contract", member.contract().toString())
          .put("outcome", failures.record(schema, run, e))
          .put("why", message);
      return false;
    }
  }

  private static ObjectNode read(Outcome outcome) {
    try {
      return (ObjectNode) Json.STRICT.readTree(outcome.json());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an outcome is JSON", e);
    }
  }
}
