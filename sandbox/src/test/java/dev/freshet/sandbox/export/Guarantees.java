package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.contract.manifest.Manifest;
import dev.freshet.contract.manifest.SealedManifest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What must hold of a contract's stage once an export has finished, whatever happened before. */
record Guarantees(Fact fact) {

  void hold() throws Exception {
    sequencesHaveNoGapsAndDigestsChain();
    partsHaveTheRowsThatManifestsAndLogSay();
    foldedFactsEqualTheSource();
    assertThat(fact.head("WRITTEN")).isEqualTo(fact.head("SEQUENCE"));
    assertThat(fact.account().one("SELECT COUNT(*) FROM " + fact.schema() + ".STAGED"))
        .isEqualTo("0");
  }

  private void sequencesHaveNoGapsAndDigestsChain() throws Exception {
    Optional<String> previous = Optional.empty();
    long sequence = 0;
    for (SealedManifest sealed : fact.manifests()) {
      assertThat(sealed.manifest().sequence()).isEqualTo(++sequence);
      assertThat(sealed.manifest().previousDigest()).isEqualTo(previous);
      previous = Optional.of(sealed.digest());
    }
    assertThat(fact.head("SEQUENCE")).isEqualTo(Long.toString(sequence));
  }

  private void partsHaveTheRowsThatManifestsAndLogSay() throws Exception {
    for (SealedManifest sealed : fact.manifests()) {
      Manifest manifest = sealed.manifest();
      long rows = manifest.rows().upserts() + manifest.rows().deletes();
      assertThat(manifest.publishedRows()).isEqualTo(rows);
      assertThat(fact.account().stage().rows(manifest)).hasSize((int) rows);
      assertThat(logged(manifest.sequence())).isEqualTo(Long.toString(rows));
    }
  }

  private String logged(long sequence) throws Exception {
    List<List<String>> rows =
        fact.account()
            .rows(
                "SELECT UPSERTS + DELETES FROM FRESHET.APP.CHANGE_SETS WHERE CONTRACT = '"
                    + fact.id()
                    + "' AND SEQUENCE = "
                    + sequence);
    assertThat(rows).as("log rows of change set %d", sequence).hasSize(1);
    return rows.get(0).get(0);
  }

  private void foldedFactsEqualTheSource() throws Exception {
    Map<String, List<String>> source = new TreeMap<>();
    for (List<String> row :
        fact.account().rows("SELECT K, K, A, B::NUMBER(12,2) FROM " + fact.table())) {
      source.put(row.get(0), row.subList(1, row.size()));
    }
    assertThat(fact.folded()).isEqualTo(source);
  }
}
