package dev.freshet.contract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a contract: {@code <domain>.<fact>.v<major>}. It is also the topic's name and stands
 * wherever a path, key or label says contract.
 *
 * @param domain lower-case letters, digits and single underscores, beginning with a letter
 * @param fact spelled like the domain
 * @param major 1 or greater; a new major is a new contract beside the old one
 */
public record ContractId(String domain, String fact, int major) {
  // No double underscore: the id maps one to one onto a schema name, where "__" stands for ".".
  private static final String WORD = "[a-z][a-z0-9]*(?:_[a-z0-9]+)*";
  private static final Pattern SHAPE =
      Pattern.compile("(" + WORD + ")\\.(" + WORD + ")\\.v([1-9][0-9]{0,8})");
  private static final Pattern WORD_SHAPE = Pattern.compile(WORD);
  private static final int LONGEST = 200;

  public ContractId {
    requireWord("domain", domain);
    requireWord("fact", fact);
    if (major < 1) {
      throw new IllegalArgumentException("major version must be 1 or greater, found " + major);
    }
    if (domain.length() + fact.length() > LONGEST) {
      throw new IllegalArgumentException(
          "domain and fact together may have " + LONGEST + " characters at most");
    }
  }

  /**
   * Reads an id.
   *
   * @throws IllegalArgumentException if the text is not of the form {@code domain.fact.v1}
   */
  public static ContractId parse(String text) {
    Matcher m = SHAPE.matcher(text);
    if (!m.matches()) {
      throw new IllegalArgumentException(
          "a contract id looks like domain.fact.v1 (lower case), found '" + text + "'");
    }
    return new ContractId(m.group(1), m.group(2), Integer.parseInt(m.group(3)));
  }

  /** Whether the text can be a domain or a fact. */
  public static boolean isWord(String text) {
    return WORD_SHAPE.matcher(text).matches();
  }

  private static void requireWord(String what, String text) {
    if (!isWord(text)) {
      throw new IllegalArgumentException(
          what + " must be lower-case words joined by single underscores, found '" + text + "'");
    }
  }

  @Override
  public String toString() {
    return domain + "." + fact + ".v" + major;
  }
}
