package dev.freshet.sandbox.services;

import java.io.IOException;

/** A port that a server was to have is in use; another port, or stopping its user, helps. */
public final class PortTakenException extends IOException {
  private static final long serialVersionUID = 1L;

  PortTakenException(KafkaPorts ports) {
    super(
        "Kafka cannot listen on 127.0.0.1: port %d (clients) or %d (controller) is in use. Stop what uses it, or choose other ports."
            .formatted(ports.clients(), ports.controller()));
  }
}
