package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freshet.contract.stage.StageLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The rehearsal of docs/how-to-erase-a-key.md, up to the topic, which compaction empties. */
@ExtendWith(SharedAccount.class)
class ErasureTest {
  private static final String KEY = "erase-me-4711";

  @Test
  void aKeyThatWasPublishedRejectedAndRehearsedIsNowhereAnyMore(ExportAccount account)
      throws Exception {
    Fact fact = known(account);
    assertThat(tablesThatNameIt(account, fact))
        .contains(
            "FRESHET.APP.REJECTIONS",
            "FRESHET.APP.HALTS",
            fact.schema() + ".KEYS",
            fact.schema() + ".REQUEST_STEPS");

    fact.change("DELETE FROM %s WHERE K = '" + KEY + "'");
    fact.export();
    assertThat(fact.published()).containsExactly("D " + KEY + " -");
    fact.release("{\"reason\": \"erasure request 17\"}");
    new PublishingBridge(account.stage()).publish(fact);
    Purger.purge(fact, ", \"days\": 0");

    assertThat(tablesThatNameIt(account, fact)).isEmpty();
    assertThat(account.stage().keys(StageLayout.DATA + fact.id() + "/")).isEmpty();
    assertThat(objectsThatNameIt(account, fact)).isEmpty();
    assertThat(account.rows("SELECT DISTINCT KEY_TEXT FROM " + fact.schema() + ".KEYS ORDER BY 1"))
        .containsExactly(List.of("a"), List.of("b"), List.of("other"));
  }

  /** Published, the end of a snapshot's range, then set aside, and the reason of a halt. */
  private static Fact known(ExportAccount account) throws Exception {
    Fact fact =
        new FactBuilder(account)
            .key("k", "VARCHAR(20)", "VARCHAR(20)")
            .field("a", "VARCHAR(20)", "VARCHAR(10)")
            .with("onViolation", "{doesNotFit: reject}")
            .with("maxRejectedShare", "1")
            .unregistered();
    fact.change(
        "INSERT INTO %s VALUES ('a', 'a'), ('b', 'b'), ('" + KEY + "', 'c'), ('other', 'd')");
    account.registerText(fact.contractText());
    fact.change("UPDATE %s SET A = 'changed'");
    account.one(
        "CALL FRESHET.APP_V1.EXPORT_SNAPSHOT('" + fact.id() + "', '{\"reason\": \"test\"}')");
    fact.export();
    fact.export();
    fact.change("UPDATE %s SET A = 'much too long' WHERE K = '" + KEY + "'");
    fact.export();
    fact.change("INSERT INTO %s VALUES ('" + KEY + "', 'twice')");
    assertThatThrownBy(fact::export).hasMessageContaining("duplicateKey");
    fact.change("DELETE FROM %s WHERE A = 'twice'");
    fact.resume("the second row is gone");
    return fact;
  }

  private static List<String> tablesThatNameIt(ExportAccount account, Fact fact) throws Exception {
    List<String> found = new ArrayList<>();
    String mine = fact.schema().substring(fact.schema().indexOf('.') + 1);
    for (List<String> table :
        account.rows(
            "SELECT TABLE_SCHEMA, TABLE_NAME FROM FRESHET.INFORMATION_SCHEMA.TABLES WHERE"
                + " TABLE_TYPE = 'BASE TABLE' AND TABLE_SCHEMA IN ('APP', '"
                + mine
                + "')")) {
      String name = "FRESHET." + table.get(0) + "." + table.get(1);
      if (account.rows("SELECT * FROM " + name).toString().contains(KEY)) {
        found.add(name);
      }
    }
    return found;
  }

  private static List<String> objectsThatNameIt(ExportAccount account, Fact fact) {
    return account.stage().keys("").stream()
        .filter(key -> key.contains(fact.id().toString()))
        .filter(
            key ->
                new String(account.stage().bytes(key), StandardCharsets.ISO_8859_1).contains(KEY))
        .toList();
  }
}
