package io.qingtu.route.casework;

/** A move that a case does not allow, with the reason for the caller. */
public final class CaseRefusal extends Exception {
  private static final long serialVersionUID = 1;

  /** Why. */
  public enum Reason {
    /** Not from this stage. */
    STAGE,
    /** Who handled or dispatched it alone may not verify it; nor who asked, decide. */
    FOUR_EYES,
    /** Words are missing. */
    NOTE,
    /** What the type needs to be closed is not there. */
    CLOSING,
    /** It was extended once. */
    EXTENDED,
    /** An extension was asked for once. */
    ASKED,
    /** There is no request for an extension to decide on. */
    NOT_ASKED,
    /** An extension of no length, or longer than the limit itself. */
    LENGTH,
    /** It is too late to give it back, to appeal, or to ask for more time. */
    TOO_LATE,
    /** It is to be dispatched to somebody. */
    SIDE,
    /** Only a person may judge this. */
    PERSON,
    /** An appeal is undecided, was made before, or was never made. */
    APPEAL,
    /** It was appealed against before it became a case. */
    APPEALED
  }

  private final Reason reason;

  /**
   * @param why for the caller, in a sentence
   */
  public CaseRefusal(Reason reason, String why) {
    super(why, null, false, false);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
