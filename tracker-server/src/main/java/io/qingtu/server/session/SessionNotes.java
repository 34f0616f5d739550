package io.qingtu.server.session;

import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.message.TerminalMessage;
import io.qingtu.server.store.RegisteredTerminal;
import io.qingtu.server.traits.TraitRegister;

/**
 * Takes note of what comes on a session and is not understood. Only of authenticated terminals:
 * anybody can send in the name of others. Belongs to the connection's event loop.
 */
public final class SessionNotes {
  private final SessionServices services;
  private final TerminalSession session;

  SessionNotes(SessionServices services, TerminalSession session) {
    this.services = services;
    this.session = session;
  }

  /** A message could be read; to be called once the session has received it. */
  public void heard(Frame frame, TerminalMessage message) {
    if (session.isOwn(frame.header())) {
      RegisteredTerminal terminal = session.terminal().orElseThrow();
      TraitRegister traits = services.traits();
      traits.of(terminal).heard(frame, message, traits.choose(terminal), services.clock().millis());
    }
  }

  /** A frame was good, its body was not. */
  public void malformed(Frame frame, MalformedException e) {
    if (session.isOwn(frame.header())) {
      RegisteredTerminal terminal = session.terminal().orElseThrow();
      services.traits().of(terminal).malformed(frame, e, services.clock().millis());
    }
  }

  /** Bytes on the connection were no frame. */
  public void badFrame(MalformedException.Reason reason, Bytes begin) {
    session
        .terminal()
        .ifPresent(
            terminal ->
                services.traits().of(terminal).badFrame(reason, begin, services.clock().millis()));
  }
}
