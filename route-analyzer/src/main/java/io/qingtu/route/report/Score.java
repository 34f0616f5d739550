package io.qingtu.route.report;

import io.qingtu.route.scoring.Levels.Level;
import io.qingtu.route.scoring.PointsLedger.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * A company's line in the ranking of the period (section 7).
 *
 * @param rank 1 the best, equal ones share it; 0 where none can be given
 * @param change ranks won (positive) or lost since the period before; empty where it had none
 * @param bar why it takes no part in the ranking
 * @param standing points of the cycle
 * @param level that they lead to
 * @param grave confirmed violations of the period of severity 4
 */
public record Score(
    int rank,
    OptionalInt change,
    String company,
    Index index,
    Bar bar,
    Standing standing,
    Level level,
    long grave) {
  /** What keeps a company from the ranking. */
  public enum Bar {
    NONE,
    /** 样本不足. */
    SMALL_SAMPLE,
    /** 数据不足，不参加排名. */
    TOO_LITTLE_OBSERVED
  }

  public boolean isRanked() {
    return rank > 0;
  }

  private Score with(int newRank, OptionalInt newChange) {
    return new Score(newRank, newChange, company, index, bar, standing, level, grave);
  }

  /**
   * Gives each the rank of its index, the best first, and those without a rank last, by name.
   *
   * @param before ranks of the period before by company
   */
  static List<Score> ranked(List<Score> scores, Map<String, Integer> before) {
    List<Score> able =
        scores.stream()
            .filter(s -> s.bar == Bar.NONE)
            .sorted(
                Comparator.comparingDouble((Score s) -> -s.index.value())
                    .thenComparing(Score::company))
            .toList();
    List<Score> all = new ArrayList<>();
    for (Score s : able) {
      long better = able.stream().filter(o -> o.index.value() > s.index.value()).count();
      int rank = (int) better + 1;
      Integer old = before.get(s.company);
      all.add(s.with(rank, old == null ? OptionalInt.empty() : OptionalInt.of(old - rank)));
    }
    scores.stream()
        .filter(s -> s.bar != Bar.NONE)
        .sorted(Comparator.comparing(Score::company))
        .forEach(all::add);
    return all;
  }

  /** Ranks of those that have one. */
  static Map<String, Integer> ranks(List<Score> scores) {
    return scores.stream()
        .filter(Score::isRanked)
        .collect(Collectors.toMap(Score::company, Score::rank));
  }
}
