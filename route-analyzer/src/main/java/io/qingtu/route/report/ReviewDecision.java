package io.qingtu.route.report;

/**
 * What a person decided of an alert.
 *
 * @param reason of a rejection; empty where none was given
 */
public record ReviewDecision(Decision decision, String reason) {
  /** 确认 or 驳回. */
  public enum Decision {
    CONFIRMED,
    REJECTED
  }

  public boolean isConfirmed() {
    return decision == Decision.CONFIRMED;
  }
}
