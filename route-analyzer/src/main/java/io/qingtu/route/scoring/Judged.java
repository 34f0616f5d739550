package io.qingtu.route.scoring;

import io.qingtu.route.alert.Alert;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * A violation that people have decided on.
 *
 * @param company who answers for the vehicle
 * @param driver id of who drove; empty where nobody knows
 * @param verdicts what was decided of it, in the order of time
 */
public record Judged(Alert alert, String company, String driver, List<Verdict> verdicts) {
  /** What can be decided. */
  public enum Decision {
    /** 确认. */
    CONFIRMED,
    /** 驳回: the review was changed. */
    REJECTED,
    /** 申诉. */
    APPEALED,
    /** 驳回申诉. */
    APPEAL_REJECTED,
    /** 申诉成立. */
    APPEAL_UPHELD,
    /** 现场查实: the case knows the responsible vehicle. */
    FOUND,
    /** The analysis has taken the alert back: data that came later, or an exemption. */
    WITHDRAWN
  }

  /**
   * One decision.
   *
   * @param caseId of the case in which it was made; 0 where it was the review of the alarm
   */
  public record Verdict(Instant at, Decision decision, long caseId) {}

  public Judged {
    verdicts = verdicts.stream().sorted(Comparator.comparing(Verdict::at)).toList();
  }

  /** The same as it was known at a moment. */
  public Judged asOf(Instant moment) {
    return new Judged(
        alert, company, driver, verdicts.stream().filter(v -> !v.at().isAfter(moment)).toList());
  }

  /** Whether what was decided last leaves it confirmed. */
  public boolean stands() {
    boolean confirmed = false;
    for (Verdict v : verdicts) {
      confirmed =
          switch (v.decision) {
            case CONFIRMED -> true;
            case REJECTED, WITHDRAWN, APPEAL_UPHELD -> false;
            case FOUND, APPEALED, APPEAL_REJECTED -> confirmed;
          };
    }
    return confirmed;
  }

  /**
   * Whether it counts against nobody any more because an appeal was upheld after it was confirmed.
   */
  public boolean isUpheld() {
    boolean upheld = false;
    for (Verdict v : verdicts) {
      upheld = v.decision == Decision.APPEAL_UPHELD || upheld && v.decision != Decision.CONFIRMED;
    }
    return upheld;
  }
}
