package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The extremes of every type, from the column through the export to the Parquet facts: the carriers
 * of docs/formats.md, "How a value travels".
 */
@ExtendWith(SharedAccount.class)
class TypeMatrixTest {

  private static final String HUGE = "é☃😀x".repeat(200_000);

  /** Each row: the key, then what SQL says of it. */
  private static final List<String> INSERTS =
      List.of(
          """
          INSERT INTO %s SELECT 1, '99999999999999999999999999999999999999'::NUMBER(38,0),
            '9.9999999999999999999999999999999999999'::NUMBER(38,37), REPEAT('é☃😀x', 200000), TRUE,
            1.7976931348623157e308::FLOAT, '9999-12-31'::DATE, '23:59:59.999999999'::TIME,
            '9999-12-31 23:59:59.999999999'::TIMESTAMP_NTZ,
            '9999-12-31 23:59:59.999999999 +0000'::TIMESTAMP_LTZ,
            '9999-12-31 23:59:59.999999999 -1200'::TIMESTAMP_TZ,
            '9999-12-31 23:59:59.999999'::TIMESTAMP_NTZ,
            TO_BINARY('00ff', 'HEX'), PARSE_JSON('{"n": 99999999999999999999999999999999999999}')
          """,
          """
          INSERT INTO %s SELECT 2, '-99999999999999999999999999999999999999'::NUMBER(38,0),
            '-0.0000000000000000000000000000000000001'::NUMBER(38,37), '', FALSE,
            -5e-324::FLOAT, '0001-01-01'::DATE, '00:00:00'::TIME,
            '0001-01-01 00:00:00.000000001'::TIMESTAMP_NTZ,
            '0001-01-01 00:00:00.000000001 +0000'::TIMESTAMP_LTZ,
            '0001-01-01 00:00:00.000000001 +1400'::TIMESTAMP_TZ,
            '0001-01-01 00:00:00.000001'::TIMESTAMP_NTZ,
            TO_BINARY('', 'HEX'), PARSE_JSON('[]')
          """,
          """
          INSERT INTO %s SELECT 3, 0, 0, ' ', FALSE, 0::FLOAT, '1970-01-01'::DATE,
            '00:00:00.000000001'::TIME, '1970-01-01'::TIMESTAMP_NTZ,
            '1969-12-31 23:59:59.999999999 +0000'::TIMESTAMP_LTZ,
            '1970-01-01 05:30:00 +0530'::TIMESTAMP_TZ, '1969-12-31 23:59:59.999999'::TIMESTAMP_NTZ,
            TO_BINARY('0A', 'HEX'), PARSE_JSON('""')
          """,
          "INSERT INTO %s (K) SELECT 4");

  @Test
  void extremesArriveExactly(ExportAccount account) throws Exception {
    Fact fact = everyType(account);
    fact.change(INSERTS.toArray(String[]::new));

    fact.export();

    Map<String, List<String>> rows =
        account.stage().rows(fact.last()).stream()
            .collect(Collectors.toMap(row -> row.get(4), row -> row.subList(5, row.size())));
    assertThat(rows.get("1"))
        .containsExactly(
            "9".repeat(38),
            "9." + "9".repeat(37),
            HUGE,
            "true",
            "1.7976931348623157E308",
            "2932896",
            "86399999999999",
            "253402300799999999999",
            "253402300799999999999",
            "9999-12-31T23:59:59.999999999-12:00",
            "253402300799999999000",
            "00FF",
            "{\"n\":" + "9".repeat(38) + "}");
    assertThat(rows.get("2"))
        .containsExactly(
            "-" + "9".repeat(38),
            "-1E-37",
            "",
            "false",
            "-4.9E-324",
            "-719162",
            "0",
            "-62135596799999999999",
            "-62135596799999999999",
            "0001-01-01T00:00:00.000000001+14:00",
            "-62135596799999999000",
            "",
            "[]");
    assertThat(rows.get("3"))
        .containsExactly(
            "0",
            "0E-37",
            " ",
            "false",
            "0.0",
            "0",
            "1",
            "0",
            "-1",
            "1970-01-01T05:30:00.000000000+05:30",
            "-1000",
            "0A",
            "\"\"");
    assertThat(rows.get("4")).hasSize(13).containsOnlyNulls();
  }

  private static Fact everyType(ExportAccount account) throws Exception {
    return new FactBuilder(account)
        .key("k", "NUMBER(38,0)", "NUMBER(38,0)")
        .field("whole", "NUMBER(38,0)", "NUMBER(38,0)")
        .field("fine", "NUMBER(38,37)", "NUMBER(38,37)")
        .field("text", "VARCHAR", "VARCHAR")
        .field("flag", "BOOLEAN", "BOOLEAN")
        .field("ratio", "FLOAT", "FLOAT")
        .field("day", "DATE", "DATE")
        .field("clock", "TIME(9)", "TIME(9)")
        .field("ntz", "TIMESTAMP_NTZ(9)", "TIMESTAMP_NTZ(9)")
        .field("ltz", "TIMESTAMP_LTZ(9)", "TIMESTAMP_LTZ(9)")
        .field("tz", "TIMESTAMP_TZ(9)", "TIMESTAMP_TZ(9)")
        .field("micros", "TIMESTAMP_NTZ(6)", "TIMESTAMP_NTZ(6)")
        .field("bytes", "BINARY", "BINARY")
        .field("doc", "VARIANT", "VARIANT")
        .register();
  }
}
