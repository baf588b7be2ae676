package dev.freshet.sandbox.snowflake.procedure;

import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.SqlType;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.sql.TypeReader;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import dev.freshet.sandbox.snowflake.stage.StageAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a procedure's definition, from its arguments on. Source:
 * sql-reference/sql/create-procedure.
 */
final class ProcedureReader {

  private static final String SNOWPARK = "com.snowflake:snowpark:";

  private final Session session;
  private final TokenReader reader;
  private final List<ProcedureArgument> arguments = new ArrayList<>();
  private SqlType returns = SqlType.TEXT;
  private List<String> packages = List.of();
  private List<String> imports = List.of();
  private String handler = "";
  private String comment = "";
  private boolean ownersRights = true;

  ProcedureReader(Session session, TokenReader reader) {
    this.session = session;
    this.reader = reader;
  }

  Procedure read(ObjectName base) {
    readArguments();
    reader.expect("RETURNS");
    returns = type("RETURNS");
    reader.accept("NOT", "NULL");
    while (!reader.atEnd()) {
      clause();
    }
    requireJava();
    return new Procedure(
        base,
        List.copyOf(arguments),
        returns,
        imports.stream().map(address -> StageAddress.parse(address, session)).toList(),
        handler,
        ownersRights,
        comment,
        session.engine().clock().instant());
  }

  private void readArguments() {
    reader.expectSymbol("(");
    while (!reader.acceptSymbol(")")) {
      String name = reader.identifier();
      SqlType type = type("argument " + name);
      arguments.add(new ProcedureArgument(name, type, defaultValue()));
      if (!reader.peek().isSymbol(")")) {
        reader.expectSymbol(",");
      }
    }
  }

  private Optional<Expression> defaultValue() {
    return reader.accept("DEFAULT") ? Optional.of(Expression.read(reader)) : Optional.empty();
  }

  private SqlType type(String where) {
    SqlType type = TypeReader.read(reader);
    return switch (type.family()) {
      case TEXT, NUMBER, FLOAT, BOOLEAN, VARIANT -> type;
      default ->
          throw new UnsupportedSql("type " + type.snowflake() + " in a procedure's " + where);
    };
  }

  private void clause() {
    String word = reader.identifier();
    switch (word) {
      case "LANGUAGE" -> requireLanguage(reader.identifier());
      case "COPY" -> reader.expect("GRANTS");
      case "EXECUTE" -> rights();
      case "RUNTIME_VERSION" -> requireRuntime(value());
      case "PACKAGES" -> packages = values();
      case "IMPORTS" -> imports = values();
      case "HANDLER" -> handler = value();
      case "COMMENT" -> comment = value();
      default ->
          throw new UnsupportedSql(
              "CREATE PROCEDURE with " + word + " (no in-line code, no options beyond IMPORTS)");
    }
  }

  private void rights() {
    reader.expect("AS");
    ownersRights = !reader.accept("CALLER");
    if (ownersRights) {
      reader.expect("OWNER");
    }
  }

  private String value() {
    reader.expectSymbol("=");
    return reader.string();
  }

  private List<String> values() {
    reader.expectSymbol("=");
    reader.expectSymbol("(");
    List<String> values = new ArrayList<>();
    while (!reader.acceptSymbol(")")) {
      values.add(reader.string());
      if (!reader.peek().isSymbol(")")) {
        reader.expectSymbol(",");
      }
    }
    return values;
  }

  private static void requireLanguage(String language) {
    if (!language.equals("JAVA")) {
      throw new UnsupportedSql("procedures in " + language + "; JAVA is the only language");
    }
  }

  /** Handlers run in the sandbox's own Java, which must not be older than they ask for. */
  private void requireRuntime(String version) {
    if (!List.of("11", "17", "21").contains(version)) {
      throw SnowflakeException.compilation(
          "001008", "invalid value [" + version + "] for RUNTIME_VERSION: 11, 17 or 21");
    }
    if (Integer.parseInt(version) > Runtime.version().feature()) {
      throw reader.unexpected(
          "RUNTIME_VERSION " + version + " is newer than the sandbox's Java " + Runtime.version());
    }
  }

  private void requireJava() {
    if (packages.stream().noneMatch(name -> name.startsWith(SNOWPARK))) {
      throw SnowflakeException.compilation(
          "001008", "PACKAGES must name Snowpark: '" + SNOWPARK + "<version>'");
    }
    if (handler.isEmpty() || imports.isEmpty()) {
      throw SnowflakeException.compilation(
          "001008", "a Java procedure from a stage needs HANDLER and IMPORTS");
    }
  }
}
