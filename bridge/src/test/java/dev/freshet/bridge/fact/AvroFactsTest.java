package dev.freshet.bridge.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freshet.bridge.stage.PartException;
import dev.freshet.contract.Contract;
import dev.freshet.contract.avro.AvroSchema;
import dev.freshet.contract.odcs.ContractReader;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.apache.avro.Conversions;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in a part comes out of Avro's own reader, digit by digit. */
class AvroFactsTest {
  private static final int ID = 0x01020304;

  @TempDir Path directory;

  private static Contract contract(String keys, String field, String more) {
    return ContractReader.read(
        "test",
        """
        apiVersion: v3.1.0
        kind: DataContract
        id: 00000000-0000-0000-0000-000000000001
        name: thing
        domain: test
        version: 1.0.0
        status: active
        team: {name: test-team}
        servers:
          - {server: topic, type: kafka, environment: dev, host: localhost, format: avro}
        schema:
          - name: thing
            physicalType: topic
            physicalName: test.thing.v1
            properties:
              %s
              - {name: v, %s}
            customProperties:
              - {property: freshet.source, value: db.core.things}
              %s
        """
            .formatted(keys, field, more));
  }

  private static final String KEY =
      "- {name: k, physicalType: VARCHAR, required: true, primaryKey: true, primaryKeyPosition: 1}";

  private static Contract contract(String field) {
    return contract(KEY, field, "");
  }

  private static Encoding avro(String schema) {
    return new Encoding.Avro(ID, new Schema.Parser().parse(schema), URI.create("http://r/7"));
  }

  private Fact fact(Contract contract, Encoding key, String op, String values) throws Exception {
    Encodings encodings = new Encodings(key, avro(AvroSchema.value(contract)));
    String row = "SELECT '" + op + "' AS __op, 'key' AS __key, 0 AS __lane, 1 AS __n, " + values;
    return PartOnDisk.of(directory.resolve("p.parquet"), 1, row)
        .facts(contract, encodings, 0, 0)
        .get(0);
  }

  private GenericRecord value(Contract contract, String sql) throws Exception {
    Fact fact = fact(contract, new Encoding.Text(), "U", "'key' AS k, " + sql + " AS v");
    return decoded(AvroSchema.value(contract), fact.value());
  }

  private static GenericRecord decoded(String schema, byte[] bytes) throws Exception {
    assertThat(ByteBuffer.wrap(bytes, 0, 5).get()).isZero();
    assertThat(ByteBuffer.wrap(bytes, 1, 4).getInt()).isEqualTo(ID);
    GenericData data = new GenericData();
    data.addLogicalTypeConversion(new Conversions.DecimalConversion());
    Schema parsed = new Schema.Parser().parse(schema);
    var decoder = DecoderFactory.get().binaryDecoder(bytes, 5, bytes.length - 5, null);
    GenericRecord record =
        new GenericDatumReader<GenericRecord>(parsed, parsed, data).read(null, decoder);
    assertThat(decoder.isEnd()).isTrue();
    return record;
  }

  /** A decoded value as text: numbers in full, bytes in hexadecimal. */
  private static String text(Object value) {
    if (value instanceof ByteBuffer bytes) {
      return HexFormat.of().formatHex(bytes.array());
    }
    return value instanceof BigDecimal exact ? exact.toPlainString() : String.valueOf(value);
  }

