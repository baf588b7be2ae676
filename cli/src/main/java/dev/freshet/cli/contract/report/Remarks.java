package dev.freshet.cli.contract.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.freshet.contract.Problem;
import dev.freshet.contract.evolution.Finding;
import dev.freshet.contract.evolution.Judgement;
import dev.freshet.contract.evolution.Verdict;
import dev.freshet.contract.odcs.Owners;
import dev.freshet.contract.odcs.YamlLines;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Turns problems, findings and failures into remarks with a line. */
final class Remarks {
  private static final String UNSOUND = "unsound";
  private static final String UNREADABLE = "not-readable";

  /** The rule's word of what is only told. */
  static final String NOTE = "note";

  private Remarks() {}

  /** A file that cannot be read at all, or is not YAML. */
  static CheckedFile unreadable(Path file, IOException failure) {
    int line = 1;
    String what = "could not be read: " + failure;
    if (failure instanceof JsonProcessingException yaml) {
      line = Optional.ofNullable(yaml.getLocation()).map(l -> l.getLineNr()).orElse(1);
      what = "is not YAML: " + yaml.getOriginalMessage();
    } else if (failure instanceof NoSuchFileException) {
      what = "does not exist";
    }
    return noAnswer(file, Owners.NOBODY, line, file + " " + what);
  }

  /** A sound contract whose earlier versions could not be had. */
  static CheckedFile notCompared(Path file, String text, RuntimeException failure) {
    return noAnswer(file, Owners.named(text), 1, String.valueOf(failure.getMessage()));
  }

  private static CheckedFile noAnswer(Path file, String owner, int line, String what) {
    return CheckedFile.noAnswer(
        file, owner, new Remark(Remark.Level.ERROR, UNREADABLE, "file", line, what));
  }

  static List<Remark> of(List<Problem> problems, YamlLines lines) {
    return problems.stream().map(p -> of(p, lines)).toList();
  }

  private static Remark of(Problem problem, YamlLines lines) {
    String where = lines.inWords(problem.where());
    return new Remark(
        Remark.Level.ERROR,
        UNSOUND,
        where,
        lines.of(problem.where()),
        where + ": " + problem.what());
  }

  static List<Remark> of(Judgement judgement, YamlLines lines) {
    return judgement.findings().stream()
        .map(f -> new Remark(level(f), f.rule().word(), f.where(), lines.of(f), f.message()))
        .toList();
  }

  private static Remark.Level level(Finding finding) {
    if (finding.verdict() == Verdict.NEEDS_MAJOR || finding.rule().isAboutVersion()) {
      return Remark.Level.ERROR;
    }
    return finding.verdict() == Verdict.COMPATIBLE ? Remark.Level.NOTICE : Remark.Level.WARNING;
  }

  static List<Remark> notes(List<String> notes) {
    return notes.stream().map(n -> new Remark(Remark.Level.NOTICE, NOTE, "file", 1, n)).toList();
  }
}
