package dev.freshet.contract.odcs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.contract.Contract;
import dev.freshet.contract.Field;
import dev.freshet.contract.draft.Draft;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class EveryKeyTest {
  @Test
  void whatTheFileSaysTheContractHas() {
    Contract contract = EveryKey.draft().read();

    assertThat(contract.purpose()).contains("Every order, once");
    assertThat(contract.keyEncoding()).isEqualTo(Contract.KeyEncoding.AVRO);
    assertThat(contract.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(contract.policies()).isEqualTo(Contract.Policies.ACCEPT);
    assertThat(contract.registryMode()).isEqualTo(Contract.RegistryMode.REGISTER);
    assertThat(contract.maxRejectedShare()).isEqualTo(new BigDecimal("0.05"));
    assertThat(contract.deadLetters()).isEqualTo(Contract.DeadLetters.TOPIC);
    assertThat(contract.replay()).isEqualTo(Contract.Replay.LIVE);
    assertThat(contract.exportGroup()).contains("orders");
    assertThat(contract.dataClass()).contains("confidential");
    assertThat(contract.latency()).contains(Duration.ofMinutes(5));
    assertThat(contract.service().frequency()).contains(Duration.ofHours(1));
    assertThat(contract.retention()).contains(Duration.ofDays(7));
    assertThat(contract.servers())
        .extracting(s -> s.environment().orElse(""))
        .containsExactly("dev");
    Field status = contract.field("status");
    assertThat(status.classification()).contains("internal");
    assertThat(status.enumPolicy()).isEqualTo(Field.EnumPolicy.OPEN);
    assertThat(status.description()).contains("How far it is");
  }

  @Test
  void whatTheFileLeavesOutIsTheSafeAnswer() {
    Contract contract = Draft.state().read();

    assertThat(contract.keyEncoding()).isEqualTo(Contract.KeyEncoding.TEXT);
    assertThat(contract.zone()).isEqualTo(ZoneId.of("UTC"));
    assertThat(contract.policies()).isEqualTo(Contract.Policies.REFUSE);
    assertThat(contract.registryMode()).isEqualTo(Contract.RegistryMode.LOOKUP);
    assertThat(contract.maxRejectedShare()).isEqualTo(new BigDecimal("0.01"));
    assertThat(contract.deadLetters()).isEqualTo(Contract.DeadLetters.NONE);
    assertThat(contract.replay()).isEqualTo(Contract.Replay.SIDE);
    assertThat(contract.retention()).isEmpty();
    assertThat(contract.field("id").backfill()).isEqualTo(Field.Backfill.NONE);
  }
}