  @ParameterizedTest(name = "{0} from {1} is {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          NUMBER(18,0)      | 999999999999999999::DECIMAL(38,0)         | 999999999999999999
          NUMBER(18,0)      | -999999999999999999::DECIMAL(38,0)        | -999999999999999999
          NUMBER(9,0)       | 42::INTEGER                               | 42
          NUMBER(38,0)      | 99999999999999999999999999999999999999::DECIMAL(38,0)  | 99999999999999999999999999999999999999
          NUMBER(38,0)      | -99999999999999999999999999999999999999::DECIMAL(38,0) | -99999999999999999999999999999999999999
          NUMBER(38,0)      | 0::DECIMAL(38,0)                          | 0
          NUMBER(38,37)     | 9.9999999999999999999999999999999999999::DECIMAL(38,37) | 9.9999999999999999999999999999999999999
          NUMBER(38,38)     | -0.00000000000000000000000000000000000001::DECIMAL(38,38) | -0.00000000000000000000000000000000000001
          NUMBER(12,2)      | 12.5::DECIMAL(12,2)                       | 12.50
          NUMBER(12,2)      | 12::INTEGER                               | 12.00
          NUMBER(12,2)      | -1.28::DECIMAL(12,2)                      | -1.28
          NUMBER(12,2)      | NULL::DECIMAL(12,2)                       | null
          VARCHAR           | concat('grüße 🙂 ', chr(10))              | `grüße 🙂 \n`
          VARCHAR           | ''                                        | ``
          VARCHAR           | NULL::VARCHAR                             | null
          BOOLEAN           | true                                      | true
          FLOAT             | 0.1::DOUBLE                               | 0.1
          FLOAT             | 'NaN'::DOUBLE                             | NaN
          FLOAT             | '-Infinity'::DOUBLE                       | -Infinity
          FLOAT             | 4.9e-324::DOUBLE                          | 4.9E-324
          DATE              | 0::INTEGER                                | 0
          DATE              | -1::INTEGER                               | -1
          DATE              | 2932896::DECIMAL(38,0)                    | 2932896
          TIME(6)           | 86399999999000::DECIMAL(38,0)             | 86399999999
          TIME(0)           | 0::DECIMAL(38,0)                          | 0
          TIME(9)           | 86399999999999::DECIMAL(38,0)             | 23:59:59.999999999
          TIMESTAMP_NTZ(6)  | -1000::DECIMAL(38,0)                      | -1
          TIMESTAMP_NTZ(0)  | 0::DECIMAL(38,0)                          | 0
          TIMESTAMP_LTZ(6)  | 253402300799999999000::DECIMAL(38,0)      | 253402300799999999
          TIMESTAMP_LTZ(6)  | -62167219200000000000::DECIMAL(38,0)      | -62167219200000000
          TIMESTAMP_NTZ(9)  | 253402300799999999999::DECIMAL(38,0)      | 9999-12-31T23:59:59.999999999Z
          TIMESTAMP_NTZ(9)  | -1::DECIMAL(38,0)                         | 1969-12-31T23:59:59.999999999Z
          TIMESTAMP_TZ(9)   | '9999-12-31T23:59:59.999999999-11:59'     | 9999-12-31T23:59:59.999999999-11:59
          BINARY            | 'DEADBEEF'                                | deadbeef
          BINARY            | ''                                        | ``
          VARIANT           | '{"a": [1, 2.50, null]}'                  | {"a": [1, 2.50, null]}
          VARIANT           | NULL::VARCHAR                             | null
          """)
  void aValueSurvivesAvro(String type, String sql, String expected) throws Exception {
    Contract contract = contract("physicalType: \"" + type + "\"");
    Object found = value(contract, sql).get("v");
    assertThat(text(found)).isEqualTo(expected.replace("\\n", "\n"));
  }

  @Test
  void aStringOfSixteenMegabytesSurvivesAvro() throws Exception {
    Contract contract = contract("physicalType: VARCHAR");
    Object found = value(contract, "repeat('abcdefgh', 2097152)").get("v");
    assertThat(String.valueOf(found)).hasSize(16 << 20).startsWith("abcdefgh").endsWith("efgh");
  }

  @Test
  void aClosedEnumTravelsAsItsSymbol() throws Exception {
    Contract contract =
        contract(
            "physicalType: VARCHAR, customProperties: [{property: freshet.enum, value: [OPEN,"
                + " DONE]}]");
    assertThat(value(contract, "'DONE'").get("v")).hasToString("DONE");
    assertThat(value(contract, "NULL::VARCHAR").get("v")).isNull();
    assertThatThrownBy(() -> value(contract, "'SECRET'"))
        .isInstanceOf(PartException.class)
        .hasMessageContaining("column v holds a value that is none of the 2")
        .hasMessageNotContaining("SECRET");
  }

  @ParameterizedTest(name = "{0} from {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "NUMBER(4,2)"                 | 100.00::DECIMAL(9,2)                | does not fit NUMBER(4,2)
          "NUMBER(4,2)"                 | 1.005::DECIMAL(9,3)                 | does not fit NUMBER(4,2)
          "NUMBER(18,0)"                | 9223372036854775808::DECIMAL(38,0)  | does not fit NUMBER(18,0)
          "TIME(6)"                     | 1::DECIMAL(38,0)                    | finer than the microseconds
          "TIME(6)"                     | 86400000000000::DECIMAL(38,0)       | outside the day
          "TIMESTAMP_NTZ(6)"            | 1::DECIMAL(38,0)                    | finer than the microseconds
          "TIMESTAMP_NTZ(6)"            | 253402300800000000000::DECIMAL(38,0) | outside the years
          DATE                          | 2932897::INTEGER                    | outside the years
          BINARY                        | 'ABC'                               | no hexadecimal
          VARIANT                       | '{"a":'                             | no JSON value
          VARCHAR, required: true       | NULL::VARCHAR                       | column v is null, but the contract requires it
          """)
  void refusesWhatHasNoExactFormInAvro(String type, String sql, String words) {
    Contract contract = contract("physicalType: " + type);
    assertThatThrownBy(() -> value(contract, sql))
        .isInstanceOf(PartException.class)
        .hasMessageContaining(PartOnDisk.NAME)
        .hasMessageContaining(words);
  }

  @Test
  void aDeleteEventCarriesTheKeyAlone() throws Exception {
    Contract contract =
        contract(
            KEY,
            "physicalType: VARCHAR, required: true",
            "- {property: freshet.deletes, value: event}");
    Fact fact = fact(contract, new Encoding.Text(), "D", "'key' AS k, NULL::VARCHAR AS v");
    assertThat(decoded(AvroSchema.value(contract), fact.value()))
        .hasToString("{\"k\": \"key\", \"v\": null}");
  }

  @Test
  void aKeyOfSeveralFieldsTravelsAsTextJsonOrAvro() throws Exception {
    String keys =
        """
        - {name: b, physicalType: "NUMBER(20,0)", required: true, primaryKey: true, primaryKeyPosition: 2}
              - {name: a, physicalType: DATE, required: true, primaryKey: true, primaryKeyPosition: 1}
        """
            .strip();
    Contract contract = contract(keys, "physicalType: VARCHAR", "");
    String row = "7::DECIMAL(20,0) AS b, 31::INTEGER AS a, 'x' AS v";
    Fact text = fact(contract, new Encoding.Text(), "U", row);
    assertThat(text.recordKey()).asString().isEqualTo("key");
    Fact json = fact(contract, new Encoding.Json(), "U", row);
    assertThat(json.recordKey()).asString().isEqualTo("{\"a\":\"1970-02-01\",\"b\":\"7\"}");
    Fact avro = fact(contract, avro(AvroSchema.key(contract)), "U", row);
    GenericRecord key = decoded(AvroSchema.key(contract), avro.recordKey());
    assertThat(List.of(key.get("a"), key.get("b"))).isEqualTo(List.of(31, new BigDecimal(7)));
    assertThat(avro.key()).asString().isEqualTo("key");
  }
}
