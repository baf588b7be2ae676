package dev.freshet.contract.mistake;

import java.util.List;

/** Something people do to a contract or to its rows, and what comes of it. */
public sealed interface Mistake {
  /** The mistake in a few words, as a sentence. */
  String name();

  /**
   * A change between two versions, harmless ones included: both texts are sound contracts.
   *
   * @param version what the author declares for it
   * @param edits of the contract before
   * @param passes whether the gate lets it through
   * @param rules the words of the evolution rules that speak, all of them
   */
  record Change(
      String name, String version, List<Edit> edits, boolean passes, List<String> rules)
      implements Mistake {
    public Change {
      edits = List.copyOf(edits);
      rules = List.copyOf(rules);
    }

    /** The contract's text after the change. */
    public String after() {
      String text = edited(Catalogue.before(), edits);
      return version.equals("1.0.0")
          ? text
          : new Edit("version: 1.0.0", "version: " + version).in(text);
    }
  }

  /**
   * A file that is no sound contract, whatever was there before.
   *
   * @param says what the message has in it
   */
  record Unsound(String name, List<Edit> edits, List<String> says) implements Mistake {
    public Unsound {
      edits = List.copyOf(edits);
      says = List.copyOf(says);
    }

    public String after() {
      return edited(Catalogue.before(), edits);
    }
  }

  /**
   * A row that breaks the contract in force; stopped at export.
   *
   * @param rows columns and values for an INSERT INTO the source, one statement each
   * @param rule the word of the row's rule
   * @param consumersSee what reaches them
   */
  record BadRow(String name, List<String> rows, String rule, String consumersSee)
      implements Mistake {
    public BadRow {
      rows = List.copyOf(rows);
    }
  }

  private static String edited(String text, List<Edit> edits) {
    String edited = text;
    for (Edit edit : edits) {
      edited = edit.in(edited);
    }
    return edited;
  }
}
