package dev.freshet.sandbox.snowflake.sql;

import dev.freshet.sandbox.snowflake.sql.SqlType.Family;

/** Reads a type's name as Snowflake spells it, synonyms included. */
public final class TypeReader {

  private TypeReader() {}

  /** Whether the reader stands before a type's name. */
  public static boolean startsType(TokenReader reader) {
    TokenReader probe = reader.restarted();
    probe.reset(reader.mark());
    try {
      read(probe);
      return true;
    } catch (SyntaxError e) {
      return false;
    }
  }

  public static SqlType read(TokenReader reader) {
    String name = reader.peek().kind() == Token.Kind.WORD ? reader.peek().text() : "";
    return switch (name) {
      case "NUMBER", "NUMERIC", "DECIMAL", "DEC" -> number(reader);
      case "INT", "INTEGER", "BIGINT", "SMALLINT", "TINYINT", "BYTEINT" ->
          plain(reader, SqlType.INTEGER);
      case "FLOAT", "FLOAT4", "FLOAT8", "REAL" -> plain(reader, SqlType.FLOAT);
      case "DOUBLE" -> doublePrecision(reader);
      case "VARCHAR", "STRING", "TEXT", "NVARCHAR", "NVARCHAR2" -> text(reader, SqlType.MAX_TEXT);
      case "CHAR", "CHARACTER", "NCHAR" -> text(reader, 1);
      case "BOOLEAN" -> plain(reader, SqlType.BOOLEAN);
      case "DATE" -> plain(reader, SqlType.DATE);
      case "TIME" -> timed(reader, Family.TIME);
      case "DATETIME" -> timed(reader, Family.TIMESTAMP_NTZ);
      case "TIMESTAMP", "TIMESTAMP_NTZ", "TIMESTAMPNTZ" -> timestamp(reader);
      case "TIMESTAMP_LTZ", "TIMESTAMPLTZ" -> timed(reader, Family.TIMESTAMP_LTZ);
      case "TIMESTAMP_TZ", "TIMESTAMPTZ" -> timed(reader, Family.TIMESTAMP_TZ);
      case "BINARY", "VARBINARY" -> binary(reader);
      case "VARIANT" -> plain(reader, SqlType.VARIANT);
      case "OBJECT" -> plain(reader, SqlType.of(Family.OBJECT));
      case "ARRAY" -> plain(reader, SqlType.of(Family.ARRAY));
      default -> throw reader.unexpected("expected a data type the sandbox knows");
    };
  }

  private static SqlType plain(TokenReader reader, SqlType type) {
    reader.next();
    return type;
  }

  private static SqlType doublePrecision(TokenReader reader) {
    reader.next();
    reader.accept("PRECISION");
    return SqlType.FLOAT;
  }

  private static SqlType number(TokenReader reader) {
    reader.next();
    if (!reader.acceptSymbol("(")) {
      return SqlType.INTEGER;
    }
    int precision = reader.integer();
    int scale = reader.acceptSymbol(",") ? reader.integer() : 0;
    reader.expectSymbol(")");
    if (precision < 1 || precision > 38 || scale > precision) {
      throw reader.unexpected("NUMBER(" + precision + "," + scale + ") is out of range");
    }
    return SqlType.number(precision, scale);
  }

  private static SqlType text(TokenReader reader, int length) {
    reader.next();
    return SqlType.text(argument(reader, length));
  }

  private static SqlType binary(TokenReader reader) {
    reader.next();
    return new SqlType(Family.BINARY, 0, 0, argument(reader, SqlType.MAX_BINARY));
  }

  private static SqlType timed(TokenReader reader, Family family) {
    reader.next();
    return new SqlType(family, argument(reader, 9), 0, 0);
  }

  private static SqlType timestamp(TokenReader reader) {
    SqlType type = timed(reader, Family.TIMESTAMP_NTZ);
    if (reader.accept("WITHOUT", "TIME", "ZONE")) {
      return type;
    }
    if (reader.accept("WITH", "LOCAL", "TIME", "ZONE")) {
      return new SqlType(Family.TIMESTAMP_LTZ, type.precision(), 0, 0);
    }
    if (reader.accept("WITH", "TIME", "ZONE")) {
      return new SqlType(Family.TIMESTAMP_TZ, type.precision(), 0, 0);
    }
    return type;
  }

  private static int argument(TokenReader reader, int otherwise) {
    if (!reader.acceptSymbol("(")) {
      return otherwise;
    }
    int value = reader.integer();
    reader.expectSymbol(")");
    return value;
  }
}
