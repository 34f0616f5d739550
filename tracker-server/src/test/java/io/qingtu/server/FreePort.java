package io.qingtu.server;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port for a server that is to be killed and to come back to it. It is none of those that the
 * system gives to whoever connects: nobody has taken it in between by chance, and no terminal that
 * knocks there meanwhile connects to itself.
 */
public final class FreePort {
  private static final int FIRST = 20_000;

  /** Linux gives away those from 32768 on. */
  private static final int BEHIND = 32_000;

  private FreePort() {}

  public static int find() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, BEHIND);
      try (ServerSocket socket = new ServerSocket(port)) {
        return socket.getLocalPort();
      } catch (IOException e) {
        // another server's
      }
    }
  }
}
