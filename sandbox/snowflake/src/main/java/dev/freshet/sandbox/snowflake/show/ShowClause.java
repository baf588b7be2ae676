package dev.freshet.sandbox.snowflake.show;

import dev.freshet.sandbox.snowflake.catalog.SchemaObject;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.Sight;
import dev.freshet.sandbox.snowflake.show.ShowScope.Level;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a SHOW command is narrowed to.
 *
 * @param startsWith the beginning of names, case-sensitive
 * @param after only what comes behind this name
 */
public record ShowClause(
    boolean terse,
    Optional<LikePattern> like,
    ShowScope scope,
    Optional<String> startsWith,
    long limit,
    Optional<String> after) {

  /** Reads up to the end of the statement; a bare name behind IN is a schema. */
  public static ShowClause read(Session session, TokenReader reader) {
    ShowClause clause = read(session, reader, false, Level.SCHEMA);
    reader.expectEnd();
    return clause;
  }

  static ShowClause read(Session session, TokenReader reader, boolean terse, Level bareName) {
    if (reader.accept("HISTORY")) {
      throw new UnsupportedSql("SHOW … HISTORY: what was dropped is gone");
    }
    Optional<LikePattern> like =
        reader.accept("LIKE") ? Optional.of(new LikePattern(reader.string())) : Optional.empty();
    ShowScope scope =
        reader.accept("IN")
            ? ShowScope.read(session, reader, bareName)
            : ShowScope.current(session);
    Optional<String> startsWith =
        reader.accept("STARTS", "WITH") ? Optional.of(reader.string()) : Optional.empty();
    long limit = Long.MAX_VALUE;
    Optional<String> after = Optional.empty();
    if (reader.accept("LIMIT")) {
      limit = reader.integer();
      after = reader.accept("FROM") ? Optional.of(reader.string()) : Optional.empty();
    }
    return new ShowClause(terse, like, scope, startsWith, limit, after);
  }

  /** The objects of a type it asks for, as far as the role may know of them, by full name. */
  public <T extends SchemaObject> List<T> objects(Session session, Class<T> type) {
    return objects(session, type, SchemaObject::name);
  }

  /** The same of objects that are shown under another name than the catalog's. */
  public <T extends SchemaObject> List<T> objects(
      Session session, Class<T> type, Function<? super T, ObjectName> name) {
    Sight sight = session.engine().access().sight(session.role());
    return select(
        session.engine().catalog().all(type).stream()
            .filter(object -> scope.contains(name.apply(object)) && sight.of(object))
            .toList(),
        object -> name.apply(object).name());
  }

  /** Those of some things, in order, whose names it asks for. Their scope is not looked at. */
  public <T> List<T> select(List<T> all, Function<T, String> name) {
    return all.stream().filter(t -> named(name.apply(t))).limit(limit).toList();
  }

  private boolean named(String name) {
    return like.map(pattern -> pattern.matches(name)).orElse(true)
        && startsWith.map(name::startsWith).orElse(true)
        && after.map(before -> name.compareTo(before) > 0).orElse(true);
  }
}
