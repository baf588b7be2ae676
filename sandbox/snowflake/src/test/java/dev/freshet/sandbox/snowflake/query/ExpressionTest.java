package dev.freshet.sandbox.snowflake.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.sandbox.snowflake.EmbeddedSnowflake;
import dev.freshet.sandbox.snowflake.account.SqlSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What expressions give, above all where DuckDB would give something else. */
class ExpressionTest {

  private static EmbeddedSnowflake account;
  private static SqlSession sql;

  @BeforeAll
  static void start() {
    account = EmbeddedSnowflake.builder().start();
    sql = SqlSession.in(account, "EXPRESSIONS");
    sql.run(
        "CREATE TABLE T (N NUMBER(38,0), D NUMBER(12,2), F FLOAT, S VARCHAR, B BOOLEAN, DAY DATE,"
            + " CLOCK TIME, NTZ TIMESTAMP_NTZ, LTZ TIMESTAMP_LTZ, BYTES BINARY, V VARIANT)",
        "INSERT INTO T SELECT 7, 2.50, 0.5, 'Ab', TRUE, '2024-02-29', '12:34:56.000000789',"
            + " '2024-01-31 23:59:59.123456789', '2024-01-01 00:00:00.5 +0000', TO_BINARY('00FF', 'HEX'),"
            + " PARSE_JSON('{\"b\": [1, {\"c\": \"x\"}], \"a\": null}')");
  }

