package io.qingtu.protocol.field;

import java.util.Locale;

/**
 * Bytes that are not what the standard says. It kills the frame or the message it speaks of and
 * nothing else. Without a stack trace: bad input is common and says nothing of our code.
 */
public final class MalformedException extends RuntimeException {
  /** What is wrong, from the outside in. */
  public enum Reason {
    /** no piece of the stream that could be a frame */
    FRAMING,
    /** 0x7D followed by neither 0x01 nor 0x02 */
    ESCAPE,
    CHECKSUM,
    /** the header's body length and the frame disagree */
    LENGTH,
    /** a field of header or body */
    MALFORMED,
    /** the body is encrypted, and there is no key */
    ENCRYPTED;

    /** The name in counters and in the output of {@code decode}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Reason reason;

  public MalformedException(Reason reason, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
