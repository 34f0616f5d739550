package io.qingtu.route.datum;

import io.qingtu.route.geo.Datum;
import io.qingtu.route.geo.LocalPlane;
import io.qingtu.route.geo.Planar;
import io.qingtu.route.geo.SegmentGrid;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.locationtech.jts.geom.Coordinate;

/**
 * How well moving fixes lie on the roads as they are and if one of the two had another datum. That
 * other datum is believed where the median distance is several times better, for the drives along
 * the meridian and for those across it: one straight road beside another could explain either.
 */
public final class RoadFit {
  private static final double NORTH_SOUTH = 45;

  private record Sample(double longitude, double latitude, boolean along) {}

  private final SegmentGrid roads;
  private final LocalPlane plane;
  private final Parameters p;
  private final List<Sample> samples = new ArrayList<>();

  public RoadFit(SegmentGrid roads, LocalPlane plane, Parameters parameters) {
    this.roads = roads;
    this.plane = plane;
    this.p = parameters;
  }

  /**
   * Adds a moving fix.
   *
   * @param headingDegrees course; a fix without one (-1) says nothing
   */
  public void add(double longitude, double latitude, int headingDegrees) {
    if (headingDegrees >= 0) {
      boolean along = Planar.angleOfLines(headingDegrees, 0) < NORTH_SOUTH;
      samples.add(new Sample(longitude, latitude, along));
    }
  }

  /** Fixes so far. */
  public int size() {
    return samples.size();
  }

  /** Forgets all fixes. */
  public void clear() {
    samples.clear();
  }

  /** The datum that the roads have, if not WGS-84; empty where nothing speaks for one. */
  public Optional<Datum> ofRoads() {
    return best((datum, s) -> datum.fromWgs84(s.longitude, s.latitude));
  }

  /** The datum that the fixes have, if not WGS-84; empty where nothing speaks for one. */
  public Optional<Datum> ofFixes() {
    return best((datum, s) -> datum.toWgs84(s.longitude, s.latitude));
  }

  private Optional<Datum> best(BiFunction<Datum, Sample, Coordinate> shift) {
    if (samples.size() < p.get(Parameter.DATUM_FIXES)) {
      return Optional.empty();
    }
    double[][] asGiven = medians(Datum.WGS84, shift);
    double least = p.get(Parameter.DATUM_SHARE) * p.get(Parameter.DATUM_FIXES);
    if (asGiven[0][1] < least || asGiven[1][1] < least) {
      return Optional.empty(); // all along one direction: it could show nothing
    }
    if (asGiven[0][0] <= p.get(Parameter.EDGE_M) && asGiven[1][0] <= p.get(Parameter.EDGE_M)) {
      return Optional.empty(); // on the roads: the usual answer, and cheap
    }
    for (Datum datum : new Datum[] {Datum.GCJ02, Datum.BD09}) {
      double[][] shifted = medians(datum, shift);
      if (better(shifted[0], asGiven[0]) && better(shifted[1], asGiven[1])) {
        return Optional.of(datum);
      }
    }
    return Optional.empty();
  }

  /** Median distance and count, across the meridian and along it. */
  private double[][] medians(Datum datum, BiFunction<Datum, Sample, Coordinate> shift) {
    double reach = p.get(Parameter.DATUM_REACH_M);
    double[][] distances = new double[2][samples.size()];
    int[] count = new int[2];
    for (Sample s : samples) {
      Coordinate at = shift.apply(datum, s);
      double d = roads.nearest(plane.x(at.x, at.y), plane.y(at.x, at.y), reach);
      int direction = s.along ? 1 : 0;
      distances[direction][count[direction]++] = d;
    }
    return new double[][] {median(distances[0], count[0]), median(distances[1], count[1])};
  }

  private static double[] median(double[] values, int count) {
    double[] own = Arrays.copyOf(values, count);
    Arrays.sort(own);
    return new double[] {count == 0 ? Double.MAX_VALUE : own[count / 2], count};
  }

  private boolean better(double[] shifted, double[] asGiven) {
    return shifted[0] * p.get(Parameter.DATUM_TIMES) <= asGiven[0];
  }
}
