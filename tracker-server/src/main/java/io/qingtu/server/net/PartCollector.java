package io.qingtu.server.net;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.frame.Header;
import io.qingtu.protocol.frame.Part;
import io.qingtu.protocol.frame.PartAssembler.Added;
import io.qingtu.protocol.frame.PartAssembler.Request;
import io.qingtu.protocol.message.PlatformMessage;
import io.qingtu.protocol.message.general.ResendPartsCommand;
import io.qingtu.protocol.message.media.MultimediaData;
import io.qingtu.protocol.message.media.MultimediaReply;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * The sub-packages that come over one connection, and the demands for those that do not. Belongs to
 * the connection's event loop.
 *
 * <p>Missing parts are demanded with 0x8003, which every terminal since 2013 knows. Those of media
 * that do not come then are demanded by turns with 0x8800 and 0x8003: terminals of 2011 know only
 * the first, some of the others too.
 */
final class PartCollector {
  /** As many as any version's count and one packet hold. */
  private static final int MOST_DEMANDED = 255;

  private static final int MEDIA_ID_BYTES = 4;

  /** The bounds are inclusive: a moment behind them something is to be done. */
  private static final Duration BEHIND = Duration.ofMillis(1);

  private static final Duration PAUSED = Duration.ofSeconds(1);

  private final Transfers transfers;
  private final EventExecutor loop;
  private final BiConsumer<Header, PlatformMessage> send;
  private Optional<String> phone = Optional.empty();
  private ScheduledFuture<?> timer;
  private boolean reading = true;

  /**
   * @param send sends a message to the terminal with this header
   */
  PartCollector(Transfers transfers, EventExecutor loop, BiConsumer<Header, PlatformMessage> send) {
    this.transfers = transfers;
    this.loop = loop;
    this.send = send;
  }

  /** Takes a part of the terminal that has authenticated on this connection. */
  Added add(Frame part) {
    if (phone.isEmpty()) {
      phone = Optional.of(Transfers.phone(part));
      phone.ifPresent(transfers::reconnected);
    }
    Added added = transfers.add(part);
    setTimer();
    return added;
  }

  /**
   * Takes a packet of 2011's media, whose place stands in its body: the serial numbers need not be
   * in a row, so the medium's id stands for them, and nothing is demanded.
   */
  Added addPacket(Frame packet, MultimediaData data) {
    phone = Optional.of(Transfers.phone(packet));
    MultimediaData.Packet place = data.packet().orElseThrow();
    Part part = new Part((int) place.total(), (int) place.index());
    Header h = packet.header();
    int serial = (int) data.mediaId() + part.index() - 1 & 0xffff;
    Header asPart =
        new Header(
            h.messageId(),
            h.version(),
            h.revision(),
            h.encryption(),
            h.phone(),
            serial,
            Optional.of(part));
    return transfers.addPacket(new Frame(asPart, packet.body(), packet.deviations()));
  }

  /** Parts that lie in a connection that is not read are not missing. */
  void reading(boolean now) {
    reading = now;
  }

  /** The connection is gone. What the terminal has begun waits for its next one, for a while. */
  void stop() {
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
    phone.ifPresent(p -> schedule(() -> transfers.expire(p), transfers.time().plus(BEHIND)));
    phone = Optional.empty();
  }

  private void setTimer() {
    if (timer == null) {
      timer =
          phone
              .flatMap(transfers::untilDue)
              .map(left -> reading || left.compareTo(PAUSED) > 0 ? left : PAUSED)
              .map(left -> schedule(this::demand, left.plus(BEHIND)))
              .orElse(null);
    }
  }

  private ScheduledFuture<?> schedule(Runnable task, Duration in) {
    try {
      return loop.schedule(task, Math.max(0, in.toMillis()), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      return null; // the gateway has closed
    }
  }

  private void demand() {
    timer = null;
    if (reading) {
      phone.map(transfers::ask).orElse(List.of()).forEach(r -> send.accept(r.first(), demand(r)));
    }
    setTimer();
  }

  private static PlatformMessage demand(Request request) {
    List<Integer> missing = request.missing();
    if (request.tries() % 2 == 0 && request.first().messageId() == MultimediaData.ID) {
      Optional<Long> mediaId = request.firstBody().flatMap(PartCollector::mediaId);
      if (mediaId.isPresent()) {
        return MultimediaReply.missing(mediaId.get(), missing);
      }
    }
    return new ResendPartsCommand(
        request.first().serialNumber(),
        missing.subList(0, Math.min(missing.size(), MOST_DEMANDED)));
  }

  private static Optional<Long> mediaId(Bytes body) {
    return body.length() < MEDIA_ID_BYTES
        ? Optional.empty()
        : Optional.of(new BodyReader(body).u32());
  }
}
