package dev.freshet.procs.export;

/**
 * Contracts of an export group failed or halted; the others were exported. The message names what
 * became of each, so that the task's history shows it.
 */
public final class GroupFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  GroupFailed(String group, long failed, String outcomes) {
    super(
        failed
            + " of the contracts of export group "
            + group
            + " failed; the others were exported: "
            + outcomes);
  }
}
