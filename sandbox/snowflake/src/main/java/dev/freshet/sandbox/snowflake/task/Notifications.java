package dev.freshet.sandbox.snowflake.task;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.sandbox.snowflake.engine.Extensions;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.time.Nanos;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The notifications of failed runs, newest first, and {@code
 * TABLE(INFORMATION_SCHEMA.NOTIFICATION_HISTORY([INTEGRATION_NAME => '…'] [, RESULT_LIMIT => n]))}
 * over them. Thread-safe. Sources: user-guide/tasks-errors,
 * sql-reference/functions/notification_history.
 */
final class Notifications implements Extensions.TableFunction {

  private static final int KEPT = 10_000;
  private static final String COLUMNS =
      "CREATED, PROCESSED, MESSAGE_SOURCE, INTEGRATION_NAME, STATUS, ERROR_MESSAGE, ID, ATTEMPT";

  private final NotificationIntegrations integrations;
  private final Deque<Notification> sent = new ArrayDeque<>();

  Notifications(NotificationIntegrations integrations) {
    this.integrations = integrations;
  }

  /** Tells the task's integration, if it has one that is enabled. */
  void tell(TaskHistory.Entry failed) {
    failed
        .definition()
        .options()
        .errorIntegration()
        .filter(integrations::isEnabled)
        .ifPresent(name -> add(new Notification(name, message(failed), failed.completedAt())));
  }

  synchronized List<Notification> all() {
    return List.copyOf(sent);
  }

  private synchronized void add(Notification notification) {
    sent.addFirst(notification);
    if (sent.size() > KEPT) {
      sent.removeLast();
    }
  }

  @Override
  public String relation(Session session, TokenReader arguments) {
    String name = "";
    int limit = 100;
    while (!arguments.peek().isSymbol(")")) {
      if (arguments.accept("INTEGRATION_NAME")) {
        arguments.expectSymbol("=>");
        name = new TokenReader(arguments.string()).identifier();
      } else {
        arguments.expect("RESULT_LIMIT");
        arguments.expectSymbol("=>");
        limit = arguments.integer();
      }
      arguments.acceptSymbol(",");
    }
    String wanted = name;
    List<Notification> found =
        all().stream()
            .filter(n -> wanted.isEmpty() || n.integration().equals(wanted))
            .limit(limit)
            .toList();
    return relation(found);
  }

  private static String relation(List<Notification> found) {
    String never = "sf_ltz(CAST(0 AS UHUGEINT))";
    String nothing = "(" + never + ", " + never + ", '', '', '', '', '', 0)";
    String rows =
        found.isEmpty()
            ? nothing
            : found.stream().map(Notifications::row).collect(Collectors.joining(", "));
    return "(SELECT * FROM (VALUES "
        + rows
        + ") AS history("
        + COLUMNS
        + ")"
        + (found.isEmpty() ? " WHERE FALSE)" : ")");
  }

  private static String row(Notification notification) {
    String at = Nanos.ltz(notification.at());
    String name = notification.integration().replace("'", "''");
    String id = UUID.nameUUIDFromBytes(notification.message().getBytes(UTF_8)).toString();
    return "("
        + String.join(
            ", ", at, at, "'TASK'", "'" + name + "'", "'SUCCESS'", "NULL", "'" + id + "'", "1")
        + ")";
  }

  private static String message(TaskHistory.Entry failed) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("version", "1.0")
            .put("messageType", "USER_TASK_FAILED")
            .put("taskName", failed.task().name().toString())
            .put("taskId", failed.task().id());
    json.putArray("messages")
        .addObject()
        .put("queryId", failed.queryId())
        .put("queryStartTime", failed.startedAt().toString())
        .put("completedTime", failed.completedAt().toString())
        .put("errorCode", failed.errorCode())
        .put("errorMessage", failed.errorMessage());
    return json.toString();
  }
}
