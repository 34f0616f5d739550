package io.qingtu.protocol.message.media;

import java.util.Arrays;
import java.util.Optional;

/** Coding of media (多媒体格式编码). */
public enum MediaFormat {
  JPEG(0),
  TIF(1),
  MP3(2),
  WAV(3),
  WMV(4);

  private final int code;

  MediaFormat(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /** Empty for codes that are reserved or vendors' own. */
  public static Optional<MediaFormat> find(int code) {
    return Arrays.stream(values()).filter(value -> value.code == code).findFirst();
  }
}
