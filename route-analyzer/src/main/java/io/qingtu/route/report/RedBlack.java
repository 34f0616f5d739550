package io.qingtu.route.report;

import io.qingtu.route.scoring.Levels.Level;
import io.qingtu.route.scoring.Standard;
import io.qingtu.route.scoring.Standards;
import java.util.ArrayList;
import java.util.List;

/**
 * The red and the black list (红黑榜) of the period. Who cannot be ranked is on neither, but for
 * points: these are facts and no estimate.
 */
public record RedBlack(List<Listed> red, List<Listed> black) {
  /** Why somebody is listed. */
  public enum Reason {
    /** Among the first, of a good index, without a grave violation. */
    FIRST,
    /** A poor index. */
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

  static RedBlack of(List<Score> scores, Standards standards) {
    List<Listed> red = new ArrayList<>();
    List<Listed> black = new ArrayList<>();
    for (Score s : scores) {
      List<Reason> bad = faults(s, standards);
      if (!bad.isEmpty()) {
        black.add(new Listed(s.company(), bad));
      } else if (s.isRanked()
          && s.rank() <= standards.get(Standard.RED_RANKS)
          && s.index().value() >= standards.get(Standard.RED_INDEX)
          && s.level() == Level.EXCELLENT) {
        red.add(new Listed(s.company(), List.of(Reason.FIRST)));
      }
    }
    return new RedBlack(List.copyOf(red), List.copyOf(black));
  }

  private static List<Reason> faults(Score s, Standards standards) {
    List<Reason> bad = new ArrayList<>();
    if (s.grave() > 0) {
      bad.add(Reason.GRAVE);
    }
    if (s.isRanked() && s.index().value() < standards.get(Standard.BLACK_INDEX)) {
      bad.add(Reason.LOW_INDEX);
    }
    if (s.level() == Level.POOR) {
      bad.add(Reason.POINTS);
    }
    return bad;
  }
}
