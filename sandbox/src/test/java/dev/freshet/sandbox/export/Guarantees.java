package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.contract.manifest.Manifest;
import dev.freshet.contract.manifest.SealedManifest;
import dev.freshet.contract.stage.Head;
import dev.freshet.contract.stage.StageLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What must hold of a contract once an export has finished, whatever happened before. */
record Guarantees(Fact fact) {

  /** Of a state contract with the fields of {@link FactBuilder#state}. */
  void hold() throws Exception {
    agreeInsideAndOutside("at the end");
    foldedFactsEqualTheSource();
    keysKnowWhatWasPublished();
  }

  /** Of an event contract with the fields of {@link FactBuilder#event}. */
  void holdOfEvents() throws Exception {
    agreeInsideAndOutside("at the end");
    everyEventIsThereOnceAndInOrder();
  }

  /** HEAD, log, manifests and parts say the same, and nothing is left to do. */
  void agreeInsideAndOutside(String when) throws Exception {
    List<SealedManifest> manifests = fact.manifests();
    sequencesHaveNoGapsAndDigestsChain(when, manifests);
    partsHaveTheRowsThatManifestsAndLogSay(when, manifests);
    headSaysWhatTheStageShows(when, manifests);
    nothingIsLeftBehind(when);
  }

  private static void sequencesHaveNoGapsAndDigestsChain(
      String when, List<SealedManifest> manifests) {
    Optional<String> previous = Optional.empty();
    long sequence = 0;
    for (SealedManifest sealed : manifests) {
      assertThat(sealed.manifest().sequence()).as(when).isEqualTo(++sequence);
      assertThat(sealed.manifest().previousDigest()).as(when).isEqualTo(previous);
      previous = Optional.of(sealed.digest());
    }
  }

  private void partsHaveTheRowsThatManifestsAndLogSay(String when, List<SealedManifest> manifests)
      throws Exception {
    List<List<String>> said = new ArrayList<>();
    for (SealedManifest sealed : manifests) {
      Manifest manifest = sealed.manifest();
      long rows = manifest.rows().upserts() + manifest.rows().deletes();
      assertThat(manifest.publishedRows()).as(when).isEqualTo(rows);
      assertThat(fact.account().stage().rows(manifest)).as(when).hasSize((int) rows);
      said.add(List.of(Long.toString(manifest.sequence()), Long.toString(rows)));
    }
    assertThat(logged()).as("log, %s", when).isEqualTo(said);
  }

  private List<List<String>> logged() throws Exception {
    return fact.account()
        .rows(
            "SELECT SEQUENCE, UPSERTS + DELETES FROM FRESHET.APP.CHANGE_SETS WHERE CONTRACT = '"
                + fact.id()
                + "' AND SEQUENCE IS NOT NULL ORDER BY SEQUENCE");
  }

  private void headSaysWhatTheStageShows(String when, List<SealedManifest> manifests)
      throws Exception {
    String last = Integer.toString(manifests.size());
    assertThat(fact.account().rows("SELECT SEQUENCE, ANNOUNCED, WRITTEN FROM " + head()))
        .as("HEAD, %s", when)
        .containsExactly(List.of(last, last, last));
    if (!manifests.isEmpty()) {
      SealedManifest newest = manifests.get(manifests.size() - 1);
      assertThat(fact.head("DIGEST")).as(when).isEqualTo(newest.digest());
      assertThat(fact.account().stage().text(StageLayout.head(fact.id())).strip())
          .as("the head object, %s", when)
          .isEqualTo(
              new Head(fact.id().toString(), manifests.size(), newest.digest()).text().strip());
    }
  }

  private void nothingIsLeftBehind(String when) throws Exception {
    assertThat(fact.account().one("SELECT COUNT(*) FROM " + fact.schema() + ".STAGED"))
        .as("rows in the outbox, %s", when)
        .isEqualTo("0");
    assertThat(fact.streamHasData()).as("the stream has data, %s", when).isFalse();
    assertThat(fact.account().one("SELECT COUNT(*) FROM " + fact.schema() + ".TODO_STREAM"))
        .as("requests to the task, %s", when)
        .isEqualTo("0");
  }

  private void foldedFactsEqualTheSource() throws Exception {
    Map<String, List<String>> source = new TreeMap<>();
    for (List<String> row :
        fact.account().rows("SELECT K, K, A, B::NUMBER(12,2) FROM " + fact.table())) {
      source.put(row.get(0), row.subList(1, row.size()));
    }
    assertThat(fact.folded()).isEqualTo(source);
  }

  /** The keys that KEYS holds as published are those that consumers hold. */
  private void keysKnowWhatWasPublished() throws Exception {
    List<String> known =
        fact
            .account()
            .rows(
                "SELECT KEY_TEXT FROM (SELECT * FROM "
                    + fact.schema()
                    + ".KEYS QUALIFY ROW_NUMBER() OVER (PARTITION BY KEY_TEXT ORDER BY ATTEMPT"
                    + " DESC) = 1) AS k WHERE OP = 'U'")
            .stream()
            .map(row -> row.get(0))
            .toList();
    assertThat(known).containsExactlyInAnyOrderElementsOf(fact.folded().keySet());
  }

  private void everyEventIsThereOnceAndInOrder() throws Exception {
    List<String> published = new ArrayList<>();
    for (SealedManifest sealed : fact.manifests()) {
      Map<String, Long> numbers = new TreeMap<>();
      for (List<String> row : fact.account().stage().rows(sealed.manifest())) {
        published.add(row.get(5));
        assertThat(Long.parseLong(row.get(3))).isEqualTo(numbers.merge(row.get(1), 1L, Long::sum));
      }
    }
    List<String> source =
        fact.account().rows("SELECT ID FROM " + fact.table()).stream()
            .map(row -> row.get(0))
            .toList();
    assertThat(published).containsExactlyInAnyOrderElementsOf(source);
  }

  private String head() {
    return fact.schema() + ".HEAD";
  }
}
