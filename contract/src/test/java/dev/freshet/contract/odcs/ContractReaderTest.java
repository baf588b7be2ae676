package dev.freshet.contract.odcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.freshet.contract.Contract;
import dev.freshet.contract.ContractException;
import dev.freshet.contract.Field;
import dev.freshet.contract.Problem;
import dev.freshet.contract.Rule;
import dev.freshet.contract.ViolationPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractReaderTest {
  private static final String FILE = "order_status_changed.odcs.yaml";

  @Test
  void aSoundFileBecomesAContract() {
    Contract contract = ContractReader.read(FILE, text());

    assertThat(contract.id()).hasToString("shop.order_status_changed.v1");
    assertThat(contract.version()).hasToString("1.2.0");
    assertThat(contract.owner()).hasToString("orders-data (https://example.com/orders-data)");
    assertThat(contract.source()).hasToString("SHOP.CORE.ORDERS");
    assertThat(contract.lanes()).isEqualTo(4);
    assertThat(contract.keyFields()).extracting(Field::name).containsExactly("o_orderkey");
    assertThat(contract.field("status").column()).isEqualTo("O_ORDERSTATUS");
    assertThat(contract.field("status").enumValues()).containsExactly("O", "F", "P");
  }

  @Test
  void aRuleThatIsNotNamedHalts() {
    ViolationPolicy policy = ContractReader.read(FILE, text()).onViolation();

    assertThat(policy.of(Rule.UNKNOWN_ENUM)).isEqualTo(ViolationPolicy.Action.REJECT);
    assertThat(policy.of(Rule.MISSING_KEY)).isEqualTo(ViolationPolicy.Action.HALT);
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "team:\\n  name: orders-data | team: {} | team.name: is missing",
        "primaryKey: true | primaryKey: false | no field is the key",
        "required: true\\n        primaryKey | required: false\\n        primaryKey | a key field must be required",
        "shop.order_status_changed.v1 | shop.orders | the topic is named like the contract",
        "freshet.lanes | freshet.lines | 'freshet.lines' is unknown here",
        "NUMBER(12,0) | MONEY | is no Snowflake type that Freshet carries",
        "value: state | value: event | an event contract needs freshet.eventTime",
        "apiVersion: v3.1.0 | apiVersion: v2.0.0 | must be v3.1.x",
        "unknownEnum: reject | unknownEnum: ignore | must be halt or reject",
        "domain: shop | domain: Shop | must be lower-case words",
        "shop.core.orders | orders | a source is named DATABASE.SCHEMA.NAME",
        "name: status | name: __op | not begin with '__'",
      })
  void eachMistakeIsNamedWithItsPlace(String sound, String broken, String words) {
    String from = sound.replace("\\n", "\n");
    assertThat(text()).contains(from);

    ContractException e = failure(text().replace(from, broken.replace("\\n", "\n")));

    assertThat(e).hasMessageContaining(FILE).hasMessageContaining(words);
  }

  @Test
  void allProblemsAreNamedAtOnce() {
    ContractException e =
        failure(text().replace("NUMBER(12,0)", "MONEY").replace("name: orders-data", "nome: x"));

    assertThat(e.problems())
        .extracting(Problem::where)
        .containsExactlyInAnyOrder("schema[0].properties[0].physicalType", "team.name");
  }

  @Test
  void aTextThatIsNoYamlIsRefused() {
    assertThat(failure("a: [1, 2")).hasMessageContaining("not readable as YAML");
    assertThat(failure("- a\n- b")).hasMessageContaining("not a YAML mapping");
  }

  private static ContractException failure(String text) {
    return Objects.requireNonNull(
        catchThrowableOfType(ContractException.class, () -> ContractReader.read(FILE, text)),
        "the file was accepted");
  }

  private static String text() {
    try (var in = Objects.requireNonNull(ContractReaderTest.class.getResourceAsStream(FILE))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
