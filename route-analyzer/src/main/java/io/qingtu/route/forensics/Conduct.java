package io.qingtu.route.forensics;

import java.util.List;

/**
 * How the loaded trips of a truck or of a company went, beside those of the others (P10).
 *
 * @param name the plate, or the company
 * @param trips loaded trips that are over
 * @param observed share of their time that fixes cover, 0–1; NaN where there is no trip
 * @param score 0–1, the sum of the weights of the indicators that stand out
 * @param indicators every indicator, whether it stands out or not
 */
public record Conduct(
    String name, int trips, double observed, double score, List<Indicator> indicators) {
  public Conduct {
    indicators = List.copyOf(indicators);
  }

  /** What is counted. */
  public enum Kind {
    /** Trips of which M07 says that they were not completed. */
    NOT_COMPLETED,
    /** Trips of which too little was seen. */
    UNSEEN,
    /** Rounds from leaving a site to leaving it again that are too short for any of its grounds. */
    SHORT_CYCLE,
    /** Trips that ended in no end place. */
    NO_DISPOSAL
  }

  /**
   * One indicator.
   *
   * @param weight what it adds to the score where it stands out
   * @param cases how many there were
   * @param of out of how many
   * @param usual share of the cases of all others, 0–1; NaN where there is nobody to compare with
   * @param held whether it stands out
   */
  public record Indicator(Kind kind, double weight, int cases, int of, double usual, boolean held) {
    /** 0–1; NaN where nothing was counted. */
    public double share() {
      return of == 0 ? Double.NaN : (double) cases / of;
    }
  }
}
