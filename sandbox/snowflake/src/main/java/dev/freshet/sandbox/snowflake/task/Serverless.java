package dev.freshet.sandbox.snowflake.task;

import java.util.Optional;

/**
 * What is stated about the machines of a task without a warehouse. The sandbox has no machines, so
 * this is kept and shown, and held to the rules of sql-reference/sql/create-task.
 *
 * @param initialSize USER_TASK_MANAGED_INITIAL_WAREHOUSE_SIZE
 * @param targetCompletion TARGET_COMPLETION_INTERVAL, as written
 * @param hasSizes whether SERVERLESS_TASK_MIN_STATEMENT_SIZE or its MAX is set
 */
record Serverless(
    Optional<String> initialSize, Optional<String> targetCompletion, boolean hasSizes) {

  static final Serverless NOTHING = new Serverless(Optional.empty(), Optional.empty(), false);

  boolean isStated() {
    return initialSize.isPresent() || targetCompletion.isPresent() || hasSizes;
  }

  Serverless withInitialSize(String size) {
    return new Serverless(Optional.of(size), targetCompletion, hasSizes);
  }

  Serverless withTargetCompletion(Optional<String> interval) {
    return new Serverless(initialSize, interval, hasSizes);
  }

  Serverless withSizes() {
    return new Serverless(initialSize, targetCompletion, true);
  }
}
