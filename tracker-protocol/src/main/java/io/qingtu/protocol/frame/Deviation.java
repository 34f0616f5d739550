package io.qingtu.protocol.frame;

import java.util.Set;

/** What terminals do against the standard, and a lenient decoder can see through. */
public enum Deviation {
  /** Bit 14 of the body attributes says another header layout than the one that was sent. */
  VERSION_FLAG,
  /** A checksum of 0x7D or 0x7E was not escaped. */
  UNESCAPED_CHECKSUM,
  /** The checksum is another than that of the bytes: some may have been changed on the way. */
  WRONG_CHECKSUM;

  /** Those behind which the bytes are known to have come whole. */
  public static final Set<Deviation> HARMLESS = Set.of(VERSION_FLAG, UNESCAPED_CHECKSUM);
}
