package dev.freshet.sandbox.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {
  private static final TopicPartition FACTS = new TopicPartition("facts", 0);

  @TempDir Path directory;
  private EmbeddedKafka kafka;

  @BeforeEach
  void start() throws Exception {
    kafka = EmbeddedKafka.start(directory.resolve("kafka"));
    kafka.createTopics(List.of(new NewTopic("facts", Optional.of(1), Optional.of((short) 1))));
  }

  @AfterEach
  void stop() {
    kafka.close();
  }

  private KafkaProducer<String, String> producer() {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", kafka.bootstrapServers(), "transactional.id", "publisher"),
        new StringSerializer(),
        new StringSerializer());
  }

  /** All values up to the end, which for read_committed is the last stable offset. */
  private List<String> read(String isolation) {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers(), "isolation.level", isolation),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.assign(List.of(FACTS));
      consumer.seekToBeginning(List.of(FACTS));
      long end = consumer.endOffsets(List.of(FACTS)).get(FACTS);
      List<String> values = new ArrayList<>();
      while (consumer.position(FACTS) < end) {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
      }
      return values;
    }
  }

  @Test
  void showsCommittedTransactionsAndHidesOpenAndAbortedOnes() throws Exception {
    try (KafkaProducer<String, String> producer = producer()) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>("facts", "k", "aborted")).get();
      producer.abortTransaction();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>("facts", "k", "committed"));
      producer.commitTransaction();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>("facts", "k", "open")).get();

      assertThat(read("read_committed")).containsExactly("committed");
      assertThat(read("read_uncommitted")).containsExactly("aborted", "committed", "open");
    }
  }

  @Test
  void holdsItsRecordsOverARestartOnTheSamePorts() throws Exception {
    try (KafkaProducer<String, String> producer = producer()) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>("facts", "k", "kept"));
      producer.commitTransaction();
    }
    kafka.close();
    kafka = EmbeddedKafka.start(directory.resolve("kafka"), kafka.ports());
    assertThat(read("read_committed")).containsExactly("kept");
  }

  @Test
  void refusesATopicThatNobodyCreated() {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers(), "max.block.ms", "1000"),
            new StringSerializer(),
            new StringSerializer())) {
      assertThatThrownBy(() -> producer.send(new ProducerRecord<>("unknown", "k", "v")).get())
          .isInstanceOf(ExecutionException.class)
          .hasMessageContaining("unknown");
    }
  }

  @Test
  void saysWhichPortIsTakenAndLeavesThePortsFreeWhenClosed() throws Exception {
    KafkaPorts ports = kafka.ports();
    assertThatThrownBy(() -> EmbeddedKafka.start(directory.resolve("other"), ports))
        .isInstanceOf(PortTakenException.class)
        .hasMessageContaining(Integer.toString(ports.clients()));
    kafka.close();
    assertThat(ports.areFree()).isTrue();
  }

  @Test
  void endsWithAnErrorAndNotTheProcessWhenItsControllerCannotListen() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        LogDirectory other = LogDirectory.open(directory.resolve("other"))) {
      KafkaPorts ports = new KafkaPorts(KafkaPorts.free().clients(), taken.getLocalPort());
      assertThatThrownBy(() -> EmbeddedKafka.start(other, ports))
          .isInstanceOf(PortTakenException.class);
    }
  }

  @Test
  void saysWhichDirectoryAnotherBrokerUses() {
    assertThatThrownBy(() -> EmbeddedKafka.start(directory.resolve("kafka")))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("Another broker is using " + directory.resolve("kafka"));
    assertThat(read("read_committed")).isEmpty();
  }
}
