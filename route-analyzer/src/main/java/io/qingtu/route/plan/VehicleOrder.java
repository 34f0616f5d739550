package io.qingtu.route.plan;

/**
 * A decision about one vehicle for a period.
 *
 * @param approvedBy empty where the file does not say
 * @param otherPlate of a SUBSTITUTE the vehicle in whose place this one goes; empty otherwise
 */
public record VehicleOrder(
    String plate, Kind kind, Validity period, String approvedBy, String otherPlate) {
  /** What was decided. */
  public enum Kind {
    /** 报停: it does not run. */
    LAID_UP,
    /** 装机: its terminal is being fitted or exchanged. */
    INSTALL,
    /** 替换: it goes in the place of another, with that one's permits and duties. */
    SUBSTITUTE,
    /** 抢险: it may go where and when others may not. */
    EMERGENCY,
    /** 备用: it stands by and has no duty of its own. */
    SPARE
  }

  public VehicleOrder {
    if ((kind == Kind.SUBSTITUTE) == otherPlate.isEmpty()) {
      throw new IllegalArgumentException("a SUBSTITUTE, and nothing else, names another plate");
    }
  }
}
