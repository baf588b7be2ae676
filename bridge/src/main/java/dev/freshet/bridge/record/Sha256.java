package dev.freshet.bridge.record;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, which every Java platform has. */
public final class Sha256 {
  private Sha256() {}

  static MessageDigest fresh() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The first hexadecimal digits of a hash. */
  public static String hex(byte[] bytes, int digits) {
    return HexFormat.of().formatHex(fresh().digest(bytes)).substring(0, digits);
  }
}
