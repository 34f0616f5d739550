package io.qingtu.route.scoring;

import java.util.Arrays;
import java.util.Optional;

/** A number by which the weekly report judges, and which a city may set otherwise. */
public enum Standard {
  MIN_TRIPS("n_min.trips", 20, 1, 100_000, "排名所需的最少可观测趟次"),
  MIN_KM("n_min.km", 200, 1, 1_000_000, "样本充足的最少里程（公里）"),
  MIN_ROAD_SHIFTS("n_min.road_shifts", 10, 1, 1_000_000, "排名所需的最少路段侧窗口、收运点次"),
  MIN_VEHICLES("n_min.vehicles", 10, 1, 100_000, "样本充足的最少车辆数"),
  OBSERVED_RANKED("observed.ranked", 0.80, 0, 1, "参加排名的最低可监管率"),
  OBSERVED_PUBLISHED("observed.published", 0.70, 0, 1, "不写附注即可印发的最低全市可监管率"),
  WEIGHT_NOTE("weight.severity_1", 1, 0, 1000, "提示的权数"),
  WEIGHT_MINOR("weight.severity_2", 2, 0, 1000, "一般违规的权数"),
  WEIGHT_SERIOUS("weight.severity_3", 5, 0, 1000, "严重违规的权数"),
  WEIGHT_CRITICAL("weight.severity_4", 10, 0, 1000, "特别严重违规的权数"),
  HAULAGE_PER_VIOLATION("haulage.per_violation", 6, 0, 100, "每百趟违规数每1扣的指数分"),
  HAULAGE_VIOLATIONS("haulage.violations", 60, 0, 100, "违规最多扣的指数分"),
  HAULAGE_WAYBILLS("haulage.waybills", 15, 0, 100, "联单全未闭环扣的指数分"),
  HAULAGE_UNOBSERVED("haulage.unobserved", 15, 0, 100, "全不可监管扣的指数分"),
  HAULAGE_OVERDUE("haulage.overdue", 10, 0, 100, "案件全超期扣的指数分"),
  CLEANING_FREQUENCY("cleaning.frequency", 40, 0, 100, "频次达标率的权重"),
  CLEANING_BOTH_SIDES("cleaning.both_sides", 25, 0, 100, "双侧覆盖率的权重"),
  CLEANING_SPEED("cleaning.speed", 15, 0, 100, "作业速度合格率的权重"),
  CLEANING_ON_TIME("cleaning.on_time", 10, 0, 100, "作业及时率的权重"),
  CLEANING_COLLECTION("cleaning.collection", 10, 0, 100, "收运及时率的权重"),
  CLEANING_NOT_OPERATING("cleaning.not_operating", 20, 0, 100, "全程怠工扣的指数分"),
  LEVEL_GOOD("level.good", 30, 1, 10_000, "记分等级良好的起点"),
  LEVEL_FAIR("level.fair", 40, 1, 10_000, "记分等级一般的起点"),
  LEVEL_POOR("level.poor", 60, 1, 10_000, "记分等级较差的起点"),
  VEHICLE_CAP("level.vehicle_cap", 30, 1, 10_000, "车辆记分的上限"),
  RED_RANKS("list.red_ranks", 3, 1, 100, "红榜的名次"),
  RED_INDEX("list.red_index", 90, 0, 100, "红榜的最低指数"),
  BLACK_INDEX("list.black_index", 60, 0, 100, "黑榜的指数线，低于它的列入");

  private final String key;
  private final double usual;
  private final double least;
  private final double most;
  private final String zh;

  Standard(String key, double usual, double least, double most, String zh) {
    this.key = key;
    this.usual = usual;
    this.least = least;
    this.most = most;
    this.zh = zh;
  }

  /** Its name in files. */
  public String key() {
    return key;
  }

  /** Where nothing else is set. */
  public double usual() {
    return usual;
  }

  /** What it is, in Chinese. */
  public String zh() {
    return zh;
  }

  /** Whether it is a share, 0 to 1. */
  public boolean isShare() {
    return this == OBSERVED_RANKED || this == OBSERVED_PUBLISHED;
  }

  public static Optional<Standard> of(String key) {
    return Arrays.stream(values()).filter(s -> s.key.equals(key)).findFirst();
  }

  /**
   * @throws IllegalArgumentException where it cannot have this value
   */
  public void check(double value) {
    if (!(value >= least) || value > most) {
      throw new IllegalArgumentException(
          key + " = " + plain(value) + " is not " + plain(least) + " to " + plain(most));
    }
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
