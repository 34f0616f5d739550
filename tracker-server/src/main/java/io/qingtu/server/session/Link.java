package io.qingtu.server.session;

import io.qingtu.protocol.frame.Header;
import io.qingtu.protocol.message.PlatformMessage;

/** A session's way back to its terminal. Any thread may call it; none waits. */
public interface Link {
  /**
   * @param answered header of the terminal's message
   */
  void reply(Header answered, PlatformMessage reply);

  /** Takes no more from the terminal until {@link #resume()}. */
  void pause();

  void resume();

  /**
   * @param reason one of a few fixed words, for the counters
   */
  void close(String reason);
}
