package dev.freshet.cli.contract.report;

/**
 * One thing the gate says about a file.
 *
 * @param level whether it stops the file
 * @param rule the rule's word, such as {@code field-removed}
 * @param where the field or the place in the file
 * @param line the line of the file, from 1
 * @param text what was found, what consumers see, what to do
 */
public record Remark(Level level, String rule, String where, int line, String text) {

  /** Whether a remark stops the file. The words are those of GitHub's annotations. */
  public enum Level {
    ERROR,
    WARNING,
    NOTICE;

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
