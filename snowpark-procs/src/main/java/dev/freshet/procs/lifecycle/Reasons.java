package dev.freshet.procs.lifecycle;

/** Why somebody does what cannot be undone quietly. */
final class Reasons {
  private Reasons() {}

  /**
   * @throws LifecycleException if there is none: the audit would not say why
   */
  static void require(String reason) {
    if (reason.isBlank()) {
      throw new LifecycleException("REASON must say why, for those who read the audit");
    }
  }
}
