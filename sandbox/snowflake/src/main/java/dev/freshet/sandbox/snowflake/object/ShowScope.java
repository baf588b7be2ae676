package dev.freshet.sandbox.snowflake.object;

import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.SchemaName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which objects a SHOW is about: {@code [LIKE '…'] [IN SCHEMA … | IN DATABASE … | IN ACCOUNT]}. */
public record ShowScope(Pattern like, Predicate<ObjectName> place) {

  private static final Pattern ALL = Pattern.compile(".*", Pattern.DOTALL);

  /** Reads to the end of the statement. Without IN, the session's schema or database counts. */
  public static ShowScope read(TokenReader reader, Session session) {
    Pattern like = reader.accept("LIKE") ? pattern(reader.string()) : ALL;
    Predicate<ObjectName> place = reader.accept("IN") ? place(reader, session) : here(session);
    reader.expectEnd();
    return new ShowScope(like, place);
  }

  public boolean covers(ObjectName name) {
    return like.matcher(name.name()).matches() && place.test(name);
  }

  private static Predicate<ObjectName> place(TokenReader reader, Session session) {
    if (reader.accept("ACCOUNT")) {
      return name -> true;
    }
    if (reader.accept("DATABASE")) {
      String database = reader.atEnd() ? session.currentDatabase() : reader.identifier();
      return name -> name.database().equals(database);
    }
    reader.accept("SCHEMA");
    SchemaName schema =
        reader.atEnd()
            ? new SchemaName(session.currentDatabase(), session.currentSchema())
            : SchemaName.read(reader, session);
    return name -> name.inSchema().equals(schema);
  }

  private static Predicate<ObjectName> here(Session session) {
    Optional<String> database = session.database();
    Optional<String> schema = session.schema();
    return name ->
        database.map(name.database()::equals).orElse(true)
            && schema.map(name.schema()::equals).orElse(true);
  }

  /** SHOW's LIKE ignores case. */
  private static Pattern pattern(String like) {
    StringBuilder regex = new StringBuilder();
    for (char c : like.toCharArray()) {
      switch (c) {
        case '%' -> regex.append(".*");
        case '_' -> regex.append('.');
        default -> regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }
}
