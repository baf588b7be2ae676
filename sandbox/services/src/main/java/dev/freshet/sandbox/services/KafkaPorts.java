package dev.freshet.sandbox.services;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * The two ports of a broker on 127.0.0.1. They must be known before it starts, since it is told its
 * own address.
 */
public record KafkaPorts(int clients, int controller) {

  /** Two ports that are free now; another process can still take them before the broker does. */
  static KafkaPorts free() throws IOException {
    try (ServerSocket clients = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ServerSocket controller = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new KafkaPorts(clients.getLocalPort(), controller.getLocalPort());
    }
  }

  /** A given port for clients, and a free one for the controller. */
  public static KafkaPorts withClientsAt(int port) throws IOException {
    return new KafkaPorts(port, free().controller());
  }

  /** Whether both can be had now. */
  boolean areFree() {
    return isFree(clients) && isFree(controller);
  }

  // The broker binds with SO_REUSEADDR, so the probe does too: a port in TIME_WAIT counts as free.
  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
