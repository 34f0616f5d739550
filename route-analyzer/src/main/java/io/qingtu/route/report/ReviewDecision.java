package io.qingtu.route.report;

/**
 * What a person decided of an alert.
 *
 * @param reason of a rejection; empty where none was given
 */
public record ReviewDecision(Decision decision, String reason) {
  /** Reason of a violation that an appeal has cleared (申诉成立). */
  public static final String APPEAL_UPHELD = "appeal_upheld";

  /** 确认 or 驳回. */
  public enum Decision {
    CONFIRMED,
    REJECTED
  }

  public boolean isConfirmed() {
    return decision == Decision.CONFIRMED;
  }
}
