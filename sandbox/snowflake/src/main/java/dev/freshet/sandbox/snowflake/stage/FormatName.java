package dev.freshet.sandbox.snowflake.stage;

import dev.freshet.sandbox.snowflake.sql.Namespace;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.Token;
import dev.freshet.sandbox.snowflake.sql.TokenReader;

/** The name of a file format where a statement refers to one: an identifier or a string holding one. */
final class FormatName {

  private FormatName() {}

  static ObjectName read(TokenReader reader, Namespace namespace) {
    return reader.peek().kind() == Token.Kind.STRING
        ? ObjectName.parse(reader.string(), namespace)
        : ObjectName.read(reader, namespace);
  }
}
