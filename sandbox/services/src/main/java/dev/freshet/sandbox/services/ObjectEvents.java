package dev.freshet.sandbox.services;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Numbers the events of a store and hands each to every listener, on the writer's thread. */
final class ObjectEvents {
  private final List<Consumer<ObjectEvent>> listeners = new CopyOnWriteArrayList<>();
  private final Clock clock;

  /**
   * Begins at the time, so that a store opened again on the same directory goes on with greater
   * numbers.
   */
  private final AtomicLong sequencer;

  ObjectEvents(Clock clock) {
    this.clock = clock;
    this.sequencer = new AtomicLong(clock.millis() << 20);
  }

  void subscribe(Consumer<ObjectEvent> listener) {
    listeners.add(listener);
  }

  void unsubscribe(Consumer<ObjectEvent> listener) {
    listeners.remove(listener);
  }

  void emit(ObjectEvent.Kind kind, String bucket, String key, long size, String etag) {
    String number = String.format(Locale.ROOT, "%016X", sequencer.incrementAndGet());
    ObjectEvent event = new ObjectEvent(kind, bucket, key, size, etag, number, clock.instant());
    listeners.forEach(listener -> listener.accept(event));
  }
}
