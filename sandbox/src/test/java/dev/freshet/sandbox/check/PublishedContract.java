package dev.freshet.sandbox.check;

import dev.freshet.contract.Contract;
import dev.freshet.contract.ContractId;
import dev.freshet.contract.Version;
import dev.freshet.contract.manifest.Manifest;
import dev.freshet.contract.manifest.ManifestCodec;
import dev.freshet.contract.manifest.SealedManifest;
import dev.freshet.contract.stage.Head;
import dev.freshet.contract.stage.Receipt;
import dev.freshet.contract.stage.StageLayout;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * A contract that is published by hand: each change set gets its line in the log, its manifest, its
 * records on partition 0 and its receipt. Tests leave one of these out or add to them.
 */
final class PublishedContract implements AutoCloseable {
  private final Contract contract;
  private final StageObjects stage;
  private final Connection snowflake;
  private final KafkaProducer<byte[], byte[]> producer;
  private Optional<String> previousDigest = Optional.empty();
  private long sequence;

  PublishedContract(
      Contract contract, StageObjects stage, Connection snowflake, String bootstrapServers) {
    this.contract = contract;
    this.stage = stage;
    this.snowflake = snowflake;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Publishes the next change set, soundly. */
  void changeSet(Fact... facts) throws SQLException {
    announce(facts);
    for (Fact fact : facts) {
      send(sequence, fact);
    }
    receipt(facts);
  }

  /** Log, manifest and head. */
  void announce(Fact... facts) throws SQLException {
    sequence++;
    log(facts);
    SealedManifest sealed = ManifestCodec.seal(manifest(facts));
    put(StageLayout.manifest(id(), sequence), sealed.text());
    put(StageLayout.head(id()), new Head(id().toString(), sequence, sealed.digest()).text());
    previousDigest = Optional.of(sealed.digest());
  }

  private void log(Fact... facts) throws SQLException {
    String sql = "INSERT INTO FRESHET.APP.CHANGE_SETS VALUES (?, ?, ?, ?)";
    try (PreparedStatement statement = snowflake.prepareStatement(sql)) {
      statement.setString(1, id().toString());
      statement.setLong(2, sequence);
      statement.setLong(3, upserts(facts));
      statement.setLong(4, facts.length - upserts(facts));
      statement.executeUpdate();
    }
  }

  private Manifest manifest(Fact... facts) {
    long upserts = upserts(facts);
    String data = StageLayout.dataFolder(id(), sequence, 1) + "data.snappy.parquet";
    return new Manifest(
        id(),
        new Version(1, 0, 0),
        sequence,
        previousDigest,
        Manifest.Kind.CHANGES,
        Instant.EPOCH,
        new Manifest.Source("SANDBOX", contract.source().toString(), "STREAM", List.of("query")),
        new Manifest.Rows(upserts, facts.length - upserts, 0, 0, 0),
        Optional.empty(),
        1,
        1,
        List.of(
            new Manifest.Part(data, 1, facts.length, "etag", Optional.of(0), Optional.empty())));
  }

  /** One record, with its headers. */
  void send(long changeSet, Fact fact) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            contract.topic(),
            0,
            bytes(fact.key()),
            fact.value().map(PublishedContract::bytes).orElse(null));
    record.headers().add("freshet_op", bytes(fact.value().isPresent() ? "upsert" : "delete"));
    record.headers().add("freshet_change_set", bytes(Long.toString(changeSet)));
    producer.send(record);
    producer.flush();
  }

  /** The receipt of the change set announced last. */
  void receipt(Fact... facts) {
    long upserts = upserts(facts);
    Receipt receipt =
        new Receipt(
            Receipt.FORMAT_VERSION,
            id().toString(),
            sequence,
            0,
            previousDigest.orElseThrow(),
            "ledger",
            contract.topic(),
            "topic-id",
            List.of(new Receipt.Span(0, 0, 0, facts.length)),
            upserts,
            facts.length - upserts,
            "2026-01-01T00:00:00Z");
    put(StageLayout.receipt(id(), sequence, 0), receipt.text());
  }

  void put(String key, String text) {
    stage
        .s3()
        .putObject(
            r -> r.bucket(stage.bucket()).key(stage.prefix() + key), RequestBody.fromString(text));
  }

  void remove(String key) {
    stage.s3().deleteObject(r -> r.bucket(stage.bucket()).key(stage.prefix() + key));
  }

  ContractId id() {
    return contract.id();
  }

  private static long upserts(Fact... facts) {
    return List.of(facts).stream().filter(fact -> fact.value().isPresent()).count();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    producer.close();
  }

  /** A record's key and value; a delete has none. */
  record Fact(String key, Optional<String> value) {
    static Fact of(String key, String json) {
      return new Fact(key, Optional.of(json));
    }

    static Fact gone(String key) {
      return new Fact(key, Optional.empty());
    }
  }
}
