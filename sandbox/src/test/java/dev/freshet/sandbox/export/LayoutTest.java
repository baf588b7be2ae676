package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.freshet.contract.Json;
import dev.freshet.contract.manifest.Manifest;
import dev.freshet.contract.manifest.SealedManifest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How change sets are laid out, and that a bridge makes the same of them however they are. */
class LayoutTest {
  @TempDir static Path directory;
  private static ExportAccount account;
  private static BridgeBeside bridge;

  @BeforeAll
  static void start() throws Exception {
    account = new ExportAccount(directory, Map.of("lane_folder_rows", "30", "bucket_rows", "40"));
    bridge = new BridgeBeside(directory, account, Map.of("slice.max-records", "7"));
  }

  @AfterAll
  static void stop() throws Exception {
    bridge.close();
    account.close();
  }

  private static Fact items(int lanes) throws Exception {
    return withTopic(FactBuilder.state(account).with("lanes", "" + lanes).register());
  }

  private static Fact orders(int lanes) throws Exception {
    return withTopic(
        new FactBuilder(account)
            .key("c", "NUMBER(38,0)", "NUMBER(9,0)")
            .field("id", "NUMBER(38,0)", "NUMBER(9,0)", "required: true")
            .field("at", "TIMESTAMP_NTZ(3)", "TIMESTAMP_NTZ(3)", "required: true")
            .with("kind", "event")
            .with("eventTime", "at")
            .with("identity", "[id]")
            .with("lanes", "" + lanes)
            .register());
  }

  private static Fact withTopic(Fact fact) throws Exception {
    bridge.topicOf(fact);
    return fact;
  }

  private static String upTo(int keys, String value) {
    return "INSERT INTO %s VALUES "
        + IntStream.rangeClosed(1, keys)
            .mapToObj(k -> "(" + k + ", '" + value + "', " + k + ")")
            .collect(Collectors.joining(", "));
  }

  /** Orders of so many customers, each with so many, later ones first. */
  private static String placed(int customers, int each, int firstId) {
    List<String> rows = new ArrayList<>();
    for (int n = each; n > 0; n--) {
      for (int c = 1; c <= customers; c++) {
        int id = firstId + c * each + n;
        rows.add(
            "(%d, %d, DATEADD(SECOND, %d, '2026-01-01'::TIMESTAMP_NTZ(3)))".formatted(c, id, id));
      }
    }
    return "INSERT INTO %s SELECT * FROM VALUES " + String.join(", ", rows);
  }

  private static List<Optional<Integer>> lanes(Manifest manifest) {
    return manifest.parts().stream().map(Manifest.Part::lane).distinct().toList();
  }

  @Test
  void largeChangeSetsOfAStateLieInAFolderForEachLaneAndSmallOnesInOneUntilLanesChange()
      throws Exception {
    Fact fact = items(3);
    fact.change(upTo(60, "large"));
    fact.export();
    fact.change("UPDATE %s SET A = 'small' WHERE K < 9", "DELETE FROM %s WHERE K = 9");
    fact.export();
    bridge.publishAll(fact);
    account.registerText(
        fact.contractText()
            .replace("version: 1.0.0", "version: 1.1.0")
            .replace("freshet.lanes\n        value: 3", "freshet.lanes\n        value: 5"));
    fact.change("UPDATE %s SET A = 'five lanes', B = B + 1");
    fact.export();
    fact.change("UPDATE %s SET A = 'last' WHERE K BETWEEN 10 AND 20");
    fact.export();
    bridge.publishAll(fact);

    List<Manifest> all = fact.manifests().stream().map(SealedManifest::manifest).toList();
    assertThat(lanes(all.get(0))).containsExactly(Optional.of(0), Optional.of(1), Optional.of(2));
    assertThat(all.get(0).parts())
        .allMatch(p -> p.key().contains("/lane=" + p.lane().orElseThrow() + "/data_"));
    assertThat(lanes(all.get(1))).containsExactly(Optional.empty());
    assertThat(lanes(all.get(2))).hasSize(5);
    assertThat(all).extracting(Manifest::lanesSince).containsExactly(1L, 1L, 3L, 3L);
    new Guarantees(fact).hold();
    assertThat(published(fact)).isEqualTo(source(fact));
  }

