package dev.freshet.sandbox.snowflake.query;

import static dev.freshet.sandbox.snowflake.query.Functions.same;
import static dev.freshet.sandbox.snowflake.query.Functions.scalar;

import dev.freshet.sandbox.snowflake.query.Functions.Rule;
import dev.freshet.sandbox.snowflake.sql.SqlType;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Functions of text. */
final class Text {

  private Text() {}

  static void register(Map<String, Rule> rules) {
    rules.put("UPPER", text(1, 1, "upper"));
    rules.put("LOWER", text(1, 1, "lower"));
    rules.put("TRIM", text(1, 2, "trim"));
    rules.put("LTRIM", text(1, 2, "ltrim"));
    rules.put("RTRIM", text(1, 2, "rtrim"));
    rules.put("LENGTH", scalar(1, 1, Text::length));
    rules.put("LEN", scalar(1, 1, Text::length));
    rules.put("OCTET_LENGTH", same(1, 1, "strlen"));
    rules.put("SUBSTR", scalar(2, 3, Text::substring));
    rules.put("SUBSTRING", scalar(2, 3, Text::substring));
    rules.put("LEFT", text(2, 2, "left"));
    rules.put("RIGHT", text(2, 2, "right"));
    rules.put("LPAD", scalar(2, 3, call -> pad("lpad", call)));
    rules.put("RPAD", scalar(2, 3, call -> pad("rpad", call)));
    rules.put("REPLACE", scalar(2, 3, Text::replace));
    rules.put("REVERSE", text(1, 1, "reverse"));
    rules.put("REPEAT", text(2, 2, "repeat"));
    rules.put("TRANSLATE", text(3, 3, "translate"));
    rules.put("CONCAT", scalar(1, 99, call -> concatenate(call.scope(), call.arguments())));
    rules.put("STARTSWITH", scalar(2, 2, call -> call.scalar("starts_with", SqlType.BOOLEAN)));
    rules.put("ENDSWITH", scalar(2, 2, call -> call.scalar("ends_with", SqlType.BOOLEAN)));
    rules.put("CONTAINS", scalar(2, 2, call -> call.scalar("contains", SqlType.BOOLEAN)));
    rules.put("SPLIT_PART", scalar(3, 3, Text::splitPart));
    rules.put("POSITION", scalar(2, 2, Text::position));
    rules.put("CHARINDEX", scalar(2, 2, Text::position));
    rules.put("CHR", text(1, 1, "chr"));
    rules.put("MD5", text(1, 1, "md5"));
    rules.put("MD5_HEX", text(1, 1, "md5"));
    rules.put("SHA1", text(1, 1, "sha1"));
    rules.put("SHA2", scalar(1, 2, Text::sha2));
    rules.put("SHA2_HEX", scalar(1, 2, Text::sha2));
    rules.put("HEX_ENCODE", text(1, 1, "hex"));
    rules.put("HEX_DECODE_STRING", scalar(1, 1, Text::hexDecoded));
    rules.put(
        "UUID_STRING", scalar(0, 0, call -> Expr.of("CAST(uuid() AS VARCHAR)", SqlType.TEXT)));
    rules.put("REGEXP_LIKE", scalar(2, 2, Text::regexpLike));
    rules.put("RLIKE", scalar(2, 2, Text::regexpLike));
    rules.put("REGEXP_REPLACE", scalar(2, 3, Text::regexpReplace));
    rules.put("REGEXP_SUBSTR", scalar(2, 2, Text::regexpSubstr));
  }

  private static Rule text(int least, int most, String duckName) {
    return scalar(least, most, call -> call.scalar(duckName, SqlType.TEXT));
  }

  /** {@code a || b}: NULL if one is; values of other types as TO_VARCHAR writes them. */
  static Expr concatenate(Scope scope, List<Expr> parts) {
    String sql =
        parts.stream().map(part -> Casts.toText(scope, part)).collect(Collectors.joining(" || "));
    return Expr.of("(" + sql + ")", SqlType.TEXT);
  }

  private static Expr length(Call call) {
    return switch (call.typeOf(0).family()) {
      case TEXT -> call.scalar("length");
      case BINARY -> call.scalar("octet_length");
      default -> throw new UnsupportedSql("LENGTH of other than text or binary (cast it first)");
    };
  }

  private static Expr substring(Call call) {
    String start = call.argument(1).sql();
    String from =
        start.equals("1")
            ? start
            : "CAST(CASE WHEN " + start + " = 0 THEN 1 ELSE " + start + " END AS BIGINT)";
    String length =
        call.count() < 3 ? "" : ", CAST(greatest(" + call.argument(2).sql() + ", 0) AS BIGINT)";
    return Expr.of("substr(" + call.argument(0).sql() + ", " + from + length + ")", SqlType.TEXT);
  }

  private static Expr pad(String duckName, Call call) {
    String with = call.count() < 3 ? "' '" : call.argument(2).sql();
    String length = "CAST(" + call.argument(1).sql() + " AS INTEGER)";
    return Expr.of(
        duckName
            + "("
            + Casts.toText(call.scope(), call.argument(0))
            + ", "
            + length
            + ", "
            + with
            + ")",
        SqlType.TEXT);
  }

  private static Expr replace(Call call) {
    String with = call.count() < 3 ? "''" : call.argument(2).sql();
    return Expr.of(
        "replace(" + call.argument(0).sql() + ", " + call.argument(1).sql() + ", " + with + ")",
        SqlType.TEXT);
  }

  private static Expr splitPart(Call call) {
    String part = call.argument(2).sql();
    return Expr.of(
        "split_part("
            + call.argument(0).sql()
            + ", "
            + call.argument(1).sql()
            + ", CASE WHEN "
            + part
            + " = 0 THEN 1 ELSE CAST("
            + part
            + " AS BIGINT) END)",
        SqlType.TEXT);
  }

  private static Expr position(Call call) {
    return Expr.of("instr(" + call.argument(1).sql() + ", " + call.argument(0).sql() + ")");
  }

  private static Expr sha2(Call call) {
    if (call.count() == 2 && !call.argument(1).sql().equals("256")) {
      throw new UnsupportedSql("SHA2 of other than 256 bits");
    }
    return Expr.of("sha256(" + call.argument(0).sql() + ")", SqlType.TEXT);
  }

  private static Expr hexDecoded(Call call) {
    return Expr.of("decode(unhex(" + call.argument(0).sql() + "))", SqlType.TEXT);
  }

  private static Expr regexpLike(Call call) {
    return call.scalar("regexp_full_match", SqlType.BOOLEAN);
  }

  private static Expr regexpReplace(Call call) {
    String with = call.count() < 3 ? "''" : call.argument(2).sql();
    return Expr.of(
        "regexp_replace("
            + call.argument(0).sql()
            + ", "
            + call.argument(1).sql()
            + ", "
            + with
            + ", 'g')",
        SqlType.TEXT);
  }

  private static Expr regexpSubstr(Call call) {
    String both = call.argument(0).sql() + ", " + call.argument(1).sql();
    return Expr.of(
        "CASE WHEN regexp_matches(" + both + ") THEN regexp_extract(" + both + ") END",
        SqlType.TEXT);
  }
}
