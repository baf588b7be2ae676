package dev.freshet.contract.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.contract.Contract;
import dev.freshet.contract.draft.Draft;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All earlier versions are looked at, and the version declared must say as much as changed. */
class JudgementTest {
  private static final Contract FIRST = version("1.0.0", "VARCHAR(10)").read();

  @Test
  void aFirstVersionHasNothingToBreak() {
    assertThat(Evolution.judge(List.of(), FIRST).suffices()).isTrue();
  }

  @Test
  void theSameContractAgainIsNoChange() {
    Judgement judgement =
        Evolution.judge(List.of(FIRST, version("1.1.0", "VARCHAR(20)").read()), FIRST);

    assertThat(judgement.findings()).isEmpty();
  }

  @Test
  void aServerIsNoPartOfWhatIsPromised() {
    Contract elsewhere =
        version("1.0.0", "VARCHAR(10)").set("/servers/0/environment", "prod").read();

    assertThat(Evolution.judge(List.of(FIRST), elsewhere).findings()).isEmpty();
  }

  @Test
  void whatBreaksAnOldVersionIsFoundBehindTheNewest() {
    Contract gone = version("1.1.0", "VARCHAR(10)").without("note").read();
    Contract back = version("1.2.0", "DATE").read();

    Judgement judgement = Evolution.judge(List.of(gone, FIRST), back);

    assertThat(judgement.verdict()).isEqualTo(Verdict.NEEDS_MAJOR);
    assertThat(judgement.findings())
        .extracting(Finding::rule)
        .containsExactly(ChangeRule.TYPE_CHANGED, ChangeRule.FIELD_ADDED);
    assertThat(judgement.findings().get(0).against()).isEqualTo(FIRST.version());
  }

  @Test
  void aBreakIsToldOnceAgainstTheNewestItHoldsFor() {
    Contract second = version("1.1.0", "VARCHAR(20)").read();
    Contract third = version("1.2.0", "VARCHAR(5)").read();

    List<Finding> findings = Evolution.judge(List.of(FIRST, second), third).findings();

    assertThat(findings).extracting(Finding::rule).containsExactly(ChangeRule.TYPE_NARROWED);
    assertThat(findings.get(0).against()).isEqualTo(second.version());
  }

  @Test
  void aSnapshotIsAskedOnlyForTheStepFromTheNewest() {
    Contract second = version("1.1.0", "VARCHAR(10)").custom("where", "amount > 0").read();
    Contract third = version("1.2.0", "VARCHAR(20)").custom("where", "amount > 0").read();

    assertThat(Evolution.judge(List.of(FIRST), second).verdict())
        .isEqualTo(Verdict.COMPATIBLE_WITH_SNAPSHOT);
    assertThat(Evolution.judge(List.of(FIRST, second), third).verdict())
        .isEqualTo(Verdict.COMPATIBLE);
  }

  @Test
  void anotherMajorStandsBesideTheFirst() {
    Contract second = version("2.0.0", "DATE").read();

    assertThat(Evolution.judge(List.of(FIRST), second).suffices()).isTrue();
    assertThat(Evolution.changes(FIRST, second))
        .extracting(Finding::rule)
        .containsExactly(ChangeRule.TYPE_CHANGED);
  }

  @Test
  void onePublishedVersionMeansOneText() {
    assertVersion(FIRST, "1.0.0", ChangeRule.VERSION_REUSED);
  }

  @Test
  void aLaterVersionIsHigher() {
    Contract second = version("1.1.0", "VARCHAR(10)").read();

    assertVersion(second, "1.0.1", ChangeRule.VERSION_NOT_ABOVE);
  }

  @Test
  void aPatchChangesProseOnly() {
    Contract prose =
        version("1.0.1", "VARCHAR(10)").field("note", "description", "Free text").read();

    assertVersion(FIRST, "1.0.1", ChangeRule.VERSION_STEP_TOO_SMALL);
    assertThat(Evolution.judge(List.of(FIRST), prose).suffices()).isTrue();
  }

  @Test
  void theVersionThatWouldDoIsNamed() {
    Contract small = version("1.0.1", "VARCHAR(20)").read();

    assertThat(Evolution.judge(List.of(FIRST), small).findings())
        .extracting(Finding::message)
        .anyMatch(m -> m.contains("is 1.0.1, and must be 1.1.0 at least"));
  }

  private static void assertVersion(Contract before, String version, ChangeRule rule) {
    Contract next = version(version, "VARCHAR(20)").read();

    Judgement judgement = Evolution.judge(List.of(before), next);

    assertThat(judgement.suffices()).isFalse();
    assertThat(judgement.verdict()).isEqualTo(Verdict.COMPATIBLE);
    assertThat(judgement.findings()).extracting(Finding::rule).contains(rule);
  }

  private static Draft version(String version, String type) {
    return Draft.state().field("note", type).version(version);
  }
}
