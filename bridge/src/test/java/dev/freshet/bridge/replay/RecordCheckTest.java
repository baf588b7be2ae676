package dev.freshet.bridge.replay;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freshet.bridge.fact.Fact.Op;
import dev.freshet.bridge.world.Contracts;
import dev.freshet.contract.Contract;
import dev.freshet.contract.odcs.ContractReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordCheckTest {
  private static final Contract ITEMS = ContractReader.read("items", Contracts.items("checked", 1));
  private static final String SOUND = "{\"id\":7,\"name\":\"x\",\"price\":\"12.50\"}";

  @Test
  void aRecordAsThePublisherWritesItIsRead() {
    assertThatCode(() -> check(Op.UPSERT, "7", SOUND)).doesNotThrowAnyException();
    assertThatCode(() -> check(Op.UPSERT, "7", SOUND.replace("\"12.50\"", "null")))
        .doesNotThrowAnyException();
    assertThatCode(() -> check(Op.DELETE, "7", null)).doesNotThrowAnyException();
  }

  @Test
  void aValueInAnotherFormThanItsTypesIsRefusedByItsField() {
    refused(SOUND.replace("\"12.50\"", "12.50"), "field price is not the NUMBER(12,2)");
    refused(SOUND.replace("12.50", "12.5"), "field price");
    refused(SOUND.replace("\"x\"", "true"), "field name");
  }

  @Test
  void aFieldTooManyOrTooFewIsRefused() {
    refused(SOUND.replace("\"name\"", "\"nom\""), "nom");
    refused("{\"id\":7}", "it has fields [id]");
  }

  @Test
  void aKeyThatSaysOtherThanItsFieldsIsRefused() {
    assertThatThrownBy(() -> check(Op.UPSERT, "8", SOUND))
        .isInstanceOf(ReadBackException.class)
        .hasMessageContaining("its key speaks of another key than its headers")
        .hasMessageNotContaining("12.50");
    refused(SOUND.replace("7", "8"), "its value speaks of another key");
    assertThatThrownBy(() -> check(Op.UPSERT, null, SOUND)).hasMessageContaining("no key");
  }

  @Test
  void aMissingValueIsADeleteOrNothing() {
    assertThatThrownBy(() -> check(Op.UPSERT, "7", null)).hasMessageContaining("no value");
    assertThatThrownBy(() -> check(Op.DELETE, "7", SOUND)).hasMessageContaining("delete");
    refused("[]", "no JSON object");
    refused("{", "no JSON");
  }

  @Test
  void aContractInAvroCannotBeReadWithoutARegistry() {
    Contract avro =
        ContractReader.read("items", Contracts.inAvro(Contracts.items("checked", 1), "register"));
    assertThatThrownBy(() -> RecordCheck.opener(Optional.empty()).of(avro))
        .isInstanceOf(ReadBackException.class)
        .hasMessageContaining("registry.url");
  }

  private static void refused(String value, String words) {
    assertThatThrownBy(() -> check(Op.UPSERT, "7", value))
        .isInstanceOf(ReadBackException.class)
        .hasMessageContaining(words);
  }

  private static void check(Op op, @Nullable String key, @Nullable String value) {
    RecordCheck.opener(Optional.empty()).of(ITEMS).accept(op, "7", bytes(key), bytes(value));
  }

  private static byte @Nullable [] bytes(@Nullable String text) {
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }
}
