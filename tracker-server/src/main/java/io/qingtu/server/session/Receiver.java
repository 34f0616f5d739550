package io.qingtu.server.session;

import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.Header;
import io.qingtu.protocol.message.TerminalMessage;
import io.qingtu.protocol.message.location.LocationReport;
import java.util.List;

/**
 * A room behind the gateway that does something with messages other than positions. Sessions call
 * it on their connection's thread: it must not wait.
 */
public interface Receiver {
  /**
   * Offers a message of an authenticated terminal; the receivers are asked in the order of their
   * list.
   *
   * @param answers headers to be answered: the message's own, or those of all its parts
   * @return whether it has taken the message and with it the duty to answer it
   */
  default boolean receive(TerminalSession session, List<Header> answers, TerminalMessage message) {
    return false;
  }

  /**
   * As {@link #receive(TerminalSession, List, TerminalMessage)}, for rooms that need the message as
   * it came; only this one is called.
   *
   * @param body of the whole message
   */
  default boolean receive(
      TerminalSession session, List<Header> answers, Bytes body, TerminalMessage message) {
    return receive(session, answers, message);
  }

  /** Whether to be told of a position once it is stored; asked as it comes. */
  default boolean wants(LocationReport report) {
    return false;
  }

  /** Positions of the terminal are in the store, one of which at least was wanted. */
  default void located(TerminalSession session, List<LocationReport> reports) {}

  /** The terminal has authenticated. */
  default void connected(TerminalSession session) {}
}
