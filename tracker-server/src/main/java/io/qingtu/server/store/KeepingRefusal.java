package io.qingtu.server.store;

import io.qingtu.route.permit.KeptPeriod;
import java.util.Optional;

/** Something that a company files of its own and that does not go with how things stand. */
public final class KeepingRefusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Why. */
  public enum Why {
    /** There is no such thing, or not for this reader. */
    UNKNOWN,
    /** Somebody else has changed it since it was looked at. */
    STALE,
    /** As {@link KeptPeriod.Refusal} has them. */
    TOO_LATE,
    PAST,
    OVERLAP,
    ENDED,
    /** The company has registered that driver. */
    KNOWN,
    /** It is no vehicle of the driver's company. */
    FOREIGN,
    /** The driver has left the company. */
    LEFT,
    /** The driver's qualification has run out by then. */
    EXPIRED,
    /** There is a permit of that id. */
    TAKEN_ID,
    /** Nothing of the permit would be another. */
    NO_CHANGE,
    /** The permit is not to be changed so. */
    REFUSED_EDIT,
    /** The company has asked for that permit, and nobody has decided yet. */
    WAITING,
    /** Four eyes: who has asked for the permit does not decide on it. */
    OWN,
    /** Somebody has decided. */
    DECIDED,
    /** A vehicle that the permit is for, or was for, is another company's by now. */
    MOVED
  }

  private final Why why;

  KeepingRefusal(Why why, String message) {
    super(message, null, false, false);
    this.why = why;
  }

  public Why why() {
    return why;
  }

  /**
   * @throws KeepingRefusal where there is something to refuse
   */
  static void check(Optional<KeptPeriod.Refusal> refusal) {
    refusal.ifPresent(
        r -> {
          throw new KeepingRefusal(Why.valueOf(r.name()), said(r));
        });
  }

  private static String said(KeptPeriod.Refusal refusal) {
    return switch (refusal) {
      case TOO_LATE -> "it begins longer ago than anything may be typed in late";
      case PAST -> "it ends in the past, or before it begins";
      case OVERLAP -> "another one is in force meanwhile";
      case ENDED -> "it has run out: file another one";
    };
  }
}
