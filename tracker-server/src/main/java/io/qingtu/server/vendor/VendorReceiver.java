package io.qingtu.server.vendor;

import io.qingtu.protocol.frame.Header;
import io.qingtu.protocol.message.TerminalMessage;
import io.qingtu.protocol.message.UnknownMessage;
import io.qingtu.protocol.message.general.ReplyResult;
import io.qingtu.protocol.message.transparent.TransparentData;
import io.qingtu.server.ingest.SensorReaders;
import io.qingtu.server.profile.Vocabulary;
import io.qingtu.server.session.Receiver;
import io.qingtu.server.session.TerminalSession;
import io.qingtu.server.store.RegisteredTerminal;
import java.time.Clock;
import java.util.List;

/**
 * Takes what the terminal's profile names: messages of the vendor's own, and transparent data with
 * states in them, which it keeps for the positions that follow.
 */
public final class VendorReceiver implements Receiver {
  private final SensorReaders sensors;
  private final Clock clock;

  public VendorReceiver(SensorReaders sensors, Clock clock) {
    this.sensors = sensors;
    this.clock = clock;
  }

  @Override
  public boolean receive(TerminalSession session, List<Header> answers, TerminalMessage message) {
    boolean taken = false;
    if (message instanceof TransparentData data) {
      taken = takes(session, data);
    } else if (message instanceof UnknownMessage unknown) {
      int length = unknown.body().length();
      taken = vocabulary(session).message(unknown.messageId(), length).isPresent();
    }
    if (taken) {
      session.answer(answers, ReplyResult.SUCCESS);
    }
    return taken;
  }

  private boolean takes(TerminalSession session, TransparentData data) {
    RegisteredTerminal terminal = session.terminal().orElseThrow();
    boolean read = sensors.carry(terminal, reader -> reader.carry(data, clock.instant()));
    int length = data.content().length();
    return read || vocabulary(session).transparent(data.type(), length).isPresent();
  }

  private static Vocabulary vocabulary(TerminalSession session) {
    return session.profile().orElseThrow().vocabulary();
  }
}
