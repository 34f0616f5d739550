package io.qingtu.route.datum;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.geo.Datum;
import io.qingtu.route.geo.LocalPlane;
import io.qingtu.route.geo.SegmentGrid;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.track.CleanFix;

/**
 * Finds a terminal that reports in another datum than WGS-84 (C12): its moving fixes lie beside the
 * roads, and on them when they are converted. What the rules of driving say of it is held back.
 */
public final class DeviceSentinel {
  /** Reason of the alerts that it holds back. */
  public static final String REASON = "datum";

  private final RoadFit fit;
  private final int window;
  private final double slow;
  private final double apart;
  private CleanFix last;
  private Datum datum = Datum.WGS84;

  public DeviceSentinel(SegmentGrid roads, LocalPlane plane, Parameters p) {
    fit = roads.isEmpty() ? null : new RoadFit(roads, plane, p);
    window = (int) p.get(Parameter.DATUM_FIXES);
    slow = p.get(Parameter.DATUM_KMH);
    apart = p.get(Parameter.STAY_R);
  }

  /** What it reports in, as far as can be told. */
  public Datum datum() {
    return datum;
  }

  /** Takes the next fix; true where it has shown another datum. */
  public boolean accept(CleanFix fix) {
    if (fit == null || datum != Datum.WGS84 || fix.speedKmh() < slow || !isApart(fix)) {
      return false;
    }
    last = fix;
    var at = fix.position();
    fit.add(at.longitude(), at.latitude(), fix.headingDegrees());
    if (fit.size() < window) {
      return false;
    }
    datum = fit.ofFixes().orElse(Datum.WGS84);
    fit.clear();
    return datum != Datum.WGS84;
  }

  /** The alert, suppressed where it rests on positions that lie elsewhere. */
  public Alert judge(Alert alert) {
    boolean wrong = datum != Datum.WGS84 && alert.rule().startsWith("M") && alert.stands();
    return wrong ? alert.as(AlertStatus.SUPPRESSED, REASON) : alert;
  }

  private boolean isApart(CleanFix fix) {
    return last == null || fix.distanceTo(last) >= apart;
  }
}
