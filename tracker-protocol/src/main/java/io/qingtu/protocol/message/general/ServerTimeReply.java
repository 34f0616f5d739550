package io.qingtu.protocol.message.general;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
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
 * @param utcDigits YYMMDDhhmmss of UTC. {@link DeviceTime} keeps the digits; what it takes them for
 *     is eight hours early, so ask {@link #instant}
 */
public record ServerTimeReply(DeviceTime utcDigits) implements PlatformMessage {
  public static final int ID = 0x8004;

  private static final Duration ZONE = Duration.ofSeconds(DeviceTime.ZONE.getTotalSeconds());

  /** The reply that tells this moment, cut to seconds. */
  public static ServerTimeReply of(Instant now) {
    return new ServerTimeReply(DeviceTime.of(now.minus(ZONE)));
  }

  public static ServerTimeReply decode(BodyReader in, ProtocolVersion version) {
    return new ServerTimeReply(in.field("utcDigits", "UTC").time());
  }

  /** The moment that the digits tell; empty if they are no time. */
  public Optional<Instant> instant() {
    return utcDigits.instant().map(local -> local.plus(ZONE));
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.time(utcDigits);
  }
}
