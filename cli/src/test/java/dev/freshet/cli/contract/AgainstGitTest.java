package dev.freshet.cli.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.cli.CommandRun;
import dev.freshet.cli.command.Exit;
import dev.freshet.contract.mistake.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code contract check --against git:REF}, with the program git. */
class AgainstGitTest {
  private static final String FILE = "contracts/parcel_moved.odcs.yaml";
  private static final String WEIGHT = "\n      - {name: weight_kg, physicalType: \"NUMBER(8,3)\"}";
  private static final String REF = "git:main";

  @TempDir private Path directory;
  private Repository repository;

  @BeforeEach
  void aRepository() throws IOException {
    repository = Repository.in(Files.createDirectory(directory.resolve("repository")));
  }

  @Test
  void anUnchangedFilePasses() throws IOException {
    Path file = repository.commit(FILE, Catalogue.before());

    assertThat(check(file, REF).exit()).isEqualTo(Exit.OK);
  }

  @Test
  void anotherTextOfAVersionIsRefusedEvenIfItPromisesTheSame() throws IOException {
    repository.commit(FILE, Catalogue.before());
    Path file = repository.write(FILE, Catalogue.before() + "# a comment\n");

    CommandRun run = check(file, REF);

    assertThat(run.exit()).isEqualTo(Exit.FAILED);
    assertThat(run.out()).contains("version-reused", "The least version that suffices is 1.0.1");
  }

  @Test
  void aChangeInTheWorkTreeIsComparedWithTheBranch() throws IOException {
    repository.commit(FILE, Catalogue.before());
    Path file = repository.write(FILE, raised("1.1.0").replace(WEIGHT, ""));

    CommandRun run = check(file, REF);

    assertThat(run.exit()).isEqualTo(Exit.FAILED);
    assertThat(run.out()).contains("field-removed", "weight_kg", "in 1.0.0", "2.0.0");
  }

  @Test
  void whatAnOlderVersionPromisedStillCounts() throws IOException {
    repository.commit(FILE, Catalogue.before());
    repository.commit(FILE, raised("1.1.0").replace(WEIGHT, ""));
    Path file = repository.write(FILE, raised("1.2.0").replace("\"NUMBER(8,3)\"", "VARCHAR(9)"));

    CommandRun run = check(file, REF);

    assertThat(run.exit()).isEqualTo(Exit.FAILED);
    assertThat(run.out()).contains("type-changed", "weight_kg", "in 1.0.0");
  }

  @Test
  void movingTheFileHidesNothing() throws IOException {
    repository.commit(FILE, Catalogue.before());
    Files.delete(repository.directory().resolve(FILE));
    Path file = repository.write("moved/here.yaml", raised("1.1.0").replace(WEIGHT, ""));

    CommandRun run = check(file, REF);

    assertThat(run.exit()).isEqualTo(Exit.FAILED);
    assertThat(run.out()).contains("field-removed");
  }

  @Test
  void anotherFileOfTheSameContractDoesNotCountWhileThisOneIsThere() throws IOException {
    repository.commit("fixtures/old.yaml", raised("1.3.0").replace("{name: note,", "{name: x,"));
    Path file = repository.commit(FILE, Catalogue.before());

    assertThat(check(file, REF).exit()).isEqualTo(Exit.OK);
  }

  @Test
  void aRenamedContractIsAnotherOneAndTheOldOneIsNamed() throws IOException {
    repository.commit(FILE, Catalogue.before());
    Path file = repository.write(FILE, Catalogue.before().replace("parcel_moved", "parcel_seen"));

    CommandRun run = check(file, REF);

    assertThat(run.exit()).isEqualTo(Exit.OK);
    assertThat(run.out())
        .contains("this file held parcels.parcel_moved.v1 before", "until it is retired");
  }

  @Test
  void aNewMajorMayBreakEverything() throws IOException {
    repository.commit(FILE, Catalogue.before());
    Path file =
        repository.write(
            FILE,
            raised("2.0.0").replace(WEIGHT, "").replace("parcel_moved.v1", "parcel_moved.v2"));

    CommandRun run = check(file, REF);

    assertThat(run.exit()).as(run.out()).isEqualTo(Exit.OK);
    assertThat(run.out()).contains("the first version of its major");
  }

  @Test
  void aFileThatTheBranchDoesNotKnowIsNew() throws IOException {
    repository.commit("README.md", "contracts\n");
    Path file = repository.write(FILE, Catalogue.before());

    CommandRun run = check(file, REF);

    assertThat(run.exit()).isEqualTo(Exit.OK);
    assertThat(run.out()).contains("main has no version of parcels.parcel_moved: it is new");
  }

  @Test
  void anUnknownBranchGivesNoAnswer() throws IOException {
    Path file = repository.commit(FILE, Catalogue.before());

    CommandRun run = check(file, "git:origin/nowhere");

    assertThat(run.exit()).isEqualTo(Exit.USAGE);
    assertThat(run.out()).contains("origin/nowhere", "fetch-depth: 0");
  }

  @Test
  void aFileOutsideOfARepositoryGivesNoAnswer() throws IOException {
    Path file = Files.writeString(directory.resolve("alone.yaml"), Catalogue.before());

    CommandRun run = check(file, REF);

    assertThat(run.exit()).isEqualTo(Exit.USAGE);
    assertThat(run.out()).contains("is not in a git repository");
  }

  @Test
  void aShallowCloneIsSaid() throws IOException {
    repository.commit(FILE, Catalogue.before());
    repository.commit(FILE, raised("1.0.1").replace("Where each parcel is.", "Where it is."));
    String url = repository.directory().toUri().toString();
    repository.git("clone", "--quiet", "--depth=1", url, directory.resolve("shallow").toString());

    CommandRun run = check(directory.resolve("shallow").resolve(FILE), REF);

    assertThat(run.exit()).as(run.out()).isEqualTo(Exit.OK);
    assertThat(run.out()).contains("this clone is shallow", "git fetch --unshallow");
  }

  private static String raised(String version) {
    return Catalogue.before().replace("version: 1.0.0", "version: " + version);
  }

  private static CommandRun check(Path file, String against) {
    return CommandRun.of("contract", "check", file.toString(), "--against", against);
  }
}
