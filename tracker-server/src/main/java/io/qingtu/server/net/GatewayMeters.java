package io.qingtu.server.net;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.frame.Header;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.LoggerFactory;

/** What the gateway counts. The names are watched by operators: they do not change. */
final class GatewayMeters {
  private static final int SHOWN_BYTES = 64;

  private final MeterRegistry registry;
  private final RareWarning warning =
      new RareWarning(LoggerFactory.getLogger(TerminalGateway.class));
  private final AtomicInteger connections;
  private final Counter good;
  private final Counter garbage;
  private final Map<MalformedException.Reason, Counter> badFrames =
      new EnumMap<>(MalformedException.Reason.class);
  private final Map<MalformedException.Reason, Counter> badMessages =
      new EnumMap<>(MalformedException.Reason.class);

  GatewayMeters(MeterRegistry registry) {
    this.registry = registry;
    connections = registry.gauge("gateway.connections", new AtomicInteger());
    good = registry.counter("frame.good");
    garbage = registry.counter("frame.garbage.bytes");
    for (MalformedException.Reason reason : MalformedException.Reason.values()) {
      badFrames.put(reason, registry.counter("frame." + reason.code()));
      badMessages.put(reason, registry.counter("message." + reason.code()));
    }
  }

  void goodFrame() {
    good.increment();
  }

  void badFrame(MalformedException e, Channel channel, Bytes piece) {
    badFrames.get(e.reason()).increment();
    warning.warn(
        "bad frame from {}: {}: {}", channel.remoteAddress(), e.getMessage(), start(piece));
  }

  void badMessage(MalformedException e, Frame frame) {
    badMessages.get(e.reason()).increment();
    Header header = frame.header();
    warning.warn(
        "bad message {} of terminal {}, serial number {}: {}: {}",
        String.format("0x%04X", header.messageId()),
        header.phone(),
        header.serialNumber(),
        e.getMessage(),
        start(frame.body()));
  }

  private static String start(Bytes bytes) {
    return bytes.slice(0, Math.min(SHOWN_BYTES, bytes.length())).hex();
  }

  /** A terminal sends faster than it may: what comes next is read later. */
  void throttled() {
    registry.counter("gateway.throttled").increment();
  }

  /** A datagram that came while there was no room for it. */
  void datagramDropped() {
    registry.counter("gateway.udp.dropped").increment();
  }

  /** A datagram of a phone that is not on the register. */
  void stranger() {
    registry.counter("gateway.udp.stranger").increment();
  }

  /** A frame with a wrong checksum that its terminal's profile lets pass. */
  void checksumOverlooked() {
    registry.counter("frame.checksum.overlooked").increment();
  }

  void garbage(int bytes) {
    garbage.increment(bytes);
  }

  /** A connection that the gateway ended, and why: one of a few fixed words. */
  void closed(String reason) {
    registry.counter("gateway.closed", "reason", reason).increment();
  }

  /** One connection more; how many there are now. */
  int opened() {
    return connections.incrementAndGet();
  }

  void gone() {
    connections.decrementAndGet();
  }
}
