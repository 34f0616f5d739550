package io.qingtu.protocol.message.general;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.DeviceTime;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Server time (查询服务器时间应答), 0x8004, since 2019. The only time on the link that is UTC: every other
 * is GMT+8.
 *
 * @param utcDigits BCD[6], YYMMDDhhmmss of UTC; bytes, so that nobody takes them for the time of a
 *     terminal
 */
public record ServerTimeReply(Bytes utcDigits) implements PlatformMessage {
  public static final int ID = 0x8004;

  private static final int DIGITS_BYTES = 6;
  private static final Duration ZONE = Duration.ofSeconds(DeviceTime.ZONE.getTotalSeconds());

  /** The reply that tells this moment, cut to seconds. */
  public static ServerTimeReply of(Instant now) {
    return new ServerTimeReply(new BodyWriter().time(DeviceTime.of(now.minus(ZONE))).toBytes());
  }

  public static ServerTimeReply decode(BodyReader in, ProtocolVersion version) {
    return new ServerTimeReply(in.field("utcDigits", "UTC").bytes(DIGITS_BYTES));
  }

  /** The moment that the digits tell; empty if they are no time. */
  public Optional<Instant> instant() {
    DeviceTime digits = new BodyReader(utcDigits).time();
    return digits.instant().map(local -> local.plus(ZONE));
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.bytes(utcDigits);
  }
}
