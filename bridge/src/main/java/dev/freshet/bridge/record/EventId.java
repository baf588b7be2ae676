package dev.freshet.bridge.record;

import dev.freshet.bridge.fact.Fact;
import dev.freshet.contract.Contract;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * The CloudEvents id, which is the same whenever the same fact is published: of a state contract a
 * hash of contract, key and sequence, of an event contract one of contract and identity.
 */
final class EventId {
  private static final int BYTES = 16;

  private final MessageDigest sha256 = Sha256.fresh();
  private final byte[] prefix;
  private final byte[] suffix;

  EventId(Contract contract, long sequence) {
    prefix = (contract.id() + "\n").getBytes(StandardCharsets.UTF_8);
    suffix = ("\n" + sequence).getBytes(StandardCharsets.UTF_8);
  }

  /** 32 hexadecimal digits. */
  byte[] of(Fact fact) {
    sha256.update(prefix);
    String identity = fact.identity();
    if (identity == null) {
      sha256.update(fact.key());
      sha256.update(suffix);
    } else {
      sha256.update(identity.getBytes(StandardCharsets.UTF_8));
    }
    String hex = HexFormat.of().formatHex(sha256.digest(), 0, BYTES);
    return hex.getBytes(StandardCharsets.US_ASCII);
  }
}
