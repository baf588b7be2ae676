package dev.freshet.cli.contract.report;

import dev.freshet.contract.Contract;
import dev.freshet.contract.Version;
import dev.freshet.contract.evolution.Judgement;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A contract file and what the gate says about it.
 *
 * @param file as given on the command line
 * @param standing whether it passes
 * @param owner whom to call, in words, also if nobody is named
 * @param contract what it says, if it is sound
 * @param judgement of what changed, if it was compared with something
 * @param least the lowest version that suffices, if it was compared with something
 * @param remarks gravest first
 */
public record CheckedFile(
    Path file,
    Standing standing,
    String owner,
    Optional<Contract> contract,
    Optional<Judgement> judgement,
    Optional<Version> least,
    List<Remark> remarks) {

  private static final String NOT_COMPARED = "; not compared with an earlier version";
  private static final String NEW_MAJOR = "; the first version of its major";
  private static final String UNTOUCHED =
      "Consumers see nothing of this: the version in force stays until one passes.";

  public CheckedFile {
    remarks = List.copyOf(remarks);
  }

  /** The contract and its version, or the file if it holds none. */
  public String subject() {
    return contract.map(c -> c.id() + " " + c.version()).orElse(file.toString());
  }

  /** The outcome in a line. */
  public String headline() {
    return switch (standing) {
      case UNREADABLE -> file + ": no answer";
      case FAILS ->
          contract
              .map(c -> file + ": version " + c.version() + " does not suffice" + verdict())
              .orElse(file + " is not a sound contract");
      case PASSES -> file + " is sound" + passed();
    };
  }

  /** What to do about the whole, and what consumers see of it meanwhile. */
  public List<String> advice() {
    return switch (standing) {
      case PASSES -> List.of();
      case UNREADABLE -> List.of("Nothing was decided. Mend what is named above and check again.");
      case FAILS ->
          least
              .map(v -> "The least version that suffices is " + v + ". " + UNTOUCHED)
              .map(List::of)
              .orElse(List.of(UNTOUCHED));
    };
  }

  private String passed() {
    if (judgement.isEmpty()) {
      return NOT_COMPARED;
    }
    return least.isEmpty() ? NEW_MAJOR : verdict();
  }

  private String verdict() {
    return judgement.map(j -> ": " + j.verdict().word()).orElse("");
  }
}
