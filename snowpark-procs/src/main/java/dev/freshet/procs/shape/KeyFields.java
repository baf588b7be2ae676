package dev.freshet.procs.shape;

import dev.freshet.contract.Contract;
import dev.freshet.contract.Field;
import dev.freshet.contract.type.SnowflakeType;
import dev.freshet.procs.sql.Sql;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The fields of a key, read back from its text: the reverse of {@link KeySql}. A key whose rows are
 * gone is known by its text alone, and its delete carries its fields.
 */
record KeyFields(Contract contract) {
  private static final String TIMESTAMP = "YYYY-MM-DD\"T\"HH24:MI:SS.FF9";

  /**
   * Adds to rows of KEYS the texts of the fields. Lengths are those in UTF-8, so the text is cut as
   * bytes, two digits each; before each part its length stands in plain digits. One layer for each
   * step, because an expression that holds another several times grows beyond all bounds.
   */
  Select over(Select newest) {
    List<Field> fields = contract.keyFields();
    if (fields.size() == 1) {
      return newest;
    }
    Select all = Select.from(newest).item("*").item("HEX_ENCODE(KEY_TEXT)", rest(0));
    for (int i = 0; i < fields.size(); i++) {
      all = Select.from(all).item("*").item(digits(rest(i)), bytes(i));
      String begin = "LENGTH(" + bytes(i) + ") * 2 + 3"; // behind the colon, from 1
      String length = "TO_NUMBER(" + bytes(i) + ") * 2";
      String cut = "SUBSTR(" + rest(i) + ", " + begin + ", " + length + ")";
      all =
          Select.from(all)
              .item("*")
              .item("HEX_DECODE_STRING(" + cut + ")", part(i))
              .item("SUBSTR(" + rest(i) + ", " + begin + " + " + length + ")", rest(i + 1));
    }
    return all;
  }

  /** The promised value of a field of the key, from rows of {@link #over} under an alias. */
  String of(Field field, String alias) {
    List<Field> fields = contract.keyFields();
    String text = fields.size() == 1 ? "KEY_TEXT" : part(fields.indexOf(field));
    return value(field, alias + "." + text);
  }

  private static String digits(String rest) {
    return "SPLIT_PART(HEX_DECODE_STRING(" + rest + "), ':', 1)";
  }

  private static String rest(int field) {
    return Sql.quoted("__rest_" + field);
  }

  private static String bytes(int field) {
    return Sql.quoted("__bytes_" + field);
  }

  private static String part(int field) {
    return Sql.quoted("__part_" + field);
  }

  private String value(Field field, String text) {
    return switch (field.type().carrier()) {
      case DECIMAL -> "CAST(" + text + " AS " + field.type() + ")";
      case BOOLEAN -> "(" + text + " = 'true')";
      case EPOCH_DAY -> "TO_DATE(" + text + ", 'YYYY-MM-DD')";
      case NANO_OF_DAY -> "TO_TIME(" + text + ", 'HH24:MI:SS.FF9')";
      case EPOCH_NANO -> instant(field, text);
      case HEX -> "TO_BINARY(" + text + ", 'HEX')";
      case TEXT -> timeOrText(field, text);
      case DOUBLE, JSON_TEXT ->
          throw new IllegalArgumentException(field.type() + " cannot be part of a key");
    };
  }

  private String instant(Field field, String text) {
    if (field.type() instanceof SnowflakeType.TimestampLtz) {
      return "TO_TIMESTAMP_LTZ(REPLACE(" + text + ", 'Z', '+00:00'), '" + TIMESTAMP + "TZH:TZM')";
    }
    String utc = "TO_TIMESTAMP_NTZ(" + text + ", '" + TIMESTAMP + "\"Z\"')";
    return contract.zone().normalized().equals(ZoneOffset.UTC)
        ? utc
        : "CONVERT_TIMEZONE('UTC', " + Sql.literal(contract.zone().getId()) + ", " + utc + ")";
  }

  private static String timeOrText(Field field, String text) {
    return field.type() instanceof SnowflakeType.TimestampTz
        ? "TO_TIMESTAMP_TZ(" + text + ", '" + TIMESTAMP + "TZH:TZM')"
        : text;
  }
}
