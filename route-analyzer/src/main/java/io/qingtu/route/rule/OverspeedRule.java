package io.qingtu.route.rule;

import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.geo.Planar;
import io.qingtu.route.geo.RoadMatch;
import io.qingtu.route.geo.SegmentGrid.Hit;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.RoadGrade;
import io.qingtu.route.plan.Segment;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.track.CleanFix;
import io.qingtu.route.trip.LoadEstimate;
import java.time.Instant;
import java.util.List;

/** M08 超速: faster than road and load allow. */
public final class OverspeedRule implements Detector.OfMoments {
  private final Parameters p;
  private final RoadMatch roads;
  private final AlertSeries series;
  private final double slowestLimit;
  private Instant blindUntil = Instant.MIN;
  private CleanFix first;
  private CleanFix previousFast;
  private int fixes;
  private double shortestInterval;
  private double worstSpeed;
  private double worstLimit;
  private Instant slowSince;
  private AlertDraft draft;
  private double limit;
  private String edge = "";

  public OverspeedRule(RuleSet rules, Vehicle vehicle) {
    this.p = rules.parameters();
    this.roads =
        new RoadMatch(rules.roads(), p.get(Parameter.ROAD_MATCH_M), p.get(Parameter.MATCH_DEG));
    this.series = new AlertSeries("M08", rules, vehicle);
    this.slowestLimit = rules.slowestLimit();
  }

  @Override
  public void accept(Moment m, AlertSink out) {
    if (m.gap() != null) {
      blindUntil = m.time().plusMillis(p.millis(Parameter.BLIND_S));
      stop(out);
    }
    if (m.time().isBefore(blindUntil)) {
      return;
    }
    double v = speed(m.fix());
    if (first == null && v <= slowestLimit) {
      return; // no road is that slow: spare the look-up
    }
    judgeLimit(m);
    if (v > limit * (1 + p.get(Parameter.OVER_SHARE))) {
      tooFast(m, v, out);
    } else if (draft == null) {
      first = null;
    } else {
      slower(m.time(), v, out);
    }
  }

  private void tooFast(Moment m, double v, AlertSink out) {
    slowSince = null;
    if (first == null) {
      first = m.fix();
      fixes = 0;
      shortestInterval = Double.MAX_VALUE;
      worstSpeed = 0;
      worstLimit = limit;
    } else if (previousFast != null) {
      shortestInterval = Math.min(shortestInterval, m.fix().secondsSince(previousFast));
    }
    previousFast = m.fix();
    fixes++;
    if (v / limit > worstSpeed / worstLimit) {
      worstSpeed = v;
      worstLimit = limit;
    }
    boolean sparse = fixes >= 2 && shortestInterval >= p.get(Parameter.OVER_SPARSE_S);
    boolean held =
        m.fix().secondsSince(first) >= p.get(Parameter.OVER_S)
            && (sparse || fixes >= p.get(Parameter.OVER_FIXES));
    if (held) {
      raise(m, out);
    }
  }

  private void raise(Moment m, AlertSink out) {
    if (draft == null) {
      draft = series.begin(first.time(), m.time(), first, m.trip());
    }
    double excess = worstSpeed / worstLimit - 1;
    draft
        .severity(Math.max(draft.severity(), excess >= p.get(Parameter.OVER_SERIOUS) ? 3 : 2))
        .grade(Grade.B)
        .measured(worstSpeed, worstLimit, "km/h")
        .segments(edge.isEmpty() ? List.of() : List.of(edge))
        .because("over the limit by", Math.round(excess * 100) + " %")
        .because("load", m.load().state().name());
    out.raise(draft.build());
  }

  private void slower(Instant now, double v, AlertSink out) {
    if (v > limit) {
      slowSince = null;
      return;
    }
    if (slowSince == null) {
      slowSince = now;
    }
    if (now.toEpochMilli() - slowSince.toEpochMilli() >= p.millis(Parameter.OVER_S)) {
      stop(out);
    }
  }

  private void stop(AlertSink out) {
    if (draft != null) {
      out.raise(draft.end(slowSince == null ? previousFast.time() : slowSince).build());
      draft = null;
    }
    first = null;
    previousFast = null;
    slowSince = null;
  }

  private static double speed(CleanFix fix) {
    double vss = fix.position().vssKmh();
    return Double.isNaN(vss) ? fix.speedKmh() : Math.min(fix.speedKmh(), vss);
  }

  /** The limit of road and load; a second road close by with a higher limit counts instead. */
  private void judgeLimit(Moment m) {
    CleanFix fix = m.fix();
    double road = Double.NaN;
    edge = "";
    List<Hit> hits = roads.candidates(fix.x(), fix.y(), fix.headingDegrees());
    for (int i = 0; i < hits.size(); i++) {
      Hit h = hits.get(i);
      double own = roadLimit(h.segment(), p);
      boolean stacked =
          i > 0
              && h.distance() <= p.get(Parameter.STACKED_M)
              && Planar.angleOfLines(h.bearing(), hits.get(0).bearing())
                  <= p.get(Parameter.MATCH_DEG);
      if (i == 0 || stacked && own > road) {
        road = own;
        edge = h.segment().id();
      }
    }
    boolean fast = road >= p.get(Parameter.EXPRESSWAY);
    boolean loaded = m.load().state() == LoadEstimate.State.LOADED;
    Parameter own =
        loaded
            ? fast ? Parameter.LIMIT_LOADED_FAST : Parameter.LIMIT_LOADED
            : fast ? Parameter.LIMIT_EMPTY_FAST : Parameter.LIMIT_EMPTY;
    limit = Double.isNaN(road) ? p.get(own) : Math.min(road, p.get(own));
  }

  private static double roadLimit(Segment s, Parameters p) {
    return Double.isNaN(s.speedLimitKmh()) ? p.get(classDefault(s.grade())) : s.speedLimitKmh();
  }

  private static Parameter classDefault(RoadGrade grade) {
    return switch (grade) {
      case DEMO, FIRST -> Parameter.LIMIT_MAIN;
      case SECOND -> Parameter.LIMIT_SECOND;
      case THIRD, LANE -> Parameter.LIMIT_SIDE;
    };
  }

  /** The lowest limit that any vehicle has on any road: who is slower is on none too fast. */
  static double slowestLimit(CityPlan plan, Parameters p) {
    double slowest = Math.min(p.get(Parameter.LIMIT_LOADED), p.get(Parameter.LIMIT_EMPTY));
    for (Segment s : plan.segments()) {
      slowest = Math.min(slowest, roadLimit(s, p));
    }
    return slowest;
  }
}
