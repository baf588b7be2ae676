package dev.freshet.contract.evolution;

import dev.freshet.contract.Contract;
import dev.freshet.contract.Field;
import dev.freshet.contract.type.SnowflakeType;
import java.util.List;

/** Keys, kinds, times and formats: what every record of the topic has in common. */
final class RecordChanges {
  private RecordChanges() {}

  static void find(Contract before, Contract after, Changes changes) {
    changes.compare(ChangeRule.KEY_CHANGED, "key", key(before), key(after));
    changes.compare(
        ChangeRule.KEY_ENCODING_CHANGED,
        "freshet.keyEncoding",
        before.keyEncoding(),
        after.keyEncoding());
    changes.compare(ChangeRule.KIND_CHANGED, "freshet.kind", before.kind(), after.kind());
    changes.compare(
        ChangeRule.IDENTITY_CHANGED, "freshet.identity", before.identity(), after.identity());
    changes.compare(
        ChangeRule.DELETES_CHANGED, "freshet.deletes", before.deletes(), after.deletes());
    changes.compare(
        before.eventTime().isEmpty()
            ? ChangeRule.EVENT_TIME_DECLARED
            : ChangeRule.EVENT_TIME_CHANGED,
        "freshet.eventTime",
        before.eventTime(),
        after.eventTime());
    changes.compare(ChangeRule.FORMAT_CHANGED, "servers, format", before.format(), after.format());
    changes.compare(
        hasLocalTimes(before) ? ChangeRule.ZONE_CHANGED : ChangeRule.HANDLING_CHANGED,
        "freshet.zone",
        before.zone(),
        after.zone());
  }

  private static List<String> key(Contract contract) {
    return contract.keyFields().stream().map(Field::name).toList();
  }

  private static boolean hasLocalTimes(Contract contract) {
    return contract.fields().stream().anyMatch(f -> f.type() instanceof SnowflakeType.TimestampNtz);
  }
}
