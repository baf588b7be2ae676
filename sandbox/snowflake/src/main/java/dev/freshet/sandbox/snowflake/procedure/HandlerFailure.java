package dev.freshet.sandbox.snowflake.procedure;

/** A handler that could not be run or threw. */
final class HandlerFailure extends Exception {

  HandlerFailure(Throwable cause) {
    super(cause);
  }

  /** What the caller is told: the exception and its message, as the handler wrote it. */
  String describe(Procedure procedure) {
    return "Uncaught exception in procedure "
        + procedure.base()
        + " with handler "
        + procedure.handler()
        + ": "
        + getCause();
  }
}
