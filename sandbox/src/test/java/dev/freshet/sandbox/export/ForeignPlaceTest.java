package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freshet.contract.Json;
import dev.freshet.contract.Version;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A copy of a contract changes no version: the stage it would tell is the original's. */
@ExtendWith(SharedAccount.class)
class ForeignPlaceTest {

  @Test
  void aCopyIsNeitherPromotedNorRolledBackNorRetired(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).register();
    account.registerText(next(fact, "1.0.1"));
    account.stageText(next(fact, "1.0.2"));
    account.execute("UPDATE " + fact.schema() + ".HEAD SET STAGE_URL = 's3://where/it/was/made/'");
    List<List<String>> before = states(fact);

    refused(
        () ->
            account
                .procedures()
                .promote(
                    fact.id(),
                    Version.parse("1.0.2"),
                    Json.STRICT.createObjectNode().put("reason", "test")));
    refused(() -> account.procedures().rollBack(fact.id(), "test"));
    refused(() -> account.procedures().retire(fact.id(), "test"));

    assertThat(states(fact)).isEqualTo(before);
    assertThat(account.stage().keys("replays/" + fact.id())).noneMatch(k -> k.contains("1-0-2"));
  }

  private static void refused(ThrowingCallable call) {
    assertThatThrownBy(call)
        .hasMessageContaining("HEAD was made for")
        .hasMessageContaining("s3://where/it/was/made/");
  }

  private static String next(Fact fact, String version) {
    return fact.contractText().replace("version: 1.0.0", "version: " + version);
  }

  private static List<List<String>> states(Fact fact) throws Exception {
    return fact.account()
        .rows(
            "SELECT VERSION, STATE FROM FRESHET.APP.VERSION_STATES WHERE CONTRACT = '"
                + fact.id()
                + "' ORDER BY 1, 2");
  }
}
