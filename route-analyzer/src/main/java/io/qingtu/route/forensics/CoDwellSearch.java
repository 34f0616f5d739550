package io.qingtu.route.forensics;

import io.qingtu.route.geo.LocalPlane;
import io.qingtu.route.geo.Planar;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.track.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * P09 串案扩线: which trucks stood where something was dumped, in the weeks before and after. A stay
 * goes on over a silence that is too short to unload elsewhere in; a longer one ends it.
 */
public final class CoDwellSearch {
  private static final Comparator<CoDweller> RANK =
      Comparator.comparingInt((CoDweller a) -> -a.trips())
          .thenComparingInt(a -> -a.dwells().size())
          .thenComparing(CoDweller::plate);

  /**
   * The loaded trip that a stay belongs to.
   *
   * @param tripId empty where the truck was on none
   * @param siteId where it began; empty where none
   */
  public record Origin(String tripId, String siteId) {
    public static final Origin NONE = new Origin("", "");
  }

  private final Parameters p;

  public CoDwellSearch(Parameters parameters) {
    this.p = parameters;
  }

  /**
   * The trucks that stood there, those with the most loaded trips first.
   *
   * @param tracks by plate, the parts around the dump, in the order of fix time; a truck that drove
   *     off must show fixes away from it
   * @param origin the trip of a plate that a stay belongs to
   */
  public List<CoDweller> rank(
      Dump dump, Map<String, List<Position>> tracks, BiFunction<String, Dwell, Origin> origin) {
    List<CoDweller> found = new ArrayList<>();
    tracks.forEach(
        (plate, track) -> {
          List<Dwell> dwells =
              dwells(dump, track).stream().map(d -> from(origin.apply(plate, d), d)).toList();
          if (!dwells.isEmpty()) {
            found.add(new CoDweller(plate, dwells));
          }
        });
    found.sort(RANK);
    return found;
  }

  private static Dwell from(Origin origin, Dwell d) {
    return d.of(origin.tripId(), origin.siteId());
  }

  private List<Dwell> dwells(Dump dump, List<Position> track) {
    LocalPlane plane = new LocalPlane(dump.longitude(), dump.latitude());
    Duration around = Duration.ofDays(Math.round(p.get(Parameter.DWELL_DAYS)));
    List<Dwell> dwells = new ArrayList<>();
    Dwell run = null;
    for (Position x : track) {
      boolean meant = Duration.between(dump.at(), x.fixTime()).abs().compareTo(around) <= 0;
      if (!x.fixValid() || !meant) {
        continue;
      }
      double metres =
          Planar.distance(
              plane.x(x.longitude(), x.latitude()), plane.y(x.longitude(), x.latitude()), 0, 0);
      boolean stands = metres <= p.get(Parameter.DWELL_M) && x.speedKmh() < p.get(Parameter.V_MOVE);
      if (run != null && (!stands || isLong(run.to(), x.fixTime(), Parameter.GAP_LOST_S))) {
        keep(run, dwells);
        run = null;
      }
      if (stands) {
        run = run == null ? begin(x, metres) : longer(run, x, metres);
      }
    }
    if (run != null) {
      keep(run, dwells);
    }
    return dwells;
  }

  private void keep(Dwell run, List<Dwell> to) {
    if (isLong(run.from(), run.to(), Parameter.DWELL_S)) {
      to.add(run);
    }
  }

  private boolean isLong(Instant from, Instant to, Parameter least) {
    return Duration.between(from, to).toMillis() >= p.millis(least);
  }

  private static Dwell begin(Position x, double metres) {
    return new Dwell(x.fixTime(), x.fixTime(), metres, "", "");
  }

  private static Dwell longer(Dwell run, Position x, double metres) {
    return new Dwell(run.from(), x.fixTime(), Math.min(run.metres(), metres), "", "");
  }
}
