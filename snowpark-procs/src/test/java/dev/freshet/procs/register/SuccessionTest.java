package dev.freshet.procs.register;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freshet.contract.Contract;
import dev.freshet.contract.ContractException;
import dev.freshet.contract.odcs.ContractReader;
import dev.freshet.procs.Examples;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SuccessionTest {
  private static final String NEW_FIELD =
      """
            - name: c_phone
              logicalType: string
              physicalType: VARCHAR(15)
      """;

  @Test
  void lanesAndAFieldThatMayBeNullCanChangeInAMinorVersion() throws IOException {
    String next =
        old().replace("version: 1.0.0", "version: 1.1.0").replace("value: 4", "value: 8")
            + NEW_FIELD.indent(0);

    assertThatCode(() -> Succession.require(read(old()), read(next))).doesNotThrowAnyException();
  }

  @Test
  void allBreakingChangesAreNamedAtOnce() throws IOException {
    String next =
        old()
            .replace("version: 1.0.0", "version: 1.1.0")
            .replace("NUMBER(12,2)", "NUMBER(14,2)")
            .replace("name: c_mktsegment", "name: c_segment")
            .replace("SHOP.CORE.CUSTOMER", "SHOP.CORE.CLIENT");

    assertThatThrownBy(() -> Succession.require(read(old()), read(next)))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining("NUMBER(14,2)")
        .hasMessageContaining("c_mktsegment")
        .hasMessageContaining("SHOP.CORE.CLIENT")
        .hasMessageContaining("new major");
  }

  @Test
  void anOlderVersionDoesNotFollow() throws IOException {
    String next = old().replace("version: 1.0.0", "version: 1.2.0");

    assertThatThrownBy(() -> Succession.require(read(next), read(old())))
        .hasMessageContaining("1.2.0 is in force");
  }

  private static String old() throws IOException {
    return Examples.text("customer_balance_changed");
  }

  private static Contract read(String text) {
    return ContractReader.read("test", text);
  }
}
