package io.qingtu.route.casework;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a case is about: how long it is usually handled, and what it needs to be closed. */
public enum CaseType {
  /** 偷倒: a load where it may not be (M01, M02). */
  DUMPING(Limit.workingHours(4), Closing.PLACE_AND_CULPRIT, "M01", "M02"),
  /** 遗撒: load or mud on a road, and the wheels that carried it there (M16). */
  SPILL(Limit.workingHours(2), Closing.PLACE_OR_FACT, "M16"),
  /** 去向不明: a load that vanished while nobody looked (M07, P05). */
  LOST_LOAD(Limit.workingDays(5), Closing.CULPRIT, "M07", "P05"),
  /** 违规: the other rules of muck trucks, for which the company answers. */
  VIOLATION(Limit.workingDays(5), Closing.APPEAL, "M", "P", "B"),
  /** 漏收: a collection point that was not served (S12). */
  POINT(Limit.workingHours(2), Closing.FACT, "S12"),
  /** 漏扫 and what else a sweeper left undone. */
  CLEANING(Limit.workingHours(4), Closing.FACT, "S"),
  /** 设备故障, of terminals and of gate cameras (B3). */
  DEVICE(Limit.workingDays(3), Closing.FACT, "D", "B3"),
  /** 暴露垃圾. */
  LITTER(Limit.workingHours(4), Closing.PLACE),
  /** 积水影响通行. */
  WATER(Limit.workingHours(4), Closing.PLACE),
  /** 井盖 moved, broken or gone. */
  MANHOLE(Limit.workingHours(4), Closing.PLACE),
  /** 供热: pressure or temperature of a heat-exchange station. */
  HEATING(Limit.workingDays(1), Closing.PLACE),
  /** What has no type of its own. */
  OTHER(Limit.workingDays(1), Closing.PLACE);

  /** What must be there before a case can be closed. */
  public enum Closing {
    /** The place was shown in order on a photo. */
    PLACE,
    /** That, or the system has seen by itself that it is in order. */
    PLACE_OR_FACT,
    /**
     * The place was shown in order, and it was decided whether the responsible vehicle is known.
     */
    PLACE_AND_CULPRIT,
    /** It was decided whether the responsible vehicle is known. */
    CULPRIT,
    /** The time in which the company may appeal is over. */
    APPEAL,
    /** A fact that the system sees by itself, or a person who has seen it. */
    FACT
  }

  private final Limit handling;
  private final Closing closing;
  private final List<String> rules;

  CaseType(Limit handling, Closing closing, String... rules) {
    this.handling = handling;
    this.closing = closing;
    this.rules = List.of(rules);
  }

  /** How long those may take to whom it is dispatched, where nobody has set another limit. */
  public Limit handling() {
    return handling;
  }

  public Closing closing() {
    return closing;
  }

  /** Whether the system may end it by a fact that it has seen. */
  public boolean mayBeObserved() {
    return closing == Closing.FACT || closing == Closing.PLACE_OR_FACT;
  }

  /** Whether it is about clean roads and served points: what sanitation sees to by itself. */
  public boolean isOfSanitation() {
    return this == SPILL || this == POINT || this == CLEANING || this == LITTER;
  }

  /** The type of a case about a rule's alert: the one that names the rule, or its family. */
  public static CaseType ofRule(String rule) {
    return byName(rule).or(() -> byName(rule.substring(0, 1))).orElse(OTHER);
  }

  private static Optional<CaseType> byName(String name) {
    return Arrays.stream(values()).filter(t -> t.rules.contains(name)).findFirst();
  }
}
