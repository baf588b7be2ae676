package dev.freshet.sandbox.snowflake.stage;

import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.Token;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import org.jspecify.annotations.Nullable;

/** Where a statement says how its files are written: by the name of a file format, or in place. */
final class FormatClause {

  private final Session session;
  private @Nullable FileFormat format;

  FormatClause(Session session) {
    this.session = session;
  }

  /** Reads the name of a file format, an identifier or a string holding one, as the one meant. */
  void name(TokenReader reader) {
    format = named(reader);
  }

  /** Reads {@code ( FORMAT_NAME = … | TYPE = … )}. */
  void read(TokenReader reader) {
    reader.expectSymbol("(");
    if (reader.accept("FORMAT_NAME")) {
      reader.expectSymbol("=");
      name(reader);
    } else {
      format = FileFormatReader.read(reader);
    }
    reader.expectSymbol(")");
  }

  private FileFormat named(TokenReader reader) {
    ObjectName name =
        reader.peek().kind() == Token.Kind.STRING
            ? ObjectName.parse(reader.string(), session)
            : ObjectName.read(reader, session);
    return session
        .engine()
        .catalog()
        .get(ObjectKind.FILE_FORMAT, name, NamedFileFormat.class)
        .format();
  }

  FileFormat stated() {
    if (format == null) {
      throw SnowflakeException.unsupported("The sandbox wants FILE_FORMAT = ( … ) stated.");
    }
    return format;
  }
}
