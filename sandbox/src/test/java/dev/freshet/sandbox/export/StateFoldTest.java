package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What one interval of changes comes to, key by key. */
@ExtendWith(SharedAccount.class)
class StateFoldTest {

  @Test
  void anUpdateIsOneUpsert(ExportAccount account) throws Exception {
    Fact fact = loaded(account);
    fact.change("UPDATE %s SET A = 'x' WHERE K = 1", "UPDATE %s SET A = 'y' WHERE K = 1");

    fact.export();

    assertThat(fact.published()).containsExactly("U 1 y 1.00");
  }

  @Test
  void aDeleteCarriesItsKeyAlone(ExportAccount account) throws Exception {
    Fact fact = loaded(account);
    fact.change("DELETE FROM %s WHERE K = 1");

    fact.export();

    assertThat(fact.published()).containsExactly("D 1 - -");
  }

  @Test
  void aKeyThatIsDeletedAndInsertedAgainIsAnUpsert(ExportAccount account) throws Exception {
    Fact fact = loaded(account);
    fact.change("DELETE FROM %s WHERE K = 1", "INSERT INTO %s VALUES (1, 'new', 2)");

    fact.export();

    assertThat(fact.published()).containsExactly("U 1 new 2.00");
  }

  @Test
  void equalImagesAreNothing(ExportAccount account) throws Exception {
    Fact fact = loaded(account);
    fact.change("DELETE FROM %s", "INSERT INTO %s VALUES (1, 'a', 1), (2, 'b', 2)");

    JsonNode outcome = fact.export();

    assertThat(outcome.get("unchanged").asInt()).isEqualTo(2);
    assertThat(fact.manifests()).hasSize(1);
    assertThat(fact.streamHasData()).isFalse();
  }

  @Test
  void aReloadOfTheWholeTablePublishesTheDifferenceAlone(ExportAccount account) throws Exception {
    Fact fact = loaded(account);
    fact.change(
        "INSERT OVERWRITE INTO %s SELECT * FROM (VALUES (1, 'a', 1), (3, 'c', 3)) AS V(K, A, B)");

    fact.export();

    assertThat(fact.published()).containsExactly("D 2 - -", "U 3 c 3.00");
  }

  @Test
  void keysThatSwapAreTwoUpserts(ExportAccount account) throws Exception {
    Fact fact = loaded(account);
    fact.change("UPDATE %s SET K = 3 - K");

    fact.export();

    assertThat(fact.published()).containsExactly("U 1 b 2.00", "U 2 a 1.00");
  }

  @Test
  void aKeyThatChangesIsADeleteAndAnUpsert(ExportAccount account) throws Exception {
    Fact fact = loaded(account);
    fact.change("UPDATE %s SET K = 5 WHERE K = 1");

    fact.export();

    assertThat(fact.published()).containsExactly("D 1 - -", "U 5 a 1.00");
  }

  @Test
  void nullAndAnEmptyTextAreNotEqual(ExportAccount account) throws Exception {
    Fact fact = loaded(account);
    fact.change("UPDATE %s SET A = NULL WHERE K = 1", "UPDATE %s SET A = '' WHERE K = 2");

    fact.export();

    assertThat(fact.published()).containsExactly("U 1 - 1.00", "U 2  2.00");
  }

  @Test
  void valuesThatMoveBetweenFieldsAreAChange(ExportAccount account) throws Exception {
    Fact fact =
        new FactBuilder(account)
            .key("k", "NUMBER(9,0)", "NUMBER(9,0)")
            .field("a", "VARCHAR(10)", "VARCHAR(10)")
            .field("b", "VARCHAR(10)", "VARCHAR(10)")
            .register();
    fact.change("INSERT INTO %s VALUES (1, 'x', NULL)");
    fact.export();
    fact.change("UPDATE %s SET A = NULL, B = 'x'");

    fact.export();

    assertThat(fact.published()).containsExactly("U 1 - x");
  }

  @Test
  void floatsAreComparedByValue(ExportAccount account) throws Exception {
    Fact fact =
        new FactBuilder(account)
            .key("k", "NUMBER(9,0)", "NUMBER(9,0)")
            .field("r", "FLOAT", "FLOAT")
            .register();
    fact.change("INSERT INTO %s VALUES (1, 0.1), (2, 0.1)");
    fact.export();
    fact.change(
        "UPDATE %s SET R = 0.10000000000000002 WHERE K = 1",
        "DELETE FROM %s WHERE K = 2", "INSERT INTO %s VALUES (2, 0.1)");

    JsonNode outcome = fact.export();

    assertThat(fact.published()).containsExactly("U 1 0.10000000000000002");
    assertThat(outcome.get("unchanged").asInt()).isEqualTo(1);
  }

  private static Fact loaded(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).register();
    fact.change("INSERT INTO %s VALUES (1, 'a', 1), (2, 'b', 2)");
    fact.export();
    return fact;
  }
}
