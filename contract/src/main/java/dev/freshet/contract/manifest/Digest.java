package dev.freshet.contract.manifest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;

/** SHA-256 over the canonical form of a JSON object (RFC 8785), in lower-case hexadecimal. */
final class Digest {
  static final String FIELD = "digest";

  private Digest() {}

  /** The digest of all fields but {@code digest} itself. */
  static String of(ObjectNode object) {
    ObjectNode rest = object.deepCopy();
    rest.remove(FIELD);
    try {
      return sha256(new JsonCanonicalizer(rest.toString()).getEncodedUTF8());
    } catch (IOException e) {
      throw new IllegalArgumentException("this JSON has no canonical form (RFC 8785)", e);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
