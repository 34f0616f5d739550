package io.qingtu.server.archive;

import io.qingtu.server.config.ConfigReader;

/**
 * Bounds of what waits to be filed.
 *
 * @param waitingBytes of pictures and other messages; terminals that bring more are not read until
 *     half of them are filed
 */
public record ArchiveConfig(int waitingBytes) {
  public static ArchiveConfig read(ConfigReader in) {
    return new ArchiveConfig(
        in.number("archive.waiting-bytes", 64 * 1024 * 1024, 1024, Integer.MAX_VALUE));
  }
}
