package dev.freshet.contract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A key's share of a contract, and so its place in the order. The same rule stands in SQL. */
public final class Lanes {
  private Lanes() {}

  /**
   * The first eight hexadecimal digits of the key text's MD5, modulo the number of lanes.
   *
   * @param keyText see {@link KeyText}
   * @param lanes 1 or greater
   */
  public static int laneOf(String keyText, int lanes) {
    if (lanes < 1) {
      throw new IllegalArgumentException("a contract has one lane at least, found " + lanes);
    }
    byte[] md5 = md5(keyText.getBytes(StandardCharsets.UTF_8));
    long first =
        (md5[0] & 0xffL) << 24 | (md5[1] & 0xffL) << 16 | (md5[2] & 0xffL) << 8 | (md5[3] & 0xffL);
    return (int) (first % lanes);
  }

  private static byte[] md5(byte[] bytes) {
    try {
      return MessageDigest.getInstance("MD5").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }
}
