package io.qingtu.server.command;

import io.qingtu.protocol.message.PlatformMessage;
import io.qingtu.protocol.message.media.Resolution;
import io.qingtu.protocol.message.media.ShootCommand;
import java.time.Duration;

/** Pictures of a vehicle's camera, taken now and sent at once. */
final class Snapshots {
  static final String CHANNEL = "channel";

  private static final int MOST_PICTURES = 10;
  private static final int MOST_SECONDS = 60;

  private Snapshots() {}

  static PlatformMessage message(CommandArguments in) {
    return new ShootCommand(
        in.number(CHANNEL, 1, 1, 255),
        count(in),
        interval(in),
        ShootCommand.UPLOAD,
        in.choice("resolution", Resolution.R640X480).code(),
        in.number("quality", 5, 1, 10),
        in.number("brightness", 128, 0, 255),
        in.number("contrast", 64, 0, 127),
        in.number("saturation", 64, 0, 127),
        in.number("chroma", 128, 0, 255));
  }

  /** The reply comes when all pictures are taken. */
  static Duration duration(CommandArguments in) {
    return Duration.ofSeconds((long) (count(in) - 1) * interval(in));
  }

  private static int count(CommandArguments in) {
    return in.number("count", 1, 1, MOST_PICTURES);
  }

  private static int interval(CommandArguments in) {
    return in.number("intervalSeconds", 0, 0, MOST_SECONDS);
  }
}
