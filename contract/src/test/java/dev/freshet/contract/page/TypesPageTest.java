package dev.freshet.contract.page;

import dev.freshet.contract.type.Carrier;
import dev.freshet.contract.type.SnowflakeType;
import dev.freshet.contract.type.SnowflakeTypes;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TypesPageTest {
  /** Each line of the page: how it names a kind of type, and one type of the kind. */
  private record Line(String name, String example) {
    String print() {
      SnowflakeType type = SnowflakeTypes.parse(example);
      return "| %s | %s | %s | %s |\n"
          .formatted(name, words(type.carrier()), type.avro().words(), type.json().words());
    }

    private static String words(Carrier carrier) {
      return switch (carrier) {
        case DECIMAL -> "decimal(p,s)";
        case TEXT -> "UTF-8 text";
        case BOOLEAN -> "boolean";
        case DOUBLE -> "double";
        case EPOCH_DAY -> "decimal: days since 1970-01-01";
        case NANO_OF_DAY -> "decimal: nanoseconds since midnight";
        case EPOCH_NANO -> "decimal: nanoseconds since 1970-01-01T00:00:00";
        case HEX -> "upper-case hexadecimal text";
        case JSON_TEXT -> "JSON text";
      };
    }
  }

  private static final List<Line> LINES =
      List.of(
          new Line("NUMBER(p,0), p to 15", "NUMBER(15,0)"),
          new Line("NUMBER(p,0), p 16 to 18", "NUMBER(18,0)"),
          new Line("NUMBER(p,0), p 19 to 38", "NUMBER(19,0)"),
          new Line("NUMBER(p,s), s above 0", "NUMBER(2,1)"),
          new Line("VARCHAR(n)", "VARCHAR(1)"),
          new Line("BOOLEAN", "BOOLEAN"),
          new Line("FLOAT", "FLOAT"),
          new Line("DATE", "DATE"),
          new Line("TIME(s), s to 6", "TIME(6)"),
          new Line("TIME(s), s 7 to 9", "TIME(7)"),
          new Line("TIMESTAMP_NTZ(s), s to 6", "TIMESTAMP_NTZ(6)"),
          new Line("TIMESTAMP_NTZ(s), s 7 to 9", "TIMESTAMP_NTZ(7)"),
          new Line("TIMESTAMP_LTZ(s), s to 6", "TIMESTAMP_LTZ(6)"),
          new Line("TIMESTAMP_LTZ(s), s 7 to 9", "TIMESTAMP_LTZ(7)"),
          new Line("TIMESTAMP_TZ(s)", "TIMESTAMP_TZ(9)"),
          new Line("BINARY", "BINARY"),
          new Line("VARIANT", "VARIANT"),
          new Line("OBJECT", "OBJECT"),
          new Line("ARRAY", "ARRAY"));

  @Test
  void thePageShowsEachType() {
    new Page("types.md")
        .holds(
            "| Snowflake | Parquet | Avro | JSON |\n|---|---|---|---|\n"
                + LINES.stream().map(Line::print).collect(Collectors.joining()));
  }
}
