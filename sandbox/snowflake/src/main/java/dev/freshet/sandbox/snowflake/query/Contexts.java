package dev.freshet.sandbox.snowflake.query;

import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.sql.SqlType;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import dev.freshet.sandbox.snowflake.time.Nanos;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Functions of the session and of the statement's time. They are constants within a statement. */
final class Contexts {

  private static final Set<String> NAMES =
      Set.of(
          "CURRENT_TIMESTAMP",
          "CURRENT_DATE",
          "CURRENT_TIME",
          "LOCALTIMESTAMP",
          "GETDATE",
          "SYSDATE",
          "CURRENT_ACCOUNT",
          "CURRENT_ACCOUNT_NAME",
          "CURRENT_ORGANIZATION_NAME",
          "CURRENT_DATABASE",
          "CURRENT_SCHEMA",
          "CURRENT_ROLE",
          "CURRENT_USER",
          "CURRENT_WAREHOUSE",
          "CURRENT_SESSION",
          "CURRENT_TRANSACTION",
          "CURRENT_VERSION",
          "CURRENT_REGION",
          "LAST_QUERY_ID");

  private Contexts() {}

  static boolean isContext(String name) {
    return NAMES.contains(name);
  }

  static Expr value(Translation translation, String name) {
    return value(translation, name, List.of());
  }

  static Expr value(Translation translation, String name, List<String> arguments) {
    Session session = translation.session();
    return switch (name) {
      case "CURRENT_TIMESTAMP", "LOCALTIMESTAMP", "GETDATE" -> instant(translation);
      case "SYSDATE" -> utc(translation);
      case "CURRENT_DATE" ->
          Expr.of("DATE '" + local(translation).toLocalDate() + "'", SqlType.DATE);
      case "CURRENT_TIME" ->
          Expr.of("TIME_NS '" + local(translation).toLocalTime() + "'", SqlType.TIME);
      case "CURRENT_ACCOUNT", "CURRENT_ACCOUNT_NAME" -> Expr.string(session.engine().account());
      case "CURRENT_ORGANIZATION_NAME" -> Expr.string("FRESHET");
      case "CURRENT_DATABASE" -> text(session.database());
      case "CURRENT_SCHEMA" -> text(session.schema());
      case "CURRENT_ROLE" -> Expr.string(session.role());
      case "CURRENT_USER" -> Expr.string(session.user());
      case "CURRENT_WAREHOUSE" -> text(session.warehouse());
      case "CURRENT_SESSION" -> Expr.string(Long.toString(session.id()));
      case "CURRENT_TRANSACTION" -> text(Optional.of(session.transaction().id()));
      case "CURRENT_VERSION" -> Expr.string("9.0.0");
      case "CURRENT_REGION" -> Expr.string("SANDBOX");
      case "LAST_QUERY_ID" -> lastQueryId(session, arguments);
      default -> throw Functions.unknown(name);
    };
  }

  private static Expr lastQueryId(Session session, List<String> arguments) {
    if (!arguments.isEmpty() && !arguments.equals(List.of("-1"))) {
      throw new UnsupportedSql("LAST_QUERY_ID of other than the last query");
    }
    return text(Optional.of(session.lastQueryId()));
  }

  private static Expr text(Optional<String> value) {
    return value
        .filter(v -> !v.isEmpty())
        .map(Expr::string)
        .orElse(Expr.of("CAST(NULL AS VARCHAR)", SqlType.TEXT));
  }

  private static Expr instant(Translation translation) {
    return Expr.of(Nanos.ltz(translation.now()), SqlType.TIMESTAMP_LTZ);
  }

  private static Expr utc(Translation translation) {
    return Expr.of(Nanos.ntz(Nanos.of(translation.now())), SqlType.TIMESTAMP_NTZ);
  }

  private static LocalDateTime local(Translation translation) {
    String zone =
        translation
            .session()
            .parameters()
            .get(dev.freshet.sandbox.snowflake.engine.SessionParameters.Name.TIMEZONE);
    return LocalDateTime.ofInstant(translation.now(), ZoneId.of(zone));
  }
}
