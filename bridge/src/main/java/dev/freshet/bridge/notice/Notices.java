package dev.freshet.bridge.notice;

import java.util.List;
import java.util.function.Consumer;

/** Where notices come from. One thread. */
@FunctionalInterface
public interface Notices {
  /**
   * Waits a while for notices and hands them over; those handed over will not come again.
   *
   * @throws dev.freshet.bridge.stage.StageUnavailableException if none can be had now
   */
  void take(Consumer<List<Notice>> receiver);
}
