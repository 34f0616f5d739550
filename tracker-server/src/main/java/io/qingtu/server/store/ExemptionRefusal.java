package io.qingtu.server.store;

/** A request for an exemption, or a decision about one, that does not go with how things stand. */
public final class ExemptionRefusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Why. */
  public enum Why {
    /** There is no such request, or not for this reader. */
    UNKNOWN,
    /** It names what is no road and no collection point, or where nothing is required. */
    NO_DUTY,
    /** It excuses others than those whom somebody is responsible for. */
    FOREIGN,
    /** It begins so long ago that what was missed then is settled. */
    TOO_LATE,
    /** Four eyes: who asks does not decide, and only he or she withdraws. */
    OWN,
    /** Somebody has decided. */
    DECIDED,
    /** It has as many files as one may have. */
    FULL
  }

  private final Why why;

  ExemptionRefusal(Why why, String message) {
    super(message, null, false, false);
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
