package dev.freshet.sandbox.services;

import java.time.Duration;
import java.util.List;

/**
 * Decides how often and how late a notice of an event reaches the queue. Called on the thread that
 * writes the object; must be thread-safe.
 */
@FunctionalInterface
public interface NoticeFaults {
  /** Every notice arrives once and at once. */
  NoticeFaults NONE = event -> List.of(Duration.ZERO);

  /**
   * One delay for each time the notice is to arrive: none drops it, two double it, a long one lets
   * others overtake it.
   */
  List<Duration> delaysOf(ObjectEvent event);
}