  @AfterAll
  static void stop() {
    account.close();
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        // NUMBER is exact (sql-reference/operators-arithmetic)
        "1 / 3;0.333333",
        "N / 2;3.500000",
        "D / 3;0.83333333",
        "2 / 3 * 3;2.000001",
        "99999999999 * 99999999999;9999999999800000000001",
        "F / 2;0.25",
        "N % 4;3",
        "-7 % 4;-3",
        "ROUND(2.5);3",
        "ROUND(-2.5);-3",
        "ROUND(D, 1);2.5",
        "CAST(1.5 AS NUMBER);2",
        "CAST('1.5' AS NUMBER);2",
        "'12.345'::NUMBER(10,2);12.35",
        "N = 7.4;0",
        "N IN (6.5, 7.4);0",
        "N IN (6, 7);1",
        "N BETWEEN 6.9 AND 7.1;1",
        "COALESCE(N, 2.5);7.0",
        "IFF(N > 100, N, 2.5);2.5",
        "CASE N WHEN 7 THEN 1.25 ELSE N END;1.25",
        "GREATEST(N, NULL);null",
        "NVL(NULL, N);7",
        "DIV0(N, 0);0.000000",
        "ABS(-3.25);3.25",
        "N < 99999999999999999999999999999999999999;1",
        "TO_NUMBER('ff', 'XX');255",
        "MOD(TO_NUMBER(SUBSTR(MD5('abc'), 1, 8), 'XXXXXXXX'), 16);8",
        // text (sql-reference/functions-string)
        "S || N || D || B;Ab72.50true",
        "S || NULL;null",
        "CONCAT('a', NULL);null",
        "TO_VARCHAR(F);0.5",
        "TO_VARCHAR(3::FLOAT);3",
        "NTZ || '';2024-01-31 23:59:59.123",
        "TO_VARCHAR(NTZ, 'YYYY-MM-DD\"T\"HH24:MI:SS.FF9');2024-01-31T23:59:59.123456789",
        "TO_VARCHAR(LTZ, 'YYYY-MM-DD\"T\"HH24:MI:SS.FF9TZH:TZM');2024-01-01T00:00:00.500000000+00:00",
        "TO_VARCHAR(CLOCK, 'HH24:MI:SS.FF9');12:34:56.000000789",
        "TO_CHAR(DAY, 'DD.MM.YY');29.02.24",
        "DAY::VARCHAR;2024-02-29",
        "SUBSTR('abc', 0, 2);ab",
        "SUBSTR('abc', -2, 1);b",
        "LEFT('abc', 2) || RIGHT('abc', 1);abc",
        "LPAD(7, 3, '0');007",
        "LENGTH('äöü');3",
        "OCTET_LENGTH('äöü');6",
        "SPLIT_PART('a,b,c', ',', 0);a",
        "SPLIT_PART('a,b,c', ',', -1);c",
        "'abc' LIKE 'a%';1",
        "S ILIKE 'aB';1",
        "'a_c' LIKE 'a^_c' ESCAPE '^';1",
        "REGEXP_LIKE('abc', 'b');0",
        "'abc' RLIKE 'a.c';1",
        "REGEXP_REPLACE('a1b2', '[0-9]');ab",
        "POSITION('b' IN 'abc');2",
        "CHARINDEX('z', 'abc');0",
        "'abcdef'::VARCHAR(3);abc",
        "HEX_ENCODE('Ab');4162",
        "HEX_ENCODE(BYTES);00FF",
        "SHA2('abc');ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "'it''s' || 'a\\'b' || $$c'd$$;it'sa'bc'd",
        "STARTSWITH(S, 'A') AND CONTAINS(S, 'b') AND NOT ENDSWITH(S, 'A');1",
        "EQUAL_NULL(NULL, NULL);1",
        "NULLIF(N, 7);null",
        "DECODE(N, 1, 'one', 7, 'seven', 'other');seven",
        "S IS DISTINCT FROM NULL;1",
        // dates and times (sql-reference/functions-date-time)
        "DATEADD(MONTH, 1, DAY)::VARCHAR;2024-03-29",
        "DATEADD(MONTH, 1, NTZ);1709251199.123456789",
        "DATEADD('nanosecond', 1, NTZ);1706745599.123456790",
        "DATEADD(DAY, -1, LTZ);1703980800.500000000",
        "DATEDIFF(DAY, DAY, '2024-03-01');1",
        "DATEDIFF(MONTH, '2024-01-31'::DATE, DAY);1",
        "DATEDIFF(WEEK, '2024-01-07'::DATE, '2024-01-08'::DATE);1",
        "DATEDIFF(HOUR, '2024-01-01 01:59:59'::TIMESTAMP, '2024-01-01 02:00:00'::TIMESTAMP);1",
        "DATEDIFF('second', '1970-01-01'::TIMESTAMP_NTZ, '1969-12-31 23:59:59.5'::TIMESTAMP_NTZ);-1",
        "DATEDIFF('second', '00:00:00'::TIME, CLOCK);45296",
        "DATE_PART('nanosecond', NTZ);123456789",
        "DATE_PART(EPOCH_NANOSECOND, NTZ);1706745599123456789",
        "DATE_PART(EPOCH_MILLISECOND, LTZ);1704067200500",
        "EXTRACT(YEAR FROM DAY);2024",
        "DAYOFWEEK('2024-01-07'::DATE);0",
        "DATE_TRUNC('MONTH', NTZ);1704067200.000000000",
        "DATE_TRUNC(DAY, NTZ);1706659200.000000000",
        "LAST_DAY(DAY)::VARCHAR;2024-02-29",
        "TO_TIMESTAMP_NTZ(1);1.000000000",
        "TO_TIMESTAMP_NTZ(1500, 3);1.500000000",
        "TO_DATE('29.02.2024', 'DD.MM.YYYY')::VARCHAR;2024-02-29",
        "TRY_TO_DATE('2024-02-30');null",
        "NTZ::TIMESTAMP_NTZ(3);1706745599.123000000",
        "CONVERT_TIMEZONE('UTC', 'Europe/Berlin', NTZ);1706749199.123456789",
        "CONVERT_TIMEZONE('UTC', LTZ)::TIMESTAMP_NTZ;1704067200.500000000",
        "'1969-12-31 23:59:59.25'::TIMESTAMP_NTZ;-0.750000000",
        // the whole range (sql-reference/data-types-datetime), zones, offsets
        "'9999-12-31 23:59:59.999999999'::TIMESTAMP_NTZ;253402300799.999999999",
        "'0001-01-01'::TIMESTAMP_NTZ;-62135596800.000000000",
        "DATEDIFF('second', '1970-01-01'::TIMESTAMP_NTZ, '9999-12-31 23:59:59.999999999'::TIMESTAMP_NTZ);253402300799",
        "DATEDIFF('second', '1970-01-01'::TIMESTAMP_NTZ, '0001-01-01 00:00:00.000000001'::TIMESTAMP_NTZ);-62135596800",
        "DATE_PART('nanosecond', '0001-01-01 00:00:00.000000001'::TIMESTAMP_NTZ);1",
        "DATEDIFF('nanosecond', '0001-01-01'::TIMESTAMP_NTZ, '9999-12-31 23:59:59.999999999'::TIMESTAMP_NTZ);315537897599999999999",
        "DATE_PART(EPOCH_NANOSECOND, '9999-12-31 23:59:59.999999999'::TIMESTAMP_NTZ);253402300799999999999",
        "TO_VARCHAR('9999-12-31 23:59:59.999999999'::TIMESTAMP_NTZ, 'YYYY-MM-DD HH24:MI:SS.FF9');9999-12-31 23:59:59.999999999",
        "TO_VARCHAR('0099-02-28 01:02:03.000000004'::TIMESTAMP_NTZ, 'YYYY-MM-DD HH24:MI:SS.FF9');0099-02-28 01:02:03.000000004",
        "TO_VARCHAR('9999-12-31 23:59:59.999999999 -0330'::TIMESTAMP_TZ, 'YYYY-MM-DD\"T\"HH24:MI:SS.FF9TZH:TZM');9999-12-31T23:59:59.999999999-03:30",
        "('2024-07-01 12:00:00 ' || '+0530')::TIMESTAMP_TZ;1719815400.000000000 1770",
        "'2024-07-01 12:00 +0530'::TIMESTAMP_TZ = '2024-07-01 06:30 Z'::TIMESTAMP_TZ;1",
        "'2024-01-01 10:00:00+02:00'::TIMESTAMP_NTZ;1704103200.000000000",
        "'2024-01-01 10:00:00+02:00'::TIMESTAMP_TZ::TIMESTAMP_NTZ;1704103200.000000000",
        "'2024-01-01 10:00:00+02:00'::TIMESTAMP_TZ::TIMESTAMP_LTZ;1704096000.000000000",
        "CONVERT_TIMEZONE('Europe/Berlin', '2024-07-01 10:00:00.000000001 +0000'::TIMESTAMP_TZ);1719828000.000000001 1560",
        "CONVERT_TIMEZONE('Europe/Berlin', 'America/New_York', '2024-03-15 12:00:00.123456789'::TIMESTAMP_NTZ);1710486000.123456789",
        "DATE_PART(HOUR, CONVERT_TIMEZONE('Asia/Kolkata', LTZ));5",
        "DATEADD(NANOSECOND, 1, LTZ);1704067200.500000001",
        "DATEADD(MONTH, 1, '2024-01-31 23:00:00.000000009 +0200'::TIMESTAMP_TZ);1709240400.000000009 1560",
        "DATE_TRUNC(DAY, '2024-01-31 00:30:00 +0200'::TIMESTAMP_TZ);1706652000.000000000 1560",
        "DATE_TRUNC(MICROSECOND, NTZ);1706745599.123456000",
        "NTZ::TIMESTAMP_LTZ(6);1706745599.123456000",
        "NTZ::TIME::VARCHAR || ' ' || NTZ::DATE;23:59:59 2024-01-31",
        "DATEDIFF('nanosecond', '00:00'::TIME, NTZ::TIME);86399123456789",
        "NTZ > '2024-01-31 23:59:59.123456788';1",
        "NTZ = LTZ;0",
        "NTZ > DAY;0",
        "NTZ IN ('2024-01-01', '2024-01-31 23:59:59.123456789');1",
        "NTZ BETWEEN '1000-01-01' AND DAY;1",
        "LTZ < CURRENT_TIMESTAMP();1",
        "COALESCE(NULL, NTZ, '2024-01-01');1706745599.123456789",
        "IFF(B, LTZ, NTZ);1704067200.500000000",
        "GREATEST(NTZ, LTZ, DAY);1709164800.000000000",
        "CASE NTZ WHEN '2024-01-31 23:59:59.123456789' THEN 1 END;1",
        "TO_TIMESTAMP_NTZ('31/01/0900 11:05:06.7 PM', 'DD/MM/YYYY HH12:MI:SS.FF PM');-33763222493.300000000",
        "TRY_TO_TIMESTAMP_NTZ(S);null",
        "TO_TIMESTAMP_LTZ(1700000000123456789, 9);1700000000.123456789",
        "TO_JSON(ARRAY_CONSTRUCT(NTZ));[\"2024-01-31 23:59:59.123\"]",
        "TRY_CAST('x' AS NUMBER);null",
        "TRY_TO_NUMBER('12.5', 10, 1);12.5",
        // semi-structured (user-guide/querying-semistructured)
        "V:b[1].c::VARCHAR;x",
        "V:b[0]::NUMBER + 1;2",
        "V:a::VARCHAR;null",
        "V:a IS NULL;0",
        "V:missing IS NULL;1",
        "IS_NULL_VALUE(V:a);1",
        "V['b'][0];1",
        "TO_JSON(V);{\"a\":null,\"b\":[1,{\"c\":\"x\"}]}",
        "TYPEOF(V:b);ARRAY",
        "TO_JSON(OBJECT_CONSTRUCT('z', D, 'a', NULL, 'k', DAY));{\"k\":\"2024-02-29\",\"z\":2.50}",
        "TO_JSON(OBJECT_CONSTRUCT_KEEP_NULL('a', NULL));{\"a\":null}",
        "TO_JSON(ARRAY_CONSTRUCT(1, 'x', V:b));[1,\"x\",[1,{\"c\":\"x\"}]]",
        "ARRAY_SIZE(V:b);2",
        "TRY_PARSE_JSON('{');null",
        "'5'::VARIANT::NUMBER;5",
      })
  void gives(String expression, String expected) {
    assertThat(sql.row("SELECT " + expression + " FROM T")).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} is a {1}")
  @CsvSource(
      delimiter = ';',
      value = {
        "N / 2;NUMBER(38,6)",
        "N + 1;NUMBER(38,0)",
        "D * 2;NUMBER(38,2)",
        "D * D * D * D * D * D * D;NUMBER(38,12)",
        "AVG(N);NUMBER(38,6)",
        "SUM(D);NUMBER(38,2)",
        "NTZ;TIMESTAMP_NTZ(9)",
        "CURRENT_TIMESTAMP();TIMESTAMP_LTZ(9)",
        "SYSDATE();TIMESTAMP_NTZ(9)",
        "DATEADD(DAY, 1, DAY);DATE",
        "DATEADD(HOUR, 1, DAY);TIMESTAMP_NTZ(9)",
        "V:b;VARIANT",
        "COALESCE(N, 2.5);NUMBER(38,1)"
      })
  void hasTheType(String expression, String type) {
    assertThat(sql.type("SELECT " + expression + " FROM T GROUP BY ALL")).isEqualTo(type);
  }

  @ParameterizedTest(name = "{0} fails with {1}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "TRY_CAST(N AS VARCHAR);001065",
        "NO_SUCH(1);002140",
        "PG_SLEEP(1);002140",
        "N / 0;100132",
        "MISSING;000904",
        "T.MISSING;000904",
        "V = 'x';000002",
        "V:b = 1;000002",
        "S:a;001044",
        "'abc'::NUMBER;100038",
        "99999999999999999999999999999999999999 + 1;100038",
        "'2024-02-30'::TIMESTAMP_NTZ;100035",
        "(S || 'x')::TIMESTAMP_LTZ;100035",
        "CLOCK::TIMESTAMP_NTZ;001007",
        "NTZ::NUMBER;001007",
        "SUBSTR('a');000938",
        "UPPER('a', 'b');000939",
        "DATEADD(FORTNIGHT, 1, DAY);001073",
        "UPPER(DISTINCT S);002141",
        "S LIKE ANY ('a');000002",
        "(N;001003",
        "'open;001003"
      })
  void isRefused(String expression, String code) {
    assertThat(sql.error("SELECT " + expression + " FROM T").code()).isEqualTo(code);
  }
}
