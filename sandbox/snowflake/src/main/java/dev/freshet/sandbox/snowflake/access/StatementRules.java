package dev.freshet.sandbox.snowflake.access;

import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.catalog.SchemaObject;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.SchemaName;
import dev.freshet.sandbox.snowflake.sql.Token.Kind;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.Optional;
import java.util.Set;

/**
 * What a statement takes, told from its first words. Sources: the access control requirements of
 * each statement's page. What it reads, calls and puts on stages is checked where that is found.
 */
final class StatementRules {

  private static final Runnable NOTHING = () -> {};

  private final Authority authority;
  private final Session session;
  private final TokenReader reader;
  private final String role;

  StatementRules(Authority authority, Session session, TokenReader reader) {
    this.authority = authority;
    this.session = session;
    this.reader = reader;
    this.role = session.role();
  }

  Runnable admit() {
    String verb = reader.peek().kind() == Kind.WORD ? reader.next().text() : "";
    switch (verb) {
      case "CREATE", "DROP", "ALTER", "COMMENT", "DESCRIBE", "DESC", "EXECUTE" -> {
        return new DefinitionRules(authority, session, reader).admit(verb);
      }
      case "INSERT" -> insert();
      case "UPDATE" -> change("UPDATE");
      case "DELETE" -> {
        reader.accept("FROM");
        change("DELETE");
      }
      case "MERGE" -> merge();
      case "TRUNCATE" -> {
        reader.accept("TABLE");
        reader.accept("IF", "EXISTS");
        change("TRUNCATE");
      }
      case "USE" -> use();
      default -> {}
    }
    return NOTHING;
  }

  private void insert() {
    boolean overwrite = reader.accept("OVERWRITE");
    boolean several = reader.startsWith("ALL") || reader.startsWith("FIRST");
    if (!several) {
      reader.expect("INTO");
      ObjectName table = ObjectName.read(reader, session);
      require("INSERT", table);
      if (overwrite) {
        require("DELETE", table);
      }
      return;
    }
    while (!reader.atEnd()) {
      boolean target = reader.next().isWord("INTO") && reader.peek().isIdentifier();
      if (target) {
        require("INSERT", ObjectName.read(reader, session));
      }
    }
  }

  /** What stands behind THEN tells which privileges a MERGE takes. */
  private void merge() {
    reader.expect("INTO");
    ObjectName table = ObjectName.read(reader, session);
    while (!reader.atEnd()) {
      boolean then = reader.next().isWord("THEN");
      if (then && Set.of("INSERT", "UPDATE", "DELETE").contains(reader.peek().text())) {
        require(reader.peek().text(), table);
      }
    }
  }

  private void change(String privilege) {
    require(privilege, ObjectName.read(reader, session));
  }

  /** A table that is not there is the statement's own error. */
  private void require(String privilege, ObjectName table) {
    Optional<SchemaObject> found =
        session.engine().catalog().find(ObjectKind.RELATION, table);
    found.ifPresent(object -> authority.require(role, privilege, object));
  }

  /** What may not be used is not there: 002043, as Snowflake has it. */
  private void use() {
    switch (reader.acceptAny("ROLE", "SCHEMA", "DATABASE", "WAREHOUSE", "SECONDARY")) {
      case "ROLE" -> authority.users().requireRole(session.user(), reader.identifier());
      case "SCHEMA" -> use(SchemaName.read(reader, session));
      case "WAREHOUSE", "SECONDARY" -> {}
      default -> {
        var parts = reader.dottedName();
        boolean there = session.engine().catalog().hasDatabase(parts.get(0));
        if (there && !authority.roles().knows(role, Securable.database(parts.get(0)))) {
          throw SnowflakeException.notPerformed();
        }
        if (parts.size() > 1) {
          use(new SchemaName(parts.get(0), parts.get(1)));
        }
      }
    }
  }

  private void use(SchemaName schema) {
    if (session.engine().catalog().hasSchema(schema) && !authority.uses(role, schema)) {
      throw SnowflakeException.notPerformed();
    }
  }
}
