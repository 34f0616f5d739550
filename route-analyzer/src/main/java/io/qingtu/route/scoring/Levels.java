package io.qingtu.route.scoring;

/**
 * What points of a cycle lead to (记分等级), each bound the first value of its level.
 *
 * @param good of a company, below it is 优秀
 * @param fair from it on a company is watched: 约谈 or a written warning
 * @param poor from it on a company stops and rectifies
 * @param vehicleCap a vehicle's points are counted up to it, and with it the vehicle stops
 */
public record Levels(int good, int fair, int poor, int vehicleCap) {
  /** Level of a company. */
  public enum Level {
    /** 优秀. */
    EXCELLENT,
    /** 良好. */
    GOOD,
    /** 一般, 重点监管: 约谈 or a written warning. */
    FAIR,
    /** 较差: 停业整改. */
    POOR
  }

  public Levels {
    if (good >= fair || fair >= poor) {
      throw new IllegalArgumentException(
          "levels from " + good + ", " + fair + " and " + poor + " points");
    }
  }

  /** The level of a company with so many points. */
  public Level level(int points) {
    if (points < good) {
      return Level.EXCELLENT;
    }
    if (points < fair) {
      return Level.GOOD;
    }
    return points < poor ? Level.FAIR : Level.POOR;
  }

  /** A vehicle's points, which end at the cap. */
  public int capped(int points) {
    return Math.min(points, vehicleCap);
  }
}
