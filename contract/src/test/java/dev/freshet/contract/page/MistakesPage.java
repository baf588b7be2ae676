package dev.freshet.contract.page;

import dev.freshet.contract.evolution.ChangeRule;
import dev.freshet.contract.evolution.Verdict;
import dev.freshet.contract.mistake.Catalogue;
import dev.freshet.contract.mistake.Mistake;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Prints the entries of docs/mistakes.md from the catalogue, in the evolution rules' own words. */
final class MistakesPage {
  private MistakesPage() {}

  static String print() {
    return changes()
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
        see nothing of them: "consumers would see" is what the gate spares them. Both are run (`CatalogueTest` of the command line,
        `CatalogueSqlTest` of the sandbox) and must name the same rules of change. `CHECK_CONTRACT` looks at the live source too,
        which a pull request cannot see. Here it has more to say of one: where a number becomes text, `column-type` refuses as well,
        since the column is a number still. Of required fields it notes that their columns allow NULL.

        """
        + Catalogue.changes().stream().map(MistakesPage::change).collect(Collectors.joining("\n"));
  }

  private static String change(Mistake.Change change) {
    List<ChangeRule> rules = change.rules().stream().map(MistakesPage::rule).toList();
    Verdict verdict =
        rules.stream().map(ChangeRule::verdict).max(Comparator.naturalOrder()).orElseThrow();
    boolean tooLittle = rules.stream().anyMatch(ChangeRule::isAboutVersion);
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
            tooLittle ? verdict.word() + ", but the version says too little" : verdict.word(),
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
        They fail whatever was there before, on the command line and in Snowflake (the same two tests), by the rule `unsound`.
        Consumers see nothing: the version in force stays.

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
        contract before anything of the change set leaves, and the halt names the owner; `RESUME_CONTRACT` refuses until the rows are
        repaired, and then the good row beside them goes out. With `reject` the row alone is set aside, counted in the manifest, and
        the export's answer names the owner. `CatalogueRowsTest` of the sandbox inserts each beside a good row and exports it; with
        `reject`, all of them in one change set.

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
