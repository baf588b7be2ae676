package dev.freshet.sandbox.services;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.internals.Exit;

/**
 * Kafka ends the process at a fatal fault, for instance when the controller's port is taken. While
 * an embedded broker starts, that is an exception instead.
 */
final class FatalFaults {
  private FatalFaults() {}

  // The procedures are those of the whole process, so one start has them at a time.
  static synchronized void thrown(Runnable startup) {
    Exit.setExitProcedure(FatalFaults::refuse);
    Exit.setHaltProcedure(FatalFaults::refuse);
    try {
      startup.run();
    } finally {
      Exit.resetExitProcedure();
      Exit.resetHaltProcedure();
    }
  }

  private static void refuse(int status, String message) {
    throw new KafkaException(
        "Kafka asked to end the process with status " + status + "; its log says why");
  }
}
