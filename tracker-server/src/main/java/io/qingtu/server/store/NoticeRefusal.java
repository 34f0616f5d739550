package io.qingtu.server.store;

/** Something that a company sends to a question, and that does not go with how it stands. */
public final class NoticeRefusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Why. */
  public enum Why {
    /** There is no such question to this company. */
    UNKNOWN,
    /** It has its answer. */
    ANSWERED,
    /** It has as many photos as one may have. */
    FULL
  }

  private final Why why;

  NoticeRefusal(Why why, String message) {
    super(message, null, false, false);
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
