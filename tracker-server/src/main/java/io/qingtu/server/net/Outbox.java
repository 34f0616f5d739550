package io.qingtu.server.net;

import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.frame.Header;
import io.qingtu.protocol.frame.PartSplitter;
import io.qingtu.protocol.message.PlatformMessage;
import io.qingtu.server.session.SerialNumbers;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What goes to one terminal: messages → frames with serial numbers in a row. */
final class Outbox {
  private final SentParts sentParts = new SentParts();
  private int serialNumber;

  /** A reply. */
  Frame reply(Header answered, PlatformMessage reply) {
    Frame frame = reply.replyTo(answered, serialNumber);
    serialNumber = serialNumber + 1 & 0xffff;
    return frame;
  }

  /**
   * A message of the platform's own, in parts where it is long.
   *
   * @param sent told the serial numbers, before anything is written
   */
  List<Frame> send(Header addressee, PlatformMessage message, Consumer<SerialNumbers> sent) {
    List<Frame> frames =
        PartSplitter.split(message.toFrame(addressee.reply(message.messageId(), serialNumber)));
    sent.accept(new SerialNumbers(serialNumber, frames.size()));
    serialNumber = serialNumber + frames.size() & 0xffff;
    sentParts.add(frames);
    return frames;
  }

  /**
   * Parts of a long message, as they went out.
   *
   * @return empty where the message is not known any more
   */
  Optional<List<Frame>> resend(int firstSerialNumber, List<Integer> indexes) {
    return sentParts.find(firstSerialNumber, indexes);
  }
}
