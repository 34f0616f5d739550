package io.qingtu.route.report;

import io.qingtu.route.scoring.Standard;
import io.qingtu.route.scoring.Standards;

/**
 * Numbers of the index (指数), which begins at 100.
 *
 * @param perViolation taken from a muck company for each weighted violation in a hundred trips
 * @param violations at most for violations
 * @param waybills times the share of waybills that were not closed
 * @param unobserved times the share of the time on duty that was not observed
 * @param overdue times the share of cases that are overdue
 * @param frequency given to a contractor for 频次达标率
 * @param bothSides for 双侧覆盖率
 * @param speed for 作业速度合格率
 * @param onTime for 作业及时率
 * @param collection for 收运及时率
 * @param notOperating taken from a contractor, times the share of time without work (S05)
 */
record IndexWeights(
    double perViolation,
    double violations,
    double waybills,
    double unobserved,
    double overdue,
    double frequency,
    double bothSides,
    double speed,
    double onTime,
    double collection,
    double notOperating) {
  static IndexWeights of(Standards s) {
    return new IndexWeights(
        s.get(Standard.HAULAGE_PER_VIOLATION),
        s.get(Standard.HAULAGE_VIOLATIONS),
        s.get(Standard.HAULAGE_WAYBILLS),
        s.get(Standard.HAULAGE_UNOBSERVED),
        s.get(Standard.HAULAGE_OVERDUE),
        s.get(Standard.CLEANING_FREQUENCY),
        s.get(Standard.CLEANING_BOTH_SIDES),
        s.get(Standard.CLEANING_SPEED),
        s.get(Standard.CLEANING_ON_TIME),
        s.get(Standard.CLEANING_COLLECTION),
        s.get(Standard.CLEANING_NOT_OPERATING));
  }
}
