package dev.freshet.procs.task;

import dev.freshet.contract.Contract;
import dev.freshet.procs.home.Settings;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.sql.Sql;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The one rule from contracts to tasks: docs/tasks.md has it as a table. */
public final class Tasks {
  /** Then Snowflake suspends a contract's own task. */
  public static final int FAILURES = 10;

  private Tasks() {}

  /**
   * The task of a contract that is exported by itself. It wakes for changes of the source; for
   * requests, which a crash between commit and manifest leaves behind too; and for rewritten rows
   * of an event contract's source.
   */
  static TaskText own(Contract contract, ContractSchema schema, Settings settings) {
    return new TaskText(
        schema.task(),
        Pace.of(latency(contract, settings)),
        settings,
        "freshet export " + contract.id(),
        FAILURES,
        streams(contract, schema).toList(),
        "CALL "
            + schema.app().exportProcedure()
            + "("
            + Sql.literal(contract.id().toString())
            + ")");
  }

  /** Makes the task of a contract, suspended; nothing if it is there. */
  public static String create(Contract contract, ContractSchema schema, Settings settings) {
    return own(contract, schema, settings).create();
  }

  /**
   * The task of an export group: as fast as its most demanding member. Never suspended by failures,
   * which would stop the others; a member that fails so often is paused.
   *
   * @param members the versions in force, at least one
   */
  static TaskText group(AppSchema app, String group, List<Contract> members, Settings settings) {
    Duration latency =
        members.stream()
            .map(c -> latency(c, settings))
            .min(Comparator.naturalOrder())
            .orElseThrow();
    return new TaskText(
        app.groupTask(group),
        Pace.of(latency),
        settings,
        "freshet export group " + group,
        0,
        members.stream().flatMap(c -> streams(c, new ContractSchema(app, c.id()))).toList(),
        "CALL " + app.groupProcedure() + "(" + Sql.literal(group) + ")");
  }

  /** The streams that say whether there is something to do. */
  static Stream<String> streams(Contract contract, ContractSchema schema) {
    return Stream.concat(
        Stream.of(schema.sourceStream(), schema.todoStream()),
        schema.rewriteStream(contract).stream());
  }

  private static Duration latency(Contract contract, Settings settings) {
    return contract.latency().orElse(settings.taskLatency());
  }
}
