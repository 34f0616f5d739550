package io.qingtu.route.plan;

/** Cleaning grade of a road (保洁等级). */
public enum RoadGrade {
  /** 示范路. */
  DEMO("DEMO"),
  FIRST("1"),
  SECOND("2"),
  THIRD("3"),
  /** 背街小巷. */
  LANE("LANE");

  private final String code;

  RoadGrade(String code) {
    this.code = code;
  }

  /** As the data set writes it: DEMO, 1, 2, 3, LANE. */
  public String code() {
    return code;
  }

  /**
   * @throws IllegalArgumentException where no grade has this code
   */
  public static RoadGrade ofCode(String code) {
    for (RoadGrade g : values()) {
      if (g.code.equals(code)) {
        return g;
      }
    }
    throw new IllegalArgumentException("unknown road grade \"" + code + "\"");
  }
}
