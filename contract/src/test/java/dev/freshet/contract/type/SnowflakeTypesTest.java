package dev.freshet.contract.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnowflakeTypesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "number | NUMBER(38,0)",
        "NUMBER( 12 , 2 ) | NUMBER(12,2)",
        "decimal(9) | NUMBER(9,0)",
        "bigint | NUMBER(38,0)",
        "string | VARCHAR(16777216)",
        "varchar(25) | VARCHAR(25)",
        "char | VARCHAR(1)",
        "double precision | FLOAT",
        "timestamp_ntz | TIMESTAMP_NTZ(9)",
        "datetime | TIMESTAMP_NTZ(9)",
        "variant | VARIANT",
      })
  void synonymsAreReadAsSnowflakeDoes(String text, String type) {
    assertThat(SnowflakeTypes.parse(text)).hasToString(type);
  }

  @Test
  void typesThatCannotBeCarriedAreRefused() {
    for (String text : new String[] {"TIMESTAMP", "GEOGRAPHY", "NUMBER(39,0)", "NUMBER(5,6)", ""}) {
      assertThatThrownBy(() -> SnowflakeTypes.parse(text))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void onlyWholeNumbersOfFifteenDigitsAreExactInJson() {
    assertThat(new SnowflakeType.Fixed(15, 0).exactInJson()).isTrue();
    assertThat(new SnowflakeType.Fixed(16, 0).exactInJson()).isFalse();
    assertThat(new SnowflakeType.Fixed(9, 2).exactInJson()).isFalse();
  }
}