  /** What a consumer holds in the end: field A by key; every record is counted once. */
  private static Map<String, String> published(Fact fact) throws Exception {
    List<ConsumerRecord<String, String>> records = bridge.records(fact);
    assertThat(records)
        .hasSize(fact.manifests().stream().mapToInt(m -> (int) m.manifest().publishedRows()).sum());
    Map<String, String> state = new TreeMap<>();
    for (ConsumerRecord<String, String> record : records) {
      if (record.value() == null) {
        state.remove(record.key());
      } else {
        JsonNode value = Json.STRICT.readTree(record.value());
        state.put(record.key(), value.path("a").asText());
      }
    }
    return state;
  }

  private static Map<String, String> source(Fact fact) throws Exception {
    return new TreeMap<>(
        account.rows("SELECT K, A FROM " + fact.table()).stream()
            .collect(Collectors.toMap(row -> row.get(0), row -> row.get(1))));
  }

  @Test
  void manyEventsOfRepeatingKeysLieInBucketsAndComeOutInTheirOrder() throws Exception {
    Fact fact = orders(2);
    fact.change(placed(5, 4, 0));
    fact.export();
    fact.change(placed(16, 6, 1_000));
    fact.export();
    bridge.publishAll(fact);

    assertThat(fact.manifests().get(0).manifest().parts())
        .singleElement()
        .matches(p -> p.lane().isEmpty() && p.key().endsWith("/data.snappy.parquet"));
    Manifest large = fact.last();
    assertThat(large.parts()).hasSizeGreaterThan(large.lanes());
    assertThat(large.parts())
        .allMatch(p -> p.lane().orElseThrow() == p.bucket().orElseThrow() % 2)
        .allMatch(p -> p.key().contains("/bucket=" + p.bucket().orElseThrow() + "/data_"));
    Map<String, List<String>> expected = new TreeMap<>();
    for (List<String> row :
        account.rows("SELECT C, ID FROM " + fact.table() + " ORDER BY C, AT, ID")) {
      expected.computeIfAbsent(row.get(0), c -> new ArrayList<>()).add(row.get(1));
    }
    assertThat(ids(fact)).isEqualTo(expected);
  }

  /** The ids of each key's records, in the order of its topic partition. */
  private static Map<String, List<String>> ids(Fact fact) throws Exception {
    Map<String, List<String>> ids = new TreeMap<>();
    for (ConsumerRecord<String, String> record : bridge.records(fact)) {
      String id = Json.STRICT.readTree(record.value()).path("id").asText();
      ids.computeIfAbsent(record.key(), key -> new ArrayList<>()).add(id);
    }
    return ids;
  }

  @Test
  void eventsWhoseKeysDoNotRepeatNeedNoOrderAndLieByLane() throws Exception {
    Fact fact = orders(2);
    fact.change(placed(50, 1, 0));
    fact.export();

    assertThat(lanes(fact.last())).containsExactly(Optional.of(0), Optional.of(1));
    assertThat(fact.last().parts()).allMatch(p -> p.bucket().isEmpty());
  }

  @Test
  void aKeyWithMoreEventsThanABucketMayHoldMakesItOneSortedFile() throws Exception {
    Fact fact = orders(2);
    fact.change(placed(1, 41, 0));
    fact.export();

    assertThat(fact.last().parts()).singleElement().matches(p -> p.lane().isEmpty());
    assertThat(account.stage().rows(fact.last()))
        .extracting(row -> Integer.valueOf(row.get(3)))
        .isSorted();
  }
}
