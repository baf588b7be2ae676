package dev.freshet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class KeyTest {

  @Test
  void aSingleFieldStandsAsItIs() {
    assertThat(KeyText.of(List.of("12.50"))).isEqualTo("12.50");
  }

  @Test
  void severalFieldsCarryTheirLengthInBytes() {
    assertThat(KeyText.of(List.of("a", "", "grün"))).isEqualTo("1:a0:5:grün");
  }

  @Test
  void noTwoKeysShareAText() {
    assertThat(KeyText.of(List.of("1:a", "b"))).isNotEqualTo(KeyText.of(List.of("1", "a1:b")));
  }

  @Test
  void aKeyHasAField() {
    assertThatThrownBy(() -> KeyText.of(List.of())).hasMessageContaining("one field at least");
  }

  /** The same vectors are run as SQL on the warehouse's side. */
  @ParameterizedTest(name = "lane of ''{0}'' of {1} is {2}")
  @CsvFileSource(resources = "lanes.csv", numLinesToSkip = 1)
  void lanesFollowTheGoldenVectors(String key, int lanes, int lane) {
    assertThat(Lanes.laneOf(key, lanes)).isEqualTo(lane);
  }
}
