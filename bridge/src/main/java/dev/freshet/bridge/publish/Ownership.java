package dev.freshet.bridge.publish;

/**
 * Which publishers are this instance's. The group decides who owns; fencing protects the data, so a
 * belief that is out of date costs time, not truth.
 */
public interface Ownership {
  /** Whether the partition is ours, by what the group says from now on; may wait for its answer. */
  boolean confirms(int partition);

  /** Hears of changes, on the group's thread. */
  interface Listener {
    /** The partition is ours now. */
    void gained(int partition);

    /** The partition goes to another; returns once its publisher has let go, or soon after. */
    void handedOver(int partition);

    /** The partition went to another some time ago. */
    void lost(int partition);
  }
}
