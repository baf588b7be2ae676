package dev.freshet.sandbox.snowflake.task;

import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.object.Creation;
import dev.freshet.sandbox.snowflake.object.OptionReader;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * CREATE NOTIFICATION INTEGRATION that sends to an SNS topic, and DROP of one. Nothing is sent:
 * what would be is in NOTIFICATION_HISTORY and {@link Tasks#notifications()}. Source:
 * sql-reference/sql/create-notification-integration-queue-outbound-aws.
 */
final class CreateNotificationIntegration implements StatementHandler {

  private static final String[] KIND = {"NOTIFICATION", "INTEGRATION"};

  private final NotificationIntegrations integrations;

  CreateNotificationIntegration(NotificationIntegrations integrations) {
    this.integrations = integrations;
  }

  @Override
  public boolean handles(TokenReader statement) {
    return Creation.begins(statement, KIND)
        || statement.startsWith("DROP", "NOTIFICATION", "INTEGRATION");
  }

  @Override
  public Result execute(Session session, TokenReader statement) {
    return session
        .transaction()
        .ddl(() -> statement.accept("DROP") ? drop(statement) : create(statement));
  }

  private Result drop(TokenReader statement) {
    statement.expect(KIND);
    boolean ifExists = statement.accept("IF", "EXISTS");
    String name = statement.identifier();
    statement.expectEnd();
    if (!ifExists && !integrations.has(name)) {
      throw SnowflakeException.missing("Integration", name);
    }
    integrations.drop(name);
    return done(name + " successfully dropped.");
  }

  private Result create(TokenReader statement) {
    statement.expect("CREATE");
    boolean replaces = statement.accept("OR", "REPLACE");
    statement.expect(KIND);
    boolean ifNotExists = statement.accept("IF", "NOT", "EXISTS");
    String name = statement.identifier();
    boolean enabled = read(statement);
    if (integrations.has(name) && ifNotExists) {
      return done(name + " already exists, statement succeeded.");
    }
    if (integrations.has(name) && !replaces) {
      throw SnowflakeException.exists(name);
    }
    integrations.put(name, enabled);
    return done("Integration " + name + " successfully created.");
  }

  private static boolean read(TokenReader statement) {
    Map<String, String> texts = new HashMap<>();
    boolean[] enabled = {false};
    Map<String, Consumer<OptionReader>> known = new HashMap<>();
    for (String option :
        new String[] {
          "TYPE",
          "DIRECTION",
          "NOTIFICATION_PROVIDER",
          "AWS_SNS_TOPIC_ARN",
          "AWS_SNS_ROLE_ARN",
          "COMMENT"
        }) {
      known.put(option, o -> texts.put(option, o.word()));
    }
    known.put("ENABLED", o -> enabled[0] = o.bool());
    new OptionReader(statement, known).readAll();
    statement.expectEnd();
    only(texts, "TYPE", "QUEUE");
    only(texts, "DIRECTION", "OUTBOUND");
    only(texts, "NOTIFICATION_PROVIDER", "AWS_SNS");
    for (String arn : new String[] {"AWS_SNS_TOPIC_ARN", "AWS_SNS_ROLE_ARN"}) {
      if (!texts.containsKey(arn)) {
        throw SnowflakeException.compilation("002029", "Missing option(s): [" + arn + "]");
      }
    }
    return enabled[0];
  }

  private static void only(Map<String, String> texts, String option, String supported) {
    String value = texts.getOrDefault(option, "");
    if (!value.equals(supported)) {
      throw new UnsupportedSql(
          "notification integrations with " + option + " = '" + value + "', only " + supported);
    }
  }

  private static Result done(String message) {
    return Result.status(StatementType.DDL, message);
  }
}
