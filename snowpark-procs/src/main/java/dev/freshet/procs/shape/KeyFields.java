package dev.freshet.procs.shape;

import dev.freshet.contract.Contract;
import dev.freshet.contract.Field;
import dev.freshet.contract.type.SnowflakeType;
import dev.freshet.procs.sql.Sql;
import java.time.ZoneOffset;

/**
 * The fields of a key, read back from its text: the reverse of {@link KeySql}. A key whose rows are
 * gone is known by its text alone, and its delete carries its fields.
 */
record KeyFields(Contract contract) {
  private static final String TIMESTAMP = "YYYY-MM-DD\"T\"HH24:MI:SS.FF9";

  /** The promised value of a field of the key, from a column that holds key texts. */
  String of(Field field, String keyText) {
    return value(field, contract.keyFields().size() == 1 ? keyText : part(field, keyText));
  }

  /**
   * Lengths are those in UTF-8, so the text is cut as bytes, two digits each; a part's length
   * stands before it in plain digits.
   */
  private String part(Field field, String keyText) {
    String rest = "HEX_ENCODE(" + keyText + ")";
    for (Field before : contract.keyFields()) {
      String digits = "SPLIT_PART(" + text(rest) + ", ':', 1)";
      String begin = "LENGTH(" + digits + ") * 2 + 3"; // behind the colon, from 1
      String length = "TO_NUMBER(" + digits + ") * 2";
      if (before.equals(field)) {
        return text("SUBSTR(" + rest + ", " + begin + ", " + length + ")");
      }
      rest = "SUBSTR(" + rest + ", " + begin + " + " + length + ")";
    }
    throw new IllegalArgumentException(field.name() + " is no field of the key");
  }

  private static String text(String hex) {
    return "HEX_DECODE_STRING(" + hex + ")";
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
