package dev.freshet.sandbox.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freshet.contract.Json;
import dev.freshet.sandbox.services.registry.EmbeddedRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvroValuesTest {
  private EmbeddedRegistry registry;
  private AvroValues values;
  private int subjects;

  @BeforeEach
  void start() throws IOException {
    registry = EmbeddedRegistry.start();
    values = new AvroValues(registry.url());
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  private static Schema schema(String type) {
    return new Schema.Parser()
        .parse(
            "{\"type\":\"record\",\"name\":\"r\",\"fields\":[{\"name\":\"v\",\"type\":[\"null\","
                + type
                + "],\"default\":null}]}");
  }

  private int register(Schema schema) throws Exception {
    String body = Json.STRICT.createObjectNode().put("schema", schema.toString()).toString();
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(registry.url() + "/subjects/s" + ++subjects + "/versions"))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    String answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    return Json.STRICT.readTree(answer).path("id").intValue();
  }

  private byte[] framed(Schema schema, Object value) throws Exception {
    GenericData.Record record = new GenericData.Record(schema);
    record.put("v", value);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(ByteBuffer.allocate(5).put((byte) 0).putInt(register(schema)).array());
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    new GenericDatumWriter<>(schema).write(record, encoder);
    encoder.flush();
    return out.toByteArray();
  }

  @ParameterizedTest(name = "{1} of {0} is {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "long"                                          | 42                 | 42
          {"type":"long","logicalType":"timestamp-micros"} | -1                | "1969-12-31T23:59:59.999999000Z"
          {"type":"long","logicalType":"timestamp-micros"} | 253402300799999999 | "9999-12-31T23:59:59.999999000Z"
          {"type":"long","logicalType":"time-micros"}     | 86399999999        | "23:59:59.999999000"
          """)
  void aLogicalTypeIsPrintedAsInAJsonRecord(String type, long value, String json) throws Exception {
    assertThat(values.json(framed(schema(type), value))).hasToString("{\"v\":" + json + "}");
  }

  @Test
  void decimalsAndBytesAndDatesToo() throws Exception {
    Schema decimal =
        schema("{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":38,\"scale\":2}");
    ByteBuffer unscaled = ByteBuffer.wrap(BigInteger.valueOf(-1250).toByteArray());
    assertThat(values.json(framed(decimal, unscaled))).hasToString("{\"v\":\"-12.50\"}");
    ByteBuffer bytes = ByteBuffer.wrap(new byte[] {(byte) 0xde, (byte) 0xad});
    assertThat(values.json(framed(schema("\"bytes\""), bytes))).hasToString("{\"v\":\"DEAD\"}");
    Schema date = schema("{\"type\":\"int\",\"logicalType\":\"date\"}");
    assertThat(values.json(framed(date, 20484))).hasToString("{\"v\":\"2026-01-31\"}");
    assertThat(values.json(framed(date, null))).hasToString("{\"v\":null}");
  }

  @Test
  void whatCannotBeDecodedIsSaidWithoutItsValue() throws Exception {
    assertThatThrownBy(() -> values.json("{\"v\":\"secret\"}".getBytes("UTF-8")))
        .isInstanceOf(UnreadableValueException.class)
        .hasMessageContaining("no frame")
        .hasMessageNotContaining("secret");
    assertThatThrownBy(() -> values.json(new byte[] {0, 0, 0, 0, 99, 2}))
        .hasMessageContaining("status 404");
    byte[] whole = framed(schema("\"string\""), "secret");
    byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 1);
    assertThatThrownBy(() -> values.json(cut))
        .isInstanceOf(UnreadableValueException.class)
        .hasMessageContaining("no record of the schema");
  }
}
