package dev.freshet.sandbox.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.contract.Contract;
import dev.freshet.contract.Json;
import dev.freshet.contract.avro.AvroSchema;
import dev.freshet.contract.odcs.ContractReader;
import dev.freshet.sandbox.avro.AvroValues;
import dev.freshet.sandbox.services.registry.EmbeddedRegistry;
import java.io.ByteArrayOutputStream;
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
import org.junit.jupiter.api.Test;

/** A fact reads the same from Avro as from JSON. */
class ValueReaderTest {
  private static final String CONTRACT =
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
        - {server: topic, type: kafka, environment: dev, host: localhost, format: %s}
      schema:
        - name: thing
          physicalType: topic
          physicalName: test.thing.v1
          properties:
            - {name: id, physicalType: "NUMBER(18,0)", required: true, primaryKey: true, primaryKeyPosition: 1}
            - {name: price, physicalType: "NUMBER(12,2)"}
            - {name: day, physicalType: DATE}
            - {name: extra, physicalType: VARIANT}
            - {name: absent, physicalType: VARCHAR}
          customProperties:
            - {property: freshet.source, value: db.core.things}
      """;

  private static final String FACT =
      """
      {"id":"999999999999999999","price":"-12.50","day":"1969-12-31","extra":{"a":[1,null]},"absent":null}""";

  private static Contract contract(String format) {
    return ContractReader.read("test", CONTRACT.formatted(format));
  }

  private static byte[] framed(EmbeddedRegistry registry, Schema schema) throws Exception {
    GenericData.Record record = new GenericData.Record(schema);
    record.put("id", 999_999_999_999_999_999L);
    record.put("price", ByteBuffer.wrap(BigInteger.valueOf(-1250).toByteArray()));
    record.put("day", -1);
    record.put("extra", "{\"a\": [1, null]}");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(ByteBuffer.allocate(5).put((byte) 0).putInt(id(registry, schema)).array());
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    new GenericDatumWriter<>(schema).write(record, encoder);
    encoder.flush();
    return out.toByteArray();
  }

  private static int id(EmbeddedRegistry registry, Schema schema) throws Exception {
    String body = Json.STRICT.createObjectNode().put("schema", schema.toString()).toString();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(registry.url() + "/subjects/s/versions"))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    String answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    return Json.STRICT.readTree(answer).path("id").intValue();
  }

  @Test
  void fromJsonAndFromAvro() throws Exception {
    try (EmbeddedRegistry registry = EmbeddedRegistry.start()) {
      AvroValues avro = new AvroValues(registry.url());
      byte[] json = FACT.getBytes(java.nio.charset.StandardCharsets.UTF_8);
      assertThat(new ValueReader(contract("json"), avro).read(json)).hasToString(FACT);
      Contract inAvro = contract("avro");
      Schema schema = new Schema.Parser().parse(AvroSchema.value(inAvro));
      byte[] framed = framed(registry, schema);
      assertThat(new ValueReader(inAvro, avro).read(framed)).hasToString(FACT);
    }
  }
}
