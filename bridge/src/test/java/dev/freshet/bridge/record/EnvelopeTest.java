package dev.freshet.bridge.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.bridge.fact.Encoding;
import dev.freshet.bridge.fact.Fact;
import dev.freshet.bridge.world.Contracts;
import dev.freshet.contract.Contract;
import dev.freshet.contract.manifest.Manifest;
import dev.freshet.contract.odcs.ContractReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
  private static final Contract ITEMS = ContractReader.read("items", Contracts.items("x", 1));
  private static final Contract ORDERS = ContractReader.read("orders", Contracts.orders("x", 1));

  private static final Encoding JSON = new Encoding.Json();
  private static final Encoding AVRO =
      new Encoding.Avro(
          7, Schema.create(Schema.Type.NULL), URI.create("http://registry:8081/schemas/ids/7"));

  private static Envelope envelope(Contract contract, Encoding values) {
    return new Envelope(
        contract,
        values,
        new Manifest(
            contract.id(),
            contract.version(),
            7,
            Optional.of("d6"),
            Manifest.Kind.CHANGES,
            Instant.EPOCH,
            new Manifest.Source("MYORG-MYACC", "DB.CORE.ITEMS", "S", List.of()),
            new Manifest.Rows(1, 0, 0, 0, 0),
            Optional.empty(),
            1,
            1,
            List.of()),
        Optional.empty());
  }

  private static Fact fact(Fact.Op op, @Nullable String time, @Nullable String identity) {
    return new Fact(
        0,
        0,
        op,
        "42".getBytes(StandardCharsets.UTF_8),
        "record key".getBytes(StandardCharsets.UTF_8),
        1,
        op == Fact.Op.DELETE ? null : "{}".getBytes(StandardCharsets.UTF_8),
        time,
        identity);
  }

  private static String headers(Contract contract, Fact fact) {
    return headers(envelope(contract, JSON), fact);
  }

  private static String headers(Envelope envelope, Fact fact) {
    return envelope.headers(envelope.wrap(fact)).stream()
        .map(h -> h.name() + ": " + new String(h.value(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("\n"));
  }

  private static String golden(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(EnvelopeTest.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  @Test
  void anUpsertOfAStateContractHasTheGoldenHeaders() throws IOException {
    assertThat(headers(ITEMS, fact(Fact.Op.UPSERT, null, null)))
        .isEqualTo(golden("headers-upsert.txt"));
  }

  @Test
  void aTombstoneHasNoContentType() throws IOException {
    assertThat(headers(ITEMS, fact(Fact.Op.DELETE, null, null)))
        .isEqualTo(golden("headers-tombstone.txt"));
  }

  @Test
  void aValueInAvroNamesItsSchema() throws IOException {
    assertThat(headers(envelope(ITEMS, AVRO), fact(Fact.Op.UPSERT, null, null)))
        .isEqualTo(golden("headers-avro.txt"));
    assertThat(headers(envelope(ITEMS, AVRO), fact(Fact.Op.DELETE, null, null)))
        .isEqualTo(golden("headers-tombstone.txt"));
  }

  @Test
  void anEventCarriesItsTimeAndAnIdThatDoesNotHangOnTheChangeSet() throws IOException {
    assertThat(headers(ORDERS, fact(Fact.Op.UPSERT, "2026-01-31T00:00:00Z", "1007")))
        .isEqualTo(golden("headers-event.txt"));
  }
}
