package dev.freshet.contract.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freshet.contract.ContractId;
import dev.freshet.contract.ReplayId;
import dev.freshet.contract.Version;
import dev.freshet.contract.manifest.Manifest;
import dev.freshet.contract.manifest.ManifestCodec;
import dev.freshet.contract.manifest.SealedManifest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplayRequestTest {
  private static final ContractId CONTRACT = ContractId.parse("shop.order_placed.v1");
  private static final ReplayId ID = new ReplayId("promote-1-3-0");
  private static final String NAME = "replays/shop.order_placed.v1/promote-1-3-0.0.json";
  private static final String FOLDER = "data/shop.order_placed.v1/rehearsal-promote-1-3-0/";

  @Test
  void aRequestIsWrittenLikeTheGoldenFile() {
    assertThat(ReplayRequestCodec.write(request(FOLDER, 1)))
        .isEqualTo(Golden.text("replay-request-staging-v1.json"));
  }

  @Test
  void whatWasWrittenIsReadBack() {
    ReplayRequest.Staging request = request(FOLDER, 1);

    assertThat(ReplayRequestCodec.read(NAME, ReplayRequestCodec.write(request))).isEqualTo(request);
  }

  @Test
  void anUnknownTargetIsRefusedInWords() {
    refused(golden().replace("\"staging\"", "\"live\""), "target 'live' is not known here");
  }

  @Test
  void anUnknownActionIsRefusedInWords() {
    refused("{\"format_version\":1,\"action\":\"pause\"}", "action \"pause\" is not known here");
  }

  @Test
  void anUnknownFieldAndAMissingOneAreRefused() {
    refused("{\"speed\":9," + golden().substring(1), "speed");
    refused(golden().replace("\"reason\":\"promotion to 1.3.0\",", ""), "reason");
  }

  @Test
  void aFormatOfTheFutureIsRefused() {
    refused(golden().replaceFirst("\"format_version\":1", "\"format_version\":2"), "upgrade");
  }

  @Test
  void aManifestThatWasAlteredIsRefusedByItsDigest() {
    refused(golden().replace("\"rows\":3", "\"rows\":4"), "digest");
  }

  @Test
  void aManifestOfAnotherContractIsRefused() {
    refused(
        golden().replaceFirst("shop.order_placed.v1", "shop.order_paid.v1"),
        "shop.order_paid.v1 with a manifest of shop.order_placed.v1");
  }

  @Test
  void partsOutsideTheRehearsalsFolderAreRefused() {
    assertThatThrownBy(() -> request("data/shop.order_placed.v1/00000000000000000007/1/", 1))
        .hasMessageContaining("lie in " + FOLDER);
  }

  @Test
  void aPartThatStepsOutOfTheRehearsalsFolderIsRefused() {
    assertThatThrownBy(() -> request(FOLDER + "../../shop.payment.v1/", 1))
        .hasMessageContaining("lie in " + FOLDER);
  }

  @Test
  void nothingInAFieldIsRefusedInWords() {
    refused(golden().replaceFirst("\"id\":\\s*\"[^\"]*\"", "\"id\":null"), "id is null");
    refused(
        golden().replaceFirst("\"requested_at\":\\s*\"[^\"]*\"", "\"requested_at\":null"),
        "requested_at is null");
  }

  @Test
  void aRehearsalHasOneLane() {
    assertThatThrownBy(() -> request(FOLDER, 2)).hasMessageContaining("2 lanes");
  }

  @Test
  void anIdIsShortAndPlain() {
    for (String text : List.of("", "A", "a/b", "a.b", "a".repeat(65))) {
      assertThatThrownBy(() -> new ReplayId(text)).hasMessageContaining("'" + text + "'");
    }
  }

  private static void refused(String text, String words) {
    assertThatThrownBy(() -> ReplayRequestCodec.read(NAME, text))
        .isInstanceOf(ReplayException.class)
        .hasMessageContaining(NAME)
        .hasMessageContaining(words);
  }

  private static String golden() {
    return Golden.text("replay-request-staging-v1.json");
  }

  private static ReplayRequest.Staging request(String folder, int lanes) {
    SealedManifest manifest =
        ManifestCodec.seal(
            new Manifest(
                CONTRACT,
                Version.parse("1.3.0"),
                1,
                Optional.empty(),
                Manifest.Kind.SNAPSHOT,
                Instant.parse("2026-01-31T13:45:00.123Z"),
                new Manifest.Source("ACME", "SHOP.CORE.ORDERS", "S", List.of("q1")),
                new Manifest.Rows(3, 0, 0, 0, 0),
                Optional.empty(),
                lanes,
                1,
                List.of(
                    new Manifest.Part(
                        folder + "data_q1_0_0_0.snappy.parquet",
                        1234,
                        3,
                        "abc",
                        Optional.empty(),
                        Optional.empty()))));
    return new ReplayRequest.Staging(
        ID,
        new ReplayRequest.Asked(
            "promotion to 1.3.0", "RELEASER", Instant.parse("2026-01-31T13:45:01Z")),
        manifest);
  }
}
