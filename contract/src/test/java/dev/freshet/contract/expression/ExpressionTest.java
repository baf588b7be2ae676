package dev.freshet.contract.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

  @Test
  void namesTheColumnsItReads() {
    Expression e =
        Expression.parse("UPPER(o_clerk) LIKE 'A%' AND (o_totalprice > 10.5 OR o_comment IS NULL)");

    assertThat(e.columns()).containsExactlyInAnyOrder("O_CLERK", "O_TOTALPRICE", "O_COMMENT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 = 1; DROP TABLE T",
        "EXISTS (SELECT 1 FROM SECRETS)",
        "MY_UDF(o_clerk) = 1",
        "SYSTEM$TYPEOF(o_clerk) = 'X'",
        "o_clerk = CURRENT_USER()",
        "a = 1 -- AND b = 2",
        "a = 1 /* */",
        "a / b > 1",
        "a = 'open",
        "(a = 1",
        "a = 1) OR (b = 2",
        "a, b",
        "\"a\" = 1",
        "a = 'x\\' OR 1=1 '",
        " "
      })
  void refusesWhatIsMoreThanColumnsAndAFewFunctions(String text) {
    assertThatThrownBy(() -> Expression.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot be used");
  }
}
