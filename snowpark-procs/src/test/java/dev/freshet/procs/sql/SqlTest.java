package dev.freshet.procs.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freshet.contract.ContractId;
import org.junit.jupiter.api.Test;

class SqlTest {

  @Test
  void literalsKeepQuotesAndBackslashes() {
    assertThat(Sql.literal("O'Neil \\ 1")).isEqualTo("'O''Neil \\\\ 1'");
  }

  @Test
  void quotedNamesKeepTheirCaseAndQuotes() {
    assertThat(Sql.quoted("a\"b")).isEqualTo("\"a\"\"b\"");
  }

  @Test
  void aDatabaseThatNeedsQuotesIsRefused() {
    assertThatThrownBy(() -> new AppSchema("my db", "APP")).hasMessageContaining("my db");
  }

  @Test
  void aKeyOfTheStageCannotEndTheStatement() {
    AppSchema app = new AppSchema("FRESHET", "APP");

    assertThatThrownBy(() -> app.onStage("x; DROP TABLE T")).hasMessageContaining("no key");
  }

  @Test
  void eachContractHasASchemaOfItsOwn() {
    AppSchema app = new AppSchema("FRESHET", "APP");

    assertThat(new ContractSchema(app, ContractId.parse("a.b_c.v1")).name())
        .isEqualTo("A__B_C__V1");
    assertThat(new ContractSchema(app, ContractId.parse("a_b.c.v1")).name())
        .isEqualTo("A_B__C__V1");
  }
}
