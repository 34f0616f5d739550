package io.qingtu.server.store;

/** A proposal, or a decision about one, that does not go with how things stand. */
public final class ProposalRefusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Why. */
  public enum Why {
    /** Another version has been approved since. */
    OUTDATED,
    /** Four eyes: who proposes does not decide, and only he or she withdraws. */
    OWN,
    /** Somebody has decided. */
    DECIDED,
    /** Nobody can know yet what it would change. */
    TRIAL_UNFINISHED,
    /** There is no such proposal. */
    UNKNOWN
  }

  private final Why why;

  ProposalRefusal(Why why, String message) {
    super(message, null, false, false);
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
