package dev.freshet.cli.contract.earlier;

import dev.freshet.cli.command.CommandFailed;
import dev.freshet.contract.Contract;
import dev.freshet.contract.ContractId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Every version that a contract has had in the history of a ref, in the same file; if the ref has
 * no such file, in whatever files hold the same fact, so that moving one does not hide its
 * promises.
 */
record AgainstGit(String ref) implements Against {
  /** What git grep exits with if nothing matches; anything above is a failure. */
  private static final int NONE_FOUND = 1;

  AgainstGit {
    if (ref.startsWith("-")) {
      throw CommandFailed.usage("--against git:REF takes a branch, tag or commit, found " + ref);
    }
  }

  @Override
  public Earlier earlierThan(Path file, Contract next) {
    Path absolute = file.toAbsolutePath().normalize();
    Git here = Git.in(absolute.resolveSibling(""));
    String prefix = prefix(here, file);
    String commit = commit(here);
    Git top = Git.in(Path.of(here.run("rev-parse", "--show-toplevel").strip()));

    History history = new History(top, commit);
    Texts texts = new Texts(ref);
    for (String path : paths(top, commit, prefix + absolute.getFileName(), next.id())) {
      history.texts(path).forEach(texts::add);
    }
    return new Earlier(texts.of(next.id()), notes(top, texts, next.id()));
  }

  private String prefix(Git here, Path file) {
    Git.Answer answer = here.ask("rev-parse", "--show-prefix");
    if (!answer.succeeded()) {
      throw CommandFailed.usage(
          file
              + " is not in a git repository, so it has no version at "
              + ref
              + ": "
              + answer.err());
    }
    return answer.out().strip();
  }

  private String commit(Git here) {
    Git.Answer answer = here.ask("rev-parse", "--verify", "--quiet", ref + "^{commit}");
    if (!answer.succeeded()) {
      throw CommandFailed.usage(
          "git knows no branch, tag or commit '"
              + ref
              + "' here. Fetch it first; in a CI job check out the whole history"
              + " (actions/checkout: fetch-depth: 0) and name the branch as origin/main.");
    }
    return answer.out().strip();
  }

  /** The file itself; if the ref has no such file, those that name the contract's topic. */
  private static List<String> paths(Git top, String commit, String same, ContractId id) {
    List<String> there = names(top.run("ls-tree", "-z", "--name-only", commit, "--", same));
    return there.isEmpty() ? namingTheTopic(top, commit, id) : there;
  }

  private static List<String> namingTheTopic(Git top, String commit, ContractId id) {
    Git.Answer found =
        top.ask("grep", "-l", "-z", "-F", "-e", topics(id), commit, "--", "*.yaml", "*.yml");
    if (found.code() > NONE_FOUND) {
      throw CommandFailed.usage("Searching " + commit + " for " + id + " failed: " + found.err());
    }
    return names(found.out()).stream().map(n -> n.substring(n.indexOf(':') + 1)).toList();
  }

  private static List<String> names(String endedByNull) {
    return Arrays.stream(endedByNull.split("\0")).filter(n -> !n.isBlank()).toList();
  }

  /** What all topics of a fact begin with. */
  private static String topics(ContractId id) {
    return id.domain() + "." + id.fact() + ".v";
  }

  private List<String> notes(Git top, Texts texts, ContractId id) {
    List<String> notes = new ArrayList<>();
    if (texts.of(id).isEmpty()) {
      notes.add(ref + " has no version of " + id.domain() + "." + id.fact() + ": it is new");
    }
    texts.versions().stream()
        .map(text -> text.contract().id())
        .filter(held -> !held.domain().equals(id.domain()) || !held.fact().equals(id.fact()))
        .distinct()
        .forEach(held -> notes.add(renamed(held)));
    if (top.run("rev-parse", "--is-shallow-repository").strip().equals("true")) {
      notes.add(
          "this clone is shallow: versions older than its history were not compared"
              + " (git fetch --unshallow; actions/checkout: fetch-depth: 0)");
    }
    return texts.notes(notes.toArray(String[]::new));
  }

  private static String renamed(ContractId held) {
    return "this file held "
        + held
        + " before. Another name is another contract and another topic: the old one goes on as it"
        + " was registered until it is retired, and its readers see nothing of the new one";
  }
}
