package io.qingtu.server.attachment;

import io.qingtu.server.config.ConfigReader;
import java.time.Duration;

/**
 * The attachment server, to which terminals send the files of their safety alarms, and its bounds.
 *
 * @param enabled whether the files are wanted: terminals are told to send them here
 * @param port 0 takes any free one
 * @param publicHost address that terminals are told; needed where enabled
 * @param publicPort port that terminals are told; 0: the one listened on
 * @param connections most connections at once; one more is closed at once
 * @param unauthenticatedTime a connection that has named no alarm by then is closed
 * @param idleTime a connection on which so little came for so long is closed
 * @param fileBytes most of one file
 * @param alarmBytes most of all files of an alarm
 */
public record AttachmentConfig(
    boolean enabled,
    String host,
    int port,
    String publicHost,
    int publicPort,
    int connections,
    Duration unauthenticatedTime,
    Duration idleTime,
    long fileBytes,
    long alarmBytes) {
  private static final long MEGABYTE = 1024 * 1024;

  public static AttachmentConfig read(ConfigReader in) {
    boolean enabled = in.flag("attachment.enabled", false);
    String publicHost = in.text("attachment.public-host", "");
    if (enabled && publicHost.isEmpty()) {
      in.reject("attachment.public-host", "is missing: terminals are told where to send files");
    }
    return new AttachmentConfig(
        enabled,
        in.text("attachment.host", "127.0.0.1"),
        in.number("attachment.port", 7612, 0, 65535),
        publicHost,
        in.number("attachment.public-port", 0, 0, 65535),
        in.number("attachment.connections", 500, 1, 100_000),
        in.duration("attachment.unauthenticated-time", Duration.ofSeconds(30)),
        in.duration("attachment.idle-time", Duration.ofMinutes(2)),
        in.number("attachment.file-megabytes", 64, 1, 4095) * MEGABYTE,
        in.number("attachment.alarm-megabytes", 256, 1, 65536) * MEGABYTE);
  }
}
