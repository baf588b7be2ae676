package dev.freshet.sandbox.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.snowflake.snowpark_java.types.Variant;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SqlTextTest {

  @Test
  void givesTheHandlerTheTypeItDeclares() {
    assertThat(SqlText.parse("7", BigDecimal.class, "a")).isEqualTo(new BigDecimal("7"));
    assertThat(SqlText.parse("true", boolean.class, "a")).isEqualTo(true);
    assertThat(SqlText.parse(null, String.class, "a")).isNull();
    assertThat(SqlText.parse("{\"a\":1}", Variant.class, "a")).isEqualTo(new Variant("{\"a\":1}"));
  }

  @Test
  void writesNumbersInPlainDigits() {
    assertThat(SqlText.of(new BigDecimal("1E+3"))).isEqualTo("1000");
    assertThat(SqlText.of(5L)).isEqualTo("5");
    assertThat(SqlText.of(null)).isNull();
  }

  @Test
  void refusesTypesOutsideTheMapping() {
    assertThatThrownBy(() -> SqlText.parse("1", List.class, "run, argument 1"))
        .hasMessageContaining("run, argument 1")
        .hasMessageContaining("java.util.List");
    assertThatThrownBy(() -> SqlText.of(List.of())).hasMessageContaining("is not supported");
  }
}
