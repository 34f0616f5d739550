package io.qingtu.route.rule;

/**
 * Every number of the rule catalogue, once: name, default, unit and what it is for. A rule reads
 * its numbers from {@link Parameters} and writes none of its own.
 */
public enum Parameter {
  V_MOVE("v_move", 5, "km/h", "SM-1 speed from which a vehicle moves"),
  V_STOP("v_stop", 3, "km/h", "SM-1 speed below which a vehicle stops");

  private final String key;
  private final double initial;
  private final String unit;
  private final String meaning;

  Parameter(String key, double initial, String unit, String meaning) {
    this.key = key;
    this.initial = initial;
    this.unit = unit;
    this.meaning = meaning;
  }

  /** Name in files and on pages. */
  public String key() {
    return key;
  }

  /** Default value. */
  public double initial() {
    return initial;
  }

  public String unit() {
    return unit;
  }

  public String meaning() {
    return meaning;
  }
}
