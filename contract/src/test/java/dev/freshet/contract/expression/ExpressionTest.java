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
        " ",
        "a = CURRENT_DATE",
        "CASE a WHEN 1 THEN 2",
        "a BETWEEN 1",
        "a = 1 b = 2",
        "a = = 1",
        "a = b = c",
        "a IN ()",
        "NOT",
        "IFF(a, b)",
        "METADATA$ACTION = 'INSERT'",
        "t.a = 1",
        "a::DATE > b",
        "a = -- 1",
        "RANDOM() > 0",
        "a LIKE 'x' ESCAPE '!'"
      })
  void refusesWhatIsMoreThanColumnsAndAFewFunctions(String text) {
    assertThatThrownBy(() -> Expression.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot be used");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "NOT a OR NOT NOT b AND c",
        "a IS NOT NULL AND b NOT IN (1, -2, 'it''s')",
        "a NOT LIKE 'x%' AND b NOT BETWEEN -1 AND c + 1",
        "CASE WHEN a > 1 THEN 'x' ELSE NULL END",
        "CASE a WHEN 1 THEN TRUE WHEN 2 THEN FALSE END",
        "COALESCE(LEFT(a, 3) || '-' || RIGHT(b, 2), '') <> ''",
        "((a)) - -b * 2.50 <= ROUND(c, 2)",
        "IFF(a = 1 OR b, c, d)"
      })
  void takesWhatTheGrammarHas(String text) {
    assertThat(Expression.parse(text).text()).isEqualTo(text);
  }

  @Test
  void spacesAndCaseAreNoDifference() {
    assertThat(Expression.parse("upper( a )='x'").canonical())
        .isEqualTo(Expression.parse("UPPER(A) = 'x'").canonical())
        .isNotEqualTo(Expression.parse("UPPER(A) = 'X'").canonical());
  }

  @Test
  void depthAndLengthHaveBounds() {
    String deep = "(".repeat(60) + "a" + ")".repeat(60);
    assertThatThrownBy(() -> Expression.parse(deep)).hasMessageContaining("nested more than 50");
    assertThatThrownBy(() -> Expression.parse("a + ".repeat(2_000) + "a"))
        .hasMessageContaining("more than 4000 characters");
  }
}
