package dev.freshet.sandbox;

import dev.freshet.cli.command.CommandFailed;
import dev.freshet.sandbox.avro.AvroValues;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code freshet consume}: what a read_committed consumer sees of a topic. */
@Command(
    name = "consume",
    mixinStandardHelpOptions = true,
    description = "Prints the records of a topic that a read_committed consumer sees.")
public final class ConsumeCommand implements Callable<Integer> {
  private static final Duration POLL = Duration.ofMillis(250);

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "TOPIC", description = "The topic; it is named like its contract.")
  private String topic;

  @Option(names = "--key", paramLabel = "K", description = "Only the records of this key.")
  private @Nullable String key;

  @Option(names = "--follow", description = "Go on with new records until stopped.")
  private boolean follow;

  @Option(names = "--max", paramLabel = "N", description = "Stop after N records.")
  private long max = Long.MAX_VALUE;

  @Option(
      names = "--output",
      description = "text or json (a JSON object a line). Default: ${DEFAULT-VALUE}.")
  private Output output = Output.text;

  @Option(
      names = "--bootstrap-servers",
      description = "The Kafka cluster. Default: that of the running sandbox.")
  private @Nullable String bootstrapServers;

  @Option(
      names = "--registry",
      paramLabel = "URL",
      description = "The schema registry. Default: that of the running sandbox.")
  private @Nullable URI registry;

  /** How records are printed. */
  enum Output {
    text,
    json
  }

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  public ConsumeCommand() {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    RecordText text = new RecordText(avro());
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      List<TopicPartition> partitions = partitions(consumer);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      long printed = 0;
      while (printed < max && (follow || !reached(consumer, ends))) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          if (printed < max && isWanted(text, record) && (follow || isBefore(record, ends))) {
            out.println(output == Output.json ? text.json(record) : text.line(record));
            printed++;
          }
        }
        out.flush();
      }
      if (printed == 0) {
        spec.commandLine().getErr().println("No record" + (key == null ? "." : " of that key."));
      }
      return 0;
    }
  }

  private Optional<AvroValues> avro() {
    if (registry == null && bootstrapServers != null) {
      return Optional.empty();
    }
    return Optional.of(
        new AvroValues(
            registry != null
                ? registry
                : URI.create(Addresses.ofRunning(Home.find()).registryUrl())));
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    String servers =
        Optional.ofNullable(bootstrapServers)
            .orElseGet(() -> Addresses.ofRunning(Home.find()).bootstrapServers());
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            servers,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            "false"),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  private List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
    Map<String, List<PartitionInfo>> topics = consumer.listTopics();
    List<PartitionInfo> found = topics.get(topic);
    if (found == null) {
      throw CommandFailed.usage(
          "There is no topic '"
              + topic
              + "'. Topics: "
              + topics.keySet().stream().filter(t -> !t.startsWith("__")).sorted().toList());
    }
    return found.stream().map(p -> new TopicPartition(p.topic(), p.partition())).toList();
  }

  private static boolean reached(
      KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream().allMatch(e -> consumer.position(e.getKey()) >= e.getValue());
  }

  private static boolean isBefore(ConsumerRecord<?, ?> r, Map<TopicPartition, Long> ends) {
    return r.offset() < ends.getOrDefault(new TopicPartition(r.topic(), r.partition()), 0L);
  }

  private boolean isWanted(RecordText text, ConsumerRecord<byte[], byte[]> record) {
    return key == null || key.equals(text.key(record));
  }
}
