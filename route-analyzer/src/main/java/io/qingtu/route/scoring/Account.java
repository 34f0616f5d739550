package io.qingtu.route.scoring;

import io.qingtu.route.casework.Limit;
import io.qingtu.route.casework.WorkCalendar;
import io.qingtu.route.scoring.Judged.Verdict;
import io.qingtu.route.scoring.PointTable.Proof;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The lines of one violation, told from its verdicts in their order. */
final class Account {
  private final Judged violation;
  private final PointTable table;
  private final WorkCalendar calendar;
  private final List<PointLine> lines = new ArrayList<>();
  private Instant confirmedAt;
  private boolean found;
  private boolean appealed;
  private Points charged = Points.NONE;

  Account(Judged violation, PointTable table, WorkCalendar calendar) {
    this.violation = violation;
    this.table = table;
    this.calendar = calendar;
    violation.verdicts().forEach(this::take);
  }

  List<PointLine> lines() {
    return lines.stream().map(l -> l.frozen(appealed)).toList();
  }

  private void take(Verdict v) {
    switch (v.decision()) {
      case CONFIRMED -> {
        confirmedAt = confirmedAt == null ? v.at() : confirmedAt;
        charge(v);
      }
      case FOUND -> {
        found = true;
        charge(v);
      }
      case REJECTED, WITHDRAWN -> takeBack(v, PointLine.Kind.WITHDRAWAL);
      case APPEALED -> appealed = isInTime(v.at());
      case APPEAL_REJECTED -> appealed = false;
      case APPEAL_UPHELD -> takeBack(v, PointLine.Kind.UPHELD);
    }
  }

  /** An appeal that comes later is decided, too, but nothing waits for it. */
  private boolean isInTime(Instant at) {
    return confirmedAt != null && !at.isAfter(calendar.end(confirmedAt, Limit.TO_APPEAL));
  }

  /** What is found on the spot may cost more than what the review had confirmed. */
  private void charge(Verdict v) {
    if (confirmedAt == null) {
      return;
    }
    Points due = table.of(violation.alert(), found ? Proof.FIELD : Proof.REVIEW);
    enter(v, PointLine.Kind.CHARGE, due.plus(charged.negated()));
  }

  private void takeBack(Verdict v, PointLine.Kind kind) {
    confirmedAt = null;
    appealed = false;
    enter(v, kind, charged.negated());
  }

  private void enter(Verdict v, PointLine.Kind kind, Points points) {
    if (!points.isNone()) {
      lines.add(new PointLine(violation, v.at(), kind, v.caseId(), points, false));
      charged = charged.plus(points);
    }
  }
}
