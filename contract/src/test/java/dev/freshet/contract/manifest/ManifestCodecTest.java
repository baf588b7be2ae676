package dev.freshet.contract.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freshet.contract.ContractId;
import dev.freshet.contract.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ManifestCodecTest {
  private static final String NAME = "manifests/shop.order_status_changed.v1/2.json";

  @Test
  void theTextOfAManifestIsTheGoldenFile() {
    assertThat(ManifestCodec.seal(example()).text()).isEqualTo(golden());
  }

  @Test
  void whatWasWrittenIsReadBack() {
    SealedManifest sealed = ManifestCodec.seal(example());

    SealedManifest read = ManifestCodec.read(NAME, sealed.text() + "\n");

    assertThat(read).isEqualTo(sealed);
  }

  @Test
  void theOrderOfFieldsAndWhiteSpaceDoNotChangeTheDigest() {
    String text = golden();
    String moved = "{\n \"lanes_since\": 1, " + text.replace(",\"lanes_since\":1", "").substring(1);

    assertThat(ManifestCodec.read(NAME, moved).manifest()).isEqualTo(example());
  }

  @Test
  void anAlteredManifestIsRefusedByItsDigest() {
    assertThatThrownBy(() -> ManifestCodec.read(NAME, golden().replace("\"rows\":3", "\"rows\":4")))
        .isInstanceOf(ManifestException.class)
        .hasMessageContaining(NAME)
        .hasMessageContaining("digest");
  }

  @Test
  void aTruncatedManifestIsRefused() {
    String text = golden();
    for (int length : new int[] {0, 1, text.length() / 2, text.length() - 1}) {
      assertThatThrownBy(() -> ManifestCodec.read(NAME, text.substring(0, length)))
          .isInstanceOf(ManifestException.class)
          .hasMessageContaining("truncated");
    }
  }

  @Test
  void aFormatOfTheFutureIsRefused() {
    assertThatThrownBy(
            () ->
                ManifestCodec.read(
                    NAME, golden().replace("\"format_version\":1", "\"format_version\":2")))
        .isInstanceOf(ManifestException.class)
        .hasMessageContaining("upgrade the reader");
  }

  @Test
  void anUnknownFieldIsRefused() {
    assertThatThrownBy(() -> ManifestCodec.read(NAME, "{\"x\":1," + golden().substring(1)))
        .isInstanceOf(ManifestException.class)
        .hasMessageContaining("unknown [x]");
  }

  @Test
  void onlyTheFirstChangeSetHasNoPredecessor() {
    assertThatThrownBy(() -> with(1, Optional.of("d")))
        .hasMessageContaining("sequence 1 names one");
    assertThatThrownBy(() -> with(2, Optional.empty())).hasMessageContaining("names none");
  }

  private static Manifest example() {
    return with(2, Optional.of("0f".repeat(32)));
  }

  private static Manifest.Part part(@Nullable Integer lane, @Nullable Integer bucket) {
    return new Manifest.Part(
        "data/shop.order_status_changed.v1/x",
        1,
        1,
        "e",
        Optional.ofNullable(lane),
        Optional.ofNullable(bucket));
  }

  private static Manifest of(Manifest.Part... parts) {
    Manifest m = with(1, Optional.empty());
    return new Manifest(
        m.contract(),
        m.contractVersion(),
        m.sequence(),
        m.previousDigest(),
        m.kind(),
        m.createdAt(),
        m.source(),
        m.rows(),
        m.eventTime(),
        m.lanes(),
        m.lanesSince(),
        List.of(parts));
  }

  @Test
  void aPartOfABucketIsOfTheLaneThatTheBucketGives() {
    Manifest manifest = of(part(null, 0), part(null, 6), part(2, 6), part(null, 7));
    assertThat(manifest.parts())
        .extracting(manifest::laneOf)
        .containsExactly(Optional.of(0), Optional.of(2), Optional.of(2), Optional.of(3));
    assertThat(ManifestCodec.read("it", ManifestCodec.seal(manifest).text()).manifest())
        .isEqualTo(manifest);
  }

  @Test
  void partsWhoseLanesAndBucketsCannotBeTrueAreRefused() {
    assertThatThrownBy(() -> of(part(4, null))).hasMessageContaining("is of lane 4, of 4");
    assertThatThrownBy(() -> of(part(1, 6))).hasMessageContaining("but of bucket 6");
    assertThatThrownBy(() -> of(part(null, -1))).hasMessageContaining("counted from 0");
    assertThatThrownBy(() -> of(part(null, 5), part(null, 1), part(null, 5)))
        .hasMessageContaining("with bucket 1 after 5");
    assertThatThrownBy(() -> of(part(null, 5), part(1, null)))
        .hasMessageContaining("with bucket none");
  }

  private static Manifest with(long sequence, Optional<String> previous) {
    return new Manifest(
        ContractId.parse("shop.order_status_changed.v1"),
        Version.parse("1.2.0"),
        sequence,
        previous,
        Manifest.Kind.CHANGES,
        Instant.parse("2026-01-31T13:45:00.123Z"),
        new Manifest.Source("ACME", "SHOP.CORE.ORDERS", "S", List.of("q1", "q2")),
        new Manifest.Rows(2, 1, 0, 0, 5),
        Optional.of(new Manifest.EventTime("2026-01-30", "2026-01-31")),
        4,
        1,
        List.of(
            new Manifest.Part(
                "data/shop.order_status_changed.v1/00000000000000000002/7/data_q2_0_0_0.parquet",
                1234,
                3,
                "abc",
                Optional.empty(),
                Optional.empty())));
  }

  private static String golden() {
    try (var in =
        Objects.requireNonNull(ManifestCodecTest.class.getResourceAsStream("manifest-v1.json"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
