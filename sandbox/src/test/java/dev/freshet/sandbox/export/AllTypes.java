package dev.freshet.sandbox.export;

import java.sql.SQLException;

/** A contract with a field of every type. */
final class AllTypes {
  static final String INSERT =
      """
      INSERT INTO %s SELECT 1, -12.50, 'é''"\\\\', TRUE, 0.1::FLOAT, '1969-12-31'::DATE,
        '13:45:00.123456789'::TIME, '1969-12-31 23:59:59.999999999'::TIMESTAMP_NTZ,
        '2026-01-31 13:45:00.5'::TIMESTAMP_NTZ::TIMESTAMP_LTZ, TO_BINARY('0aff', 'HEX'),
        PARSE_JSON('{"a": [1, null]}'), PARSE_JSON('null')
      """;

  private AllTypes() {}

  static Fact register(ExportAccount account) throws SQLException {
    return builder(account).register();
  }

  static FactBuilder builder(ExportAccount account) {
    return new FactBuilder(account)
        .key("k", "NUMBER(38,0)", "NUMBER(38,0)")
        .field("amount", "NUMBER(12,2)", "NUMBER(12,2)")
        .field("text", "VARCHAR", "VARCHAR")
        .field("flag", "BOOLEAN", "BOOLEAN")
        .field("ratio", "FLOAT", "FLOAT")
        .field("day", "DATE", "DATE")
        .field("clock", "TIME(9)", "TIME(9)")
        .field("ntz", "TIMESTAMP_NTZ(9)", "TIMESTAMP_NTZ(9)")
        .field("ltz", "TIMESTAMP_LTZ(9)", "TIMESTAMP_LTZ(9)")
        .field("bytes", "BINARY", "BINARY")
        .field("doc", "VARIANT", "VARIANT")
        .field("nothing", "VARIANT", "VARIANT");
  }
}
