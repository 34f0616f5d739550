package io.qingtu.protocol.frame;

/** What terminals do against the standard, and a lenient decoder can see through. */
public enum Deviation {
  /** Bit 14 of the body attributes says another header layout than the one that was sent. */
  VERSION_FLAG,
  /** A checksum of 0x7D or 0x7E was not escaped. */
  UNESCAPED_CHECKSUM
}
