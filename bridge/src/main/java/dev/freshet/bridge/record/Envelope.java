package dev.freshet.bridge.record;

import dev.freshet.bridge.fact.Encoding;
import dev.freshet.bridge.fact.Fact;
import dev.freshet.contract.Contract;
import dev.freshet.contract.ReplayId;
import dev.freshet.contract.manifest.Manifest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts the records of one change set into CloudEvents 1.0, Kafka binding, binary mode, with the
 * headers of ours. One thread at a time.
 */
public final class Envelope {
  /** The header that names a record's replay. */
  public static final String REPLAY = "freshet_replay";

  /** The header that holds the key text. */
  public static final String SUBJECT = "ce_subject";

  /** The header that says what happened to the key. */
  public static final String OP = "freshet_op";

  private static final byte[] UPSERT = utf8("upsert");
  private static final byte[] DELETE = utf8("delete");
  private static final Header JSON = new Header("content-type", utf8("application/json"));
  private static final Header AVRO = new Header("content-type", utf8("application/avro"));

  private final byte[] source;
  private final byte[] type;
  private final byte[] kind;
  private final byte[] changeSet;
  private final List<Header> ofValue;
  private final byte @Nullable [] replay;
  private final EventId ids;

  /**
   * The envelope of a change set; ids are the same on the live path and in replays.
   *
   * @param values how values are written
   * @param replay the replay that publishes it, if one does
   */
  public Envelope(
      Contract contract, Encoding values, Manifest manifest, Optional<ReplayId> replay) {
    this.replay = replay.map(r -> utf8(r.text())).orElse(null);
    source = utf8("snowflake://" + manifest.source().account() + "/" + manifest.source().object());
    type = utf8(manifest.contract().toString());
    kind = utf8(manifest.kind().name().toLowerCase(Locale.ROOT));
    changeSet = utf8(Long.toString(manifest.sequence()));
    ofValue =
        values instanceof Encoding.Avro avro
            ? List.of(new Header("ce_dataschema", utf8(avro.address().toString())), AVRO)
            : List.of(JSON);
    ids = new EventId(contract, manifest.sequence());
  }

  /** A record header. */
  @SuppressWarnings("ArrayRecordComponent") // handed to Kafka, compared by nobody
  public record Header(String name, byte[] value) {}

  /** The record of a fact. */
  public OutboundRecord wrap(Fact fact) {
    return OutboundRecord.of(fact, ids.of(fact));
  }

  /** The headers of a record that this envelope wrapped. */
  public List<Header> headers(OutboundRecord record) {
    List<Header> headers = new ArrayList<>(12);
    headers.add(new Header("ce_specversion", utf8("1.0")));
    headers.add(new Header("ce_id", record.id()));
    headers.add(new Header("ce_source", source));
    headers.add(new Header("ce_type", type));
    byte[] time = record.eventTime();
    if (time != null) {
      headers.add(new Header("ce_time", time));
    }
    headers.add(new Header(SUBJECT, record.subject()));
    if (record.value() != null) {
      headers.addAll(ofValue);
    }
    headers.add(new Header(OP, record.op() == Fact.Op.UPSERT ? UPSERT : DELETE));
    headers.add(new Header("freshet_kind", kind));
    headers.add(new Header("freshet_change_set", changeSet));
    if (replay != null) {
      headers.add(new Header(REPLAY, replay));
    }
    return headers;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
