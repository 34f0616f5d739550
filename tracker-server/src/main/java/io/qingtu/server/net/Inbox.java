package io.qingtu.server.net;

import io.netty.util.concurrent.EventExecutor;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.frame.Header;
import io.qingtu.protocol.frame.PartAssembler.Added;
import io.qingtu.protocol.message.PlatformMessage;
import io.qingtu.protocol.message.TerminalMessage;
import io.qingtu.protocol.message.media.MultimediaData;
import io.qingtu.protocol.message.transparent.CompressedMessage;
import io.qingtu.protocol.table.TerminalMessageType;
import io.qingtu.server.session.TerminalSession;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What comes from one terminal: frames → whole messages → its session. */
final class Inbox {
  private final GatewayMeters meters;
  private final TerminalSession session;
  private final PartCollector parts;

  /**
   * @param loop the connection's event loop
   * @param send sends a message to the terminal with this header
   */
  Inbox(
      Transfers transfers,
      GatewayMeters meters,
      TerminalSession session,
      EventExecutor loop,
      BiConsumer<Header, PlatformMessage> send) {
    this.meters = meters;
    this.session = session;
    this.parts = new PartCollector(transfers, loop, send);
  }

  void take(Frame frame) {
    Header header = frame.header();
    if (header.part().isEmpty()) {
      receive(List.of(header), frame);
    } else if (session.collectsParts(header)) {
      Added added = parts.add(frame);
      session.receivePart(header, added.outcome());
      added.whole().ifPresent(whole -> receive(added.answers(), whole));
    } else {
      session.receivePart(header);
    }
  }

  /** Parts that lie in a connection that is not read are not missing. */
  void reading(boolean now) {
    parts.reading(now);
  }

  /** The connection is gone. */
  void stop() {
    parts.stop();
    session.end();
  }

  private void receive(List<Header> answers, Frame frame) {
    TerminalMessage message;
    Optional<Frame> packed;
    try {
      message = session.read(frame);
      packed = packed(answers.get(0), message);
    } catch (MalformedException e) {
      meters.badMessage(e, frame);
      session.notes().malformed(frame, e);
      answers.forEach(h -> session.receiveMalformed(h, e));
      return;
    }
    if (packed.isPresent()) {
      // the same way as if it had come alone; the answer is the outer one's
      receive(answers, packed.get());
    } else if (answers.size() == 1 && message instanceof MultimediaData data && isPacket(data)) {
      receivePacket(frame, data);
    } else {
      session.receive(answers, frame.body(), message);
    }
    session.notes().heard(frame, message);
  }

  private Optional<Frame> packed(Header header, TerminalMessage message) {
    return message instanceof CompressedMessage compressed && session.collectsParts(header)
        ? PackedFrame.find(header, compressed)
        : Optional.empty();
  }

  private static boolean isPacket(MultimediaData data) {
    return data.packet().map(packet -> packet.total() > 1).orElse(false);
  }

  /** Media of 2011: its packets are messages, and parts of one all the same. */
  private void receivePacket(Frame packet, MultimediaData data) {
    Header header = packet.header();
    if (!session.collectsParts(header)) {
      session.receivePart(header);
      return;
    }
    Added added = parts.addPacket(packet, data);
    session.receivePart(header, added.outcome());
    added
        .whole()
        .ifPresent(
            whole ->
                session.receive(List.of(header), whole.body(), TerminalMessageType.decode(whole)));
  }
}
