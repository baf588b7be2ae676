package dev.freshet.sandbox.snowflake.object;

import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.StatementType;

/** What statements about objects answer, word for word as Snowflake. */
public final class Answers {

  private Answers() {}

  public static Result done() {
    return status("Statement executed successfully.");
  }

  /**
   * @param kind the kind of object, as {@code Table}
   */
  public static Result created(String kind, String name) {
    return status(kind + " " + name + " successfully created.");
  }

  public static Result alreadyThere(String name) {
    return status(name + " already exists, statement succeeded.");
  }

  public static Result dropped(String name) {
    return status(name + " successfully dropped.");
  }

  public static Result alreadyDropped(String name) {
    return status("Drop statement executed successfully (" + name + " already dropped).");
  }

  private static Result status(String message) {
    return Result.status(StatementType.DDL, message);
  }
}
