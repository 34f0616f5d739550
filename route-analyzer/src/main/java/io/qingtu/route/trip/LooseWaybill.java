package io.qingtu.route.trip;

import io.qingtu.route.plan.Waybill;

/** A waybill that no trip of its vehicle carries (B2). */
public record LooseWaybill(Waybill waybill, Finding finding) {
  /** What its vehicle did meanwhile. */
  public enum Finding {
    /** It was heard, and made no such trip: 有单无车. */
    GHOST,
    /** It was not heard: nothing is known. */
    UNOBSERVED,
    /** It drove then, or was at one of the places, but the waybill fits no trip of it. */
    NOT_MATCHED
  }
}
