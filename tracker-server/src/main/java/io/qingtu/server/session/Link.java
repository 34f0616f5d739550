package io.qingtu.server.session;

import io.qingtu.protocol.frame.Header;
import io.qingtu.protocol.message.PlatformMessage;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** A session's way back to its terminal. Any thread may call it; none waits. */
public interface Link {
  /** The connection's thread. Replies that are given in one task of it go out together. */
  Executor thread();

  /**
   * @param answered header of the terminal's message
   */
  void reply(Header answered, PlatformMessage reply);

  /**
   * Sends a message of the platform's own.
   *
   * @param addressee header of a message from the terminal: its layout and phone are used
   * @param sent told the serial numbers under which the message goes out, before it does, on the
   *     connection's thread; not called where the connection is gone
   */
  void send(Header addressee, PlatformMessage message, Consumer<SerialNumbers> sent);

  /**
   * Sends parts of a long message again as they went out, on the connection's thread.
   *
   * @param firstSerialNumber of the message's first part
   * @param indexes from 1
   * @return whether the message is still known
   */
  boolean resend(int firstSerialNumber, List<Integer> indexes);

  /**
   * Takes no more from the terminal until {@link #resume()}, as often as this was called; on the
   * connection's thread.
   */
  void pause();

  void resume();

  /**
   * @param reason one of a few fixed words, for the counters
   */
  void close(String reason);
}
