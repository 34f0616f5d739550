package io.qingtu.protocol.message.media;

import java.util.Arrays;
import java.util.Optional;

/** Resolution of a picture (分辨率); a terminal takes the nearest that it has. */
public enum Resolution {
  /** since 2019 */
  LOWEST(0x00),
  R320X240(0x01),
  R640X480(0x02),
  R800X600(0x03),
  R1024X768(0x04),
  /** 176 × 144 */
  QCIF(0x05),
  /** 352 × 288 */
  CIF(0x06),
  /** 704 × 288 */
  HALF_D1(0x07),
  /** 704 × 576 */
  D1(0x08),
  /** since 2019 */
  HIGHEST(0xff);

  private final int code;

  Resolution(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /** Empty for codes that are reserved or vendors' own. */
  public static Optional<Resolution> find(int code) {
    return Arrays.stream(values()).filter(value -> value.code == code).findFirst();
  }
}
