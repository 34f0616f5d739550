package io.qingtu.protocol.message.media;

import java.util.Arrays;
import java.util.Optional;

/** Kind of media (多媒体类型). */
public enum MediaKind {
  IMAGE(0),
  AUDIO(1),
  VIDEO(2);

  private final int code;

  MediaKind(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /** Empty for codes that are reserved or vendors' own. */
  public static Optional<MediaKind> find(int code) {
    return Arrays.stream(values()).filter(value -> value.code == code).findFirst();
  }
}
