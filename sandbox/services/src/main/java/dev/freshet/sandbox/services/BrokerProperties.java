package dev.freshet.sandbox.services;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * The settings of the one broker, which is its own controller: small buffers, internal topics of
 * one copy, no waiting for peers.
 */
final class BrokerProperties {
  static final int NODE = 1;
  static final String CONTROLLER_LISTENER = "CONTROLLER";

  private static final Map<String, String> FIXED =
      Map.ofEntries(
          Map.entry("process.roles", "broker,controller"),
          Map.entry("node.id", Integer.toString(NODE)),
          Map.entry("controller.listener.names", CONTROLLER_LISTENER),
          Map.entry("inter.broker.listener.name", "PLAINTEXT"),
          Map.entry("auto.create.topics.enable", "false"),
          Map.entry("offsets.topic.replication.factor", "1"),
          Map.entry("offsets.topic.num.partitions", "1"),
          Map.entry("transaction.state.log.replication.factor", "1"),
          Map.entry("transaction.state.log.min.isr", "1"),
          Map.entry("transaction.state.log.num.partitions", "1"),
          Map.entry("share.coordinator.state.topic.replication.factor", "1"),
          Map.entry("share.coordinator.state.topic.min.isr", "1"),
          Map.entry("share.coordinator.state.topic.num.partitions", "1"),
          Map.entry("group.initial.rebalance.delay.ms", "0"),
          // A transaction whose producer died ends soon after its time-out, not up to ten seconds
          // later.
          Map.entry("transaction.abort.timed.out.transaction.cleanup.interval.ms", "500"),
          Map.entry("log.cleaner.dedupe.buffer.size", "2097152"),
          Map.entry("log.index.size.max.bytes", "1048576"),
          Map.entry("num.network.threads", "2"),
          Map.entry("num.io.threads", "2"),
          Map.entry("background.threads", "2"),
          Map.entry("num.recovery.threads.per.data.dir", "1"));

  private BrokerProperties() {}

  static Properties of(Path directory, KafkaPorts ports) {
    Properties properties = new Properties();
    properties.putAll(FIXED);
    String clients = "PLAINTEXT://127.0.0.1:" + ports.clients();
    String controller = "127.0.0.1:" + ports.controller();
    properties.put("log.dirs", directory.toString());
    properties.put("listeners", clients + "," + CONTROLLER_LISTENER + "://" + controller);
    properties.put("advertised.listeners", clients);
    properties.put("controller.quorum.voters", NODE + "@" + controller);
    properties.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    return properties;
  }
}
