package dev.freshet.procs.export;

/** A run that failed; its message is what the task's history shows. */
final class ExportFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ExportFailed(String message) {
    super(message);
  }

  ExportFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
