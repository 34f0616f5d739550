package io.qingtu.server.store;

import java.time.Instant;
import java.util.List;

/**
 * What a review has confirmed against a company and no case took up, and the appeal against it.
 *
 * @param start of the alert
 * @param lon of the alert's place, degrees, WGS-84; NaN where it has none
 * @param confirmedAt from when the days for an appeal are counted
 * @param confirmers ids of those who confirmed it, as it stands
 * @param appeal empty ({@link Appeal#NONE}) where there is none
 */
public record AppealRow(
    long alertId,
    String rule,
    String plate,
    int companyId,
    String company,
    Instant start,
    double lon,
    double lat,
    Instant confirmedAt,
    List<Integer> confirmers,
    Appeal appeal) {
  /** How it was decided. */
  public enum Decision {
    /** 申诉成立. */
    UPHELD,
    /** 驳回申诉. */
    REJECTED
  }

  /**
   * An appeal.
   *
   * @param id 0 where there is none
   * @param userId of who lodged it
   * @param user name of who lodged it
   * @param decision null while it is undecided
   * @param decidedBy empty while it is undecided
   * @param decidedAt null while it is undecided
   */
  public record Appeal(
      long id,
      int userId,
      String user,
      Instant at,
      String reason,
      Decision decision,
      String decidedBy,
      Instant decidedAt,
      String decisionReason) {}
}
