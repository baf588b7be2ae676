package dev.freshet.sandbox;

import dev.freshet.contract.Contract;
import dev.freshet.contract.replay.ReplayRequest;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** The topics that an operator makes before a bridge runs; the bridge itself never makes one. */
final class Topics {
  static final String LEDGER = "freshet.ledger";
  static final String REPLAY_LEDGER = "freshet.replay-ledger";
  static final int LEDGER_PARTITIONS = 16;
  static final int REPLAY_LEDGER_PARTITIONS = 4;

  private static final int PARTITIONS = 4;
  private static final short ONE_REPLICA = 1;

  private Topics() {}

  /** The ledgers of the live path and of replays. */
  static List<NewTopic> ledgers() {
    return List.of(
        ledger(LEDGER, LEDGER_PARTITIONS), ledger(REPLAY_LEDGER, REPLAY_LEDGER_PARTITIONS));
  }

  /** Purely compacted, in small segments and with a short lag, so that it stays small. */
  private static NewTopic ledger(String name, int partitions) {
    return new NewTopic(name, partitions, ONE_REPLICA)
        .configs(
            Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT,
                TopicConfig.SEGMENT_BYTES_CONFIG, "16777216",
                TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, "60000"));
  }

  /** The topic of a contract and that of its rehearsals. */
  static List<NewTopic> of(Contract contract) {
    return List.of(facts(contract), staging(contract));
  }

  /** State topics are compacted to the latest fact of each key; event topics keep every fact. */
  private static NewTopic facts(Contract contract) {
    String policy =
        contract.kind() == Contract.Kind.STATE
            ? TopicConfig.CLEANUP_POLICY_COMPACT
            : TopicConfig.CLEANUP_POLICY_DELETE;
    return new NewTopic(contract.topic(), PARTITIONS, ONE_REPLICA)
        .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, policy));
  }

  /** Rehearsals are read back at once and kept a day, for those who want to look. */
  private static NewTopic staging(Contract contract) {
    return new NewTopic(ReplayRequest.Staging.topic(contract.id()), PARTITIONS, ONE_REPLICA)
        .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "86400000"));
  }
}
