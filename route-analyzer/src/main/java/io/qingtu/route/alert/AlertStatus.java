package io.qingtu.route.alert;

/** Where an alert stands in the analysis; what people decide of it is kept apart from this. */
public enum AlertStatus {
  /** Raised, but a fact that may still come (a permit typed in late) could end it. */
  CANDIDATE,
  /** The violation goes on. */
  OPEN,
  /** The violation is over; the alert stands. */
  ENDED,
  /** Raised and held back, with the reason. */
  SUPPRESSED,
  /** Later facts have shown that it was none, with the reason. */
  RETRACTED,
  /** Part of another alert. */
  MERGED
}
