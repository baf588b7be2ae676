package dev.freshet.sandbox;

import dev.freshet.contract.Contract;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** The topics that an operator makes before a bridge runs; the bridge itself never makes one. */
final class Topics {
  static final String LEDGER = "freshet.ledger";
  static final int LEDGER_PARTITIONS = 16;

  private static final int PARTITIONS = 4;
  private static final short ONE_REPLICA = 1;

  private Topics() {}

  /** Purely compacted, in small segments and with a short lag, so that it stays small. */
  static NewTopic ledger() {
    return new NewTopic(LEDGER, LEDGER_PARTITIONS, ONE_REPLICA)
        .configs(
            Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT,
                TopicConfig.SEGMENT_BYTES_CONFIG, "16777216",
                TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, "60000"));
  }

  /** State topics are compacted to the latest fact of each key; event topics keep every fact. */
  static NewTopic of(Contract contract) {
    String policy =
        contract.kind() == Contract.Kind.STATE
            ? TopicConfig.CLEANUP_POLICY_COMPACT
            : TopicConfig.CLEANUP_POLICY_DELETE;
    return new NewTopic(contract.topic(), PARTITIONS, ONE_REPLICA)
        .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, policy));
  }
}
