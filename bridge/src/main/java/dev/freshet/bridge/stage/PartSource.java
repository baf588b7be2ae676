package dev.freshet.bridge.stage;

/** The bytes of one part, of which every range is of the same version. Thread-safe. */
public interface PartSource {
  /** The object's key, for messages. */
  String name();

  /** The size that the manifest names, in bytes. */
  long length();

  /**
   * Reads a range into an array.
   *
   * @throws PartException if the object is not the one the manifest names
   * @throws StageUnavailableException if it cannot be read now
   */
  void read(long offset, byte[] target, int at, int length);
}
