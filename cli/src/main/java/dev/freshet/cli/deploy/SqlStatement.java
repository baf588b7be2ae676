package dev.freshet.cli.deploy;

/**
 * One statement of a script, placeholders filled in, without its semicolon.
 *
 * @param file the script's name
 * @param line where it begins, from 1
 */
public record SqlStatement(String file, int line, String text) {

  /** Its first words, for progress lines. */
  public String head() {
    String first = text.strip().lines().findFirst().orElse("");
    return first.endsWith("(") ? first.substring(0, first.length() - 1).strip() : first;
  }
}
