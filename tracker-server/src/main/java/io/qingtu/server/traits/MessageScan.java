package io.qingtu.server.traits;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.message.TerminalMessage;
import io.qingtu.protocol.message.UnknownMessage;
import io.qingtu.protocol.message.location.BatchLocationReport;
import io.qingtu.protocol.message.location.LocationReport;
import io.qingtu.protocol.message.transparent.TransparentData;
import io.qingtu.protocol.table.TerminalMessageType;
import io.qingtu.server.profile.Vocabulary;
import io.qingtu.server.store.OddKey;
import io.qingtu.server.store.OddKey.Kind;
import java.util.Set;

/**
 * Looks for what is not understood in a message that could be read. Goes over the bytes of location
 * reports as they came: a report with nothing odd in it costs two reads an item and no object.
 */
final class MessageScan {
  private static final int BASIC_BYTES = 28;
  private static final int ITEM_HEAD_BYTES = 2;
  private static final int BATCH_HEAD_BYTES = 3;

  /** GNSS details, IC card, serial ports, and the peripherals of T/JSATL 12-2017. */
  private static final Set<Integer> TRANSPARENT_TYPES = Set.of(0x00, 0x0b, 0x41, 0x42, 0xf7, 0xf8);

  private final Vocabulary vocabulary;
  private final OddCounts odd;
  private final long now;

  MessageScan(Vocabulary vocabulary, OddCounts odd, long now) {
    this.vocabulary = vocabulary;
    this.odd = odd;
    this.now = now;
  }

  void scan(Frame frame, TerminalMessage message) {
    Bytes body = frame.body();
    if (message instanceof LocationReport) {
      items(body, BASIC_BYTES, body.length());
    } else if (message instanceof BatchLocationReport) {
      batch(frame.header().messageId(), body);
    } else if (message instanceof UnknownMessage unknown) {
      unknown(unknown, body);
    } else if (message instanceof TransparentData data) {
      transparent(data, body);
    } else {
      rest(frame, message);
    }
  }

  private void batch(int messageId, Bytes body) {
    boolean byteLengths = messageId == BatchLocationReport.BYTE_LENGTHS_ID;
    int lengthBytes = byteLengths ? 1 : 2;
    int at = byteLengths ? 0 : BATCH_HEAD_BYTES;
    while (at + lengthBytes + BASIC_BYTES <= body.length()) {
      int length = byteLengths ? body.at(at) : body.at(at) << 8 | body.at(at + 1);
      at += lengthBytes;
      int end = Math.min(at + length, body.length());
      items(body, Math.min(at + BASIC_BYTES, end), end);
      at = end;
    }
    trailing(messageId, body, at);
  }

  private void items(Bytes body, int from, int end) {
    int at = from;
    while (at + ITEM_HEAD_BYTES <= end) {
      int id = body.at(at);
      int length = body.at(at + 1);
      if (at + ITEM_HEAD_BYTES + length > end) {
        break;
      }
      if (!vocabulary.knows(id, length)) {
        Kind kind = vocabulary.knows(id) ? Kind.ITEM_LENGTH : Kind.ITEM;
        add(new OddKey(kind, id, length, ""), body, at + ITEM_HEAD_BYTES, length);
      }
      at += ITEM_HEAD_BYTES + length;
    }
    if (at < end) {
      OddKey key = new OddKey(Kind.TRAILING, LocationReport.ID, OddKey.ANY_LENGTH, "");
      add(key, body, at, end - at);
    }
  }

  private void unknown(UnknownMessage message, Bytes body) {
    if (vocabulary.message(message.messageId(), body.length()).isEmpty()) {
      OddKey key = new OddKey(Kind.MESSAGE, message.messageId(), OddKey.ANY_LENGTH, "");
      add(key, body, 0, body.length());
    }
  }

  private void transparent(TransparentData data, Bytes body) {
    if (!TRANSPARENT_TYPES.contains(data.type())
        && !vocabulary.knowsTransparent(data.type(), data.content().length())) {
      add(new OddKey(Kind.TRANSPARENT, data.type(), OddKey.ANY_LENGTH, ""), body, 0, body.length());
    }
  }

  /** Other messages are rare: reading them twice is cheaper than counting bytes in every one. */
  private void rest(Frame frame, TerminalMessage message) {
    BodyReader in = new BodyReader(frame.body());
    TerminalMessageType.decode(message.messageId(), in, frame.header().version());
    trailing(message.messageId(), frame.body(), frame.body().length() - in.remaining());
  }

  private void trailing(int messageId, Bytes body, int from) {
    if (from < body.length()) {
      OddKey key = new OddKey(Kind.TRAILING, messageId, OddKey.ANY_LENGTH, "");
      add(key, body, from, body.length() - from);
    }
  }

  private void add(OddKey key, Bytes bytes, int from, int length) {
    odd.add(key, bytes, from, length, now);
  }
}
