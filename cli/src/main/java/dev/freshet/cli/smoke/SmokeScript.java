package dev.freshet.cli.smoke;

import dev.freshet.cli.command.CommandFailed;
import dev.freshet.cli.deploy.Placeholders;
import dev.freshet.cli.deploy.SqlScript;
import dev.freshet.cli.deploy.SqlStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the script of the smoke test: statements, and directives in comments between them. */
final class SmokeScript {
  private final String file;
  private final Placeholders placeholders;
  private final List<SmokeEntry> entries = new ArrayList<>();
  private final List<SmokeEntry.Step> steps = new ArrayList<>();
  private final StringBuilder sql = new StringBuilder();
  private String id = "";
  private Optional<String> notProvable = Optional.empty();
  private int session = 1;

  private SmokeScript(String file, Placeholders placeholders) {
    this.file = file;
    this.placeholders = placeholders;
  }

  /**
   * Reads a script.
   *
   * @throws CommandFailed if a statement is broken, or a placeholder has no value
   */
  static List<SmokeEntry> read(String file, String text, Placeholders placeholders) {
    SmokeScript script = new SmokeScript(file, placeholders);
    text.lines().forEach(script::line);
    script.endEntry();
    return List.copyOf(script.entries);
  }

  private void line(String line) {
    if (!line.startsWith("-- ")) {
      sql.append(line).append('\n');
      return;
    }
    String comment = line.substring("-- ".length());
    if (comment.startsWith("entry ")) {
      endEntry();
      id = comment.substring("entry ".length()).strip();
    } else if (comment.startsWith("not provable: ")) {
      notProvable = Optional.of(comment.substring("not provable: ".length()));
    } else if (comment.startsWith("session ")) {
      take(new Expectation.Runs());
      session = Integer.parseInt(comment.substring("session ".length()).strip());
    } else {
      Expectation.read(comment).ifPresent(this::take);
    }
  }

  /** The statements so far; what is expected is expected of the last. */
  private void take(Expectation expectation) {
    List<SqlStatement> statements = SqlScript.read(file, sql.toString(), placeholders);
    for (int i = 0; i < statements.size(); i++) {
      boolean last = i == statements.size() - 1;
      Expectation expected = last ? expectation : new Expectation.Runs();
      steps.add(new SmokeEntry.Step(session, statements.get(i).text(), expected));
    }
    sql.setLength(0);
  }

  private void endEntry() {
    take(new Expectation.Runs());
    if (!id.isEmpty()) {
      entries.add(new SmokeEntry(id, notProvable, steps));
    }
    steps.clear();
    notProvable = Optional.empty();
    session = 1;
  }
}
