package io.qingtu.route.report;

import io.qingtu.route.scoring.Standards.Level;
import java.util.ArrayList;
import java.util.List;

/**
 * The red and the black list (红黑榜) of the week. Who cannot be ranked is on neither, but for points:
 * these are facts and no estimate.
 */
public record RedBlack(List<Listed> red, List<Listed> black) {
  /** Why somebody is listed. */
  public enum Reason {
    /** Among the first three, at 90 or more, without a grave violation. */
    FIRST,
    /** An index below 60. */
    LOW_INDEX,
    /** So many points that it has to stop and rectify. */
    POINTS,
    /** A confirmed violation of severity 4. */
    GRAVE
  }

  /** One that is listed. */
  public record Listed(String company, List<Reason> reasons) {
    public Listed {
      reasons = List.copyOf(reasons);
    }
  }

  private static final int FIRST_RANKS = 3;
  private static final double GOOD_INDEX = 90;
  private static final double POOR_INDEX = 60;

  static RedBlack of(List<Score> scores) {
    List<Listed> red = new ArrayList<>();
    List<Listed> black = new ArrayList<>();
    for (Score s : scores) {
      List<Reason> bad = faults(s);
      if (!bad.isEmpty()) {
        black.add(new Listed(s.company(), bad));
      } else if (s.isRanked()
          && s.rank() <= FIRST_RANKS
          && s.index().value() >= GOOD_INDEX
          && s.level() == Level.EXCELLENT) {
        red.add(new Listed(s.company(), List.of(Reason.FIRST)));
      }
    }
    return new RedBlack(List.copyOf(red), List.copyOf(black));
  }

  private static List<Reason> faults(Score s) {
    List<Reason> bad = new ArrayList<>();
    if (s.grave() > 0) {
      bad.add(Reason.GRAVE);
    }
    if (s.isRanked() && s.index().value() < POOR_INDEX) {
      bad.add(Reason.LOW_INDEX);
    }
    if (s.level() == Level.POOR) {
      bad.add(Reason.POINTS);
    }
    return bad;
  }
}
