package dev.freshet.sandbox.services.registry;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/**
 * Confluent's compatibility levels for Avro
 * (docs.confluent.io/platform/current/schema-registry/fundamentals/schema-evolution.html): which
 * earlier schemas a new one is held against, and who must read whom.
 */
enum Level {
  NONE(false, false, false),
  BACKWARD(true, false, false),
  BACKWARD_TRANSITIVE(true, false, true),
  FORWARD(false, true, false),
  FORWARD_TRANSITIVE(false, true, true),
  FULL(true, true, false),
  FULL_TRANSITIVE(true, true, true);

  private final boolean readsOld;
  private final boolean isReadByOld;
  private final boolean transitive;

  Level(boolean readsOld, boolean isReadByOld, boolean transitive) {
    this.readsOld = readsOld;
    this.isReadByOld = isReadByOld;
    this.transitive = transitive;
  }

  /**
   * Whether a schema may follow.
   *
   * @param earlier the subject's schemas, oldest first
   */
  boolean admits(Schema next, List<Schema> earlier) {
    int from = transitive ? 0 : Math.max(0, earlier.size() - 1);
    return earlier.subList(from, earlier.size()).stream()
        .allMatch(old -> (!readsOld || canRead(next, old)) && (!isReadByOld || canRead(old, next)));
  }

  private static boolean canRead(Schema reader, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getType()
        == SchemaCompatibilityType.COMPATIBLE;
  }
}
