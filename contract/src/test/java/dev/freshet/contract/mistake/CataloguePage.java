package dev.freshet.contract.mistake;

import dev.freshet.contract.Contract;
import dev.freshet.contract.evolution.ChangeRule;
import dev.freshet.contract.evolution.Verdict;
import dev.freshet.contract.odcs.ContractReader;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Prints docs/mistakes.md from the catalogue, and the evolution rules' own words. */
final class CataloguePage {
  private static final String INTRODUCTION =
      """
      # Mistakes, and what becomes of them

      This page is printed from a catalogue that the tests run through the command line: each entry is made to the contract at
      the end of the page, and must get the verdict, the rules and the words that stand here. The files are in
      `contract/src/test/resources/dev/freshet/contract/mistake/`; a new entry there is a new test and a new line here.

      Whom to call is the same for all of them, since one team owns the contract: **%s**. Every message ends with it.

      Four of them are the rehearsal that convinces people: a nullable field added passes; a rename fails; an enum change fails,
      or passes as a change of an open list that its owner is told of; a record without a business key is stopped.
      """;

  private CataloguePage() {}

  static String print() {
    Contract contract = ContractReader.read("the catalogue's contract", Catalogue.before());
    return INTRODUCTION.formatted(contract.owner())
        + changes()
        + unsound()
        + badRows()
        + "\n## The contract\n```yaml\n"
        + Catalogue.before()
        + "```\n\n## Its source\n```sql\n"
        + Catalogue.source()
        + "```\n";
  }

  private static String changes() {
    return """

        ## Changes
        `freshet contract check FILE --against …` and `CHECK_CONTRACT` judge them; those that fail cannot be registered, so consumers
        see nothing of them: "consumers would see" is what the gate spares them.

        """
        + Catalogue.changes().stream().map(CataloguePage::change).collect(Collectors.joining("\n"));
  }

  private static String change(Mistake.Change change) {
    List<ChangeRule> rules = change.rules().stream().map(CataloguePage::rule).toList();
    Verdict verdict =
        rules.stream().map(ChangeRule::verdict).max(Comparator.naturalOrder()).orElseThrow();
    return """
        ### %s
        Declared as %s: **%s**, %s.
        ```diff
        %s```
        %s"""
        .formatted(
            change.name(),
            change.version(),
            change.passes() ? "passes" : "fails",
            verdict.word(),
            difference(Catalogue.before(), change.after()),
            rules.stream().map(r -> told(r, change.passes())).collect(Collectors.joining()));
  }

  private static String told(ChangeRule rule, boolean passes) {
    return "- `%s`. Consumers %s: %s To do: %s%n"
        .formatted(rule.word(), passes ? "see" : "would see", rule.why(), rule.wayOut());
  }

  private static ChangeRule rule(String word) {
    return Arrays.stream(ChangeRule.values())
        .filter(r -> r.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(word + " is no evolution rule"));
  }

  private static String unsound() {
    return """

        ## Files that are no sound contract
        They fail whatever was there before. Consumers see nothing: the version in force stays.

        | mistake | the message says |
        |---|---|
        """
        + Catalogue.unsound().stream()
            .map(u -> "| " + u.name() + " | " + String.join(" … ", u.says()) + " |\n")
            .collect(Collectors.joining());
  }

  private static String badRows() {
    return """

        ## Rows
        The contract is sound and in force; rows break it. Its rules are not set aside by `freshet.onViolation`, so each halts the
        contract before anything of the change set leaves; with `reject` the row alone is set aside, and counted in the manifest.

        | mistake | rule | consumers see |
        |---|---|---|
        """
        + Catalogue.badRows().stream()
            .map(r -> "| %s | `%s` | %s |\n".formatted(r.name(), r.rule(), r.consumersSee()))
            .collect(Collectors.joining());
  }

  /** The lines that only one of two texts has: enough where few lines change. */
  private static String difference(String before, String after) {
    return lines("-", before, after) + lines("+", after, before);
  }

  private static String lines(String sign, String of, String without) {
    List<String> others = without.lines().toList();
    return of.lines()
        .filter(l -> !others.contains(l))
        .filter(l -> !l.startsWith("version: "))
        .map(l -> sign + " " + l.strip() + "\n")
        .collect(Collectors.joining());
  }
}
