package io.qingtu.route.rule;

import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Permit;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.track.CleanFix;
import io.qingtu.route.trip.OpenTrip;
import io.qingtu.route.trip.TripEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * M05 非准运时段运输: driving loaded outside the permitted hours. A trip that began in time and is over
 * soon after them is a note.
 */
public final class TimeWindowRule implements Detector.OfSteps, Detector.OfMoments {
  private final Parameters p;
  private final AlertSeries series;
  private final List<DailyHours> windows = new ArrayList<>();
  private OpenTrip trip;
  private Duration clockAhead = Duration.ZERO;
  private Instant tailEnd;
  private Instant start;
  private CleanFix first;
  private long drivenMillis;
  private AlertDraft draft;

  public TimeWindowRule(RuleSet rules, Vehicle vehicle) {
    this.p = rules.parameters();
    this.series = new AlertSeries("M05", rules, vehicle);
  }

  @Override
  public void accept(Moment m, AlertSink out) {
    clockAhead = m.clockAhead();
    for (TripEvent e : m.events()) {
      if (e.type() == TripEvent.Type.BORN) {
        begin(e.trip(), m);
      }
    }
    if (trip != null && trip.inTransit() && !windows.isEmpty()) {
      judge(m, out);
    }
  }

  @Override
  public void step(TripEvent e, Instant decided, AlertSink out) {
    if (e.type() == TripEvent.Type.ENDED && e.trip() == trip) {
      close(out);
    }
  }

  private void begin(OpenTrip next, Moment m) {
    trip = next;
    start = null;
    draft = null;
    windows.clear();
    for (Permit permit : next.validPermits()) {
      if (permit.hours() == null) {
        windows.clear(); // a permit without hours allows all of them
        break;
      }
      windows.add(permit.hours());
    }
    tailEnd = tailEnd(next.outTime());
    if (!windows.isEmpty() && outside(next.outTime())) {
      // the exit is decided a minute after it happened: that minute was driven loaded too
      start = next.outTime();
      first = m.fix();
      long since = m.millis() - next.outTime().toEpochMilli();
      drivenMillis = Math.min(since, p.millis(Parameter.EXIT_S));
    }
  }

  private void judge(Moment m, AlertSink out) {
    Instant now = m.time();
    if (!outside(now)) {
      if (draft != null) {
        out.raise(draft.end(now).build());
        draft = null;
      }
      start = null;
      return;
    }
    boolean driving = m.fix().speedKmh() > p.get(Parameter.WINDOW_KMH);
    if (start == null) {
      if (!driving) {
        return;
      }
      start = now;
      first = m.fix();
      drivenMillis = 0;
    } else if (driving && m.gap() == null && m.previous().time().isAfter(trip.outTime())) {
      drivenMillis += now.toEpochMilli() - Math.max(m.previous().millis(), start.toEpochMilli());
    }
    if (drivenMillis >= p.millis(Parameter.WINDOW_S)) {
      raise(now, out);
    }
  }

  private void raise(Instant now, AlertSink out) {
    if (draft == null) {
      draft =
          series
              .begin(start, now, first, trip)
              .grade(clockAhead.isZero() ? Grade.B : Grade.C)
              .because("permitted hours", windows.toString())
              .because("driven outside", drivenMillis / 1000 + " s");
    }
    boolean tail = tailEnd != null && !now.minus(clockAhead).isAfter(tailEnd);
    draft
        .severity(Math.max(draft.severity(), tail ? 1 : 2))
        .measured(drivenMillis / 1000, p.get(Parameter.WINDOW_S), "s")
        .because("left inside the hours", String.valueOf(tailEnd != null), tailEnd != null);
    out.raise(draft.build());
  }

  private void close(AlertSink out) {
    if (draft != null) {
      // without a sensor the unloading was not seen: the arrival counts
      boolean seen = trip.unload() != null || trip.emptyBySensor() || trip.arrival() == null;
      Instant over = seen ? trip.endTime() : trip.arrival();
      if (tailEnd != null && over.minus(clockAhead).isAfter(tailEnd)) {
        draft.severity(2);
      }
      out.raise(draft.end(over).build());
    }
    trip = null;
    draft = null;
  }

  /** Outside all windows, each widened by the grace at both ends, by a clock that is right. */
  private boolean outside(Instant fixTime) {
    Instant t = fixTime.minus(clockAhead);
    long grace = p.millis(Parameter.WINDOW_GRACE_S);
    for (DailyHours w : windows) {
      if (w.contains(t) || w.contains(t.plusMillis(grace)) || w.contains(t.minusMillis(grace))) {
        return false;
      }
    }
    return true;
  }

  /** Until when a trip that left inside the hours may be late; null where it left outside. */
  private Instant tailEnd(Instant outTime) {
    Instant left = outTime.minus(clockAhead);
    Instant latest = null;
    for (DailyHours w : windows) {
      if (w.contains(left)) {
        ZonedDateTime at = left.atZone(DailyHours.CITY_ZONE);
        ZonedDateTime close = at.with(w.to());
        Instant end = (close.isAfter(at) ? close : close.plusDays(1)).toInstant();
        latest = latest == null || end.isAfter(latest) ? end : latest;
      }
    }
    return latest == null ? null : latest.plusMillis(p.millis(Parameter.WINDOW_TAIL_S));
  }
}
