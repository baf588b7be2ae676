package dev.freshet.sandbox.snowflake.ddl;

import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.catalog.Relation;
import dev.freshet.sandbox.snowflake.catalog.View;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import java.util.Optional;

/** Finds tables and views, which share one name space. */
public final class Relations {

  private Relations() {}

  static Optional<Relation> find(Session session, ObjectName name) {
    return session.engine().catalog().find(ObjectKind.RELATION, name, Relation.class);
  }

  /** A relation of the right kind; 002003 if it is not there, 002203 if it is of the other. */
  public static <T extends Relation> T get(Session session, ObjectName name, Class<T> type) {
    Relation found =
        find(session, name)
            .orElseThrow(
                () -> SnowflakeException.missing(type == View.class ? "View" : "Table", name));
    if (!type.isInstance(found)) {
      throw new SnowflakeException(
          "002203",
          "02000",
          "SQL compilation error:\nObject found is of type '"
              + kind(found.getClass())
              + "', not specified type '"
              + kind(type)
              + "'.");
    }
    return type.cast(found);
  }

  /**
   * Whether a CREATE has something to do: not if the relation is there and IF NOT EXISTS was said.
   * A schema that is not there, and a relation that may not be replaced, are errors.
   */
  public static boolean mayCreate(
      Session session,
      CreateOptions options,
      boolean ifNotExists,
      ObjectName name,
      Class<? extends Relation> type) {
    session.engine().catalog().schema(name.inSchema());
    Optional<Relation> there = find(session, name);
    boolean other = there.filter(r -> !type.isInstance(r)).isPresent();
    if (other && !ifNotExists) {
      throw SnowflakeException.exists(name);
    }
    return options.mayCreate(there.isPresent(), ifNotExists, name);
  }

  private static String kind(Class<?> type) {
    return type == View.class ? "VIEW" : "TABLE";
  }
}
