package dev.freshet.procs.retain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurgeOptionsTest {

  @Test
  void aReasonIsEnough() {
    PurgeOptions options = PurgeOptions.parse("{\"reason\": \"daily\"}");

    assertThat(options.contract()).isEmpty();
    assertThat(options.days()).isEmpty();
    assertThat(options.dryRun()).isFalse();
    assertThat(options.atMost()).isEqualTo(1000);
  }

  @Test
  void allOfThemAreRead() {
    PurgeOptions options =
        PurgeOptions.parse(
            "{\"reason\": \"r\", \"contract\": \"shop.a.v1\", \"days\": 0, \"dry_run\": true,"
                + " \"at_most\": 5000}");

    assertThat(options.contract()).hasToString("Optional[shop.a.v1]");
    assertThat(options.days()).hasValue(0);
    assertThat(options.dryRun()).isTrue();
    assertThat(options.atMost()).as("a call has its limit").isEqualTo(1000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          []                                                         | this is no JSON object
          {                                                          | this is no JSON
          {"reason": " "}                                            | the reason is missing
          {"reason": "r", "days": 0}                                 | days needs a contract
          {"reason": "r", "contract": "shop.a.v1", "days": -1}       | days must be a whole number from 0
          {"reason": "r", "contract": "shop.a.v1", "days": "0"}      | days must be a whole number from 0
          {"reason": "r", "at_most": 0}                              | at_most must be a whole number from 1
          {"reason": "r", "dry_run": "yes"}                          | dry_run must be true or false
          {"reason": "r", "folder": "data/"}                         | 'folder' is no option
          """)
  void whatElseIsSaidIsRefused(String options, String why) {
    assertThatThrownBy(() -> PurgeOptions.parse(options)).hasMessageContaining(why);
  }
}
