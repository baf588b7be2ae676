package dev.freshet.contract;

import java.util.Arrays;
import java.util.Optional;

/** A rule that each row is held to at export. The word is the same in files, SQL and manifests. */
public enum Rule {
  MISSING_KEY("missingKey"),
  REQUIRED_NULL("requiredNull"),
  UNKNOWN_ENUM("unknownEnum"),
  DOES_NOT_FIT("doesNotFit"),
  DUPLICATE_KEY("duplicateKey");

  private final String word;

  Rule(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  public static Optional<Rule> of(String word) {
    return Arrays.stream(values()).filter(r -> r.word.equals(word)).findFirst();
  }
}
