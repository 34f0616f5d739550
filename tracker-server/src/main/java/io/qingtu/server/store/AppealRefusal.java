package io.qingtu.server.store;

/** An appeal, or a decision about one, that does not go with how things stand. */
public final class AppealRefusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Why. */
  public enum Why {
    /** There is none, or not for this company. */
    UNKNOWN,
    /** The alert is not confirmed, or was taken back: there is nothing to appeal against. */
    NOT_CHARGED,
    /** A case has taken the alert up: the appeal is made there. */
    IN_CASE,
    /** It was appealed against once. */
    APPEALED,
    /** The time for an appeal is over. */
    TOO_LATE,
    /** Four eyes: who confirmed it, or lodged the appeal, does not decide. */
    FOUR_EYES,
    /** Somebody has decided. */
    DECIDED,
    /** It has as many photos as one may have. */
    FULL
  }

  private final Why why;

  AppealRefusal(Why why, String message) {
    super(message, null, false, false);
    this.why = why;
  }

  /**
   * @throws AppealRefusal unless it holds
   */
  static void require(boolean holds, Why why, String message) {
    if (!holds) {
      throw new AppealRefusal(why, message);
    }
  }

  public Why why() {
    return why;
  }
}
