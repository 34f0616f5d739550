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
import java.util.function.ToDoubleFunction;
import org.locationtech.jts.geom.Coordinate;

/**
 * How well moving fixes lie on the roads as they are and if one of the two had another datum. That
 * other datum is believed where the median distance is several times better, for the drives along
 * the meridian and for those across it: one straight road beside another could explain either.
 */
public final class RoadFit {
  private static final double NORTH_SOUTH = 45;

  /** One of so many is asked first whether it lies on the roads. */
  private static final int SOME = 10;

  /**
   * @param metres to the nearest road as given, of one of {@link #SOME} samples
   */
  private record Sample(double longitude, double latitude, boolean along, double metres) {}

  private final SegmentGrid roads;
  private final LocalPlane plane;
  private final Parameters p;
  private final double reach;
  private final List<Sample> samples = new ArrayList<>();

  public RoadFit(SegmentGrid roads, LocalPlane plane, Parameters parameters) {
    this.roads = roads;
    this.plane = plane;
    this.p = parameters;
    this.reach = p.get(Parameter.DATUM_REACH_M);
  }

  /**
   * Adds a moving fix.
   *
   * @param headingDegrees course; a fix without one (-1) says nothing
   */
  public void add(double longitude, double latitude, int headingDegrees) {
    if (headingDegrees >= 0) {
      boolean along = Planar.angleOfLines(headingDegrees, 0) < NORTH_SOUTH;
      boolean asked = samples.size() % SOME == 0;
      double metres = asked ? metres(longitude, latitude) : Double.NaN;
      samples.add(new Sample(longitude, latitude, along, metres));
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
    long along = samples.stream().filter(Sample::along).count();
    double least = p.get(Parameter.DATUM_SHARE) * p.get(Parameter.DATUM_FIXES);
    if (Math.min(along, samples.size() - along) < least) {
      return Optional.empty(); // nearly all in one direction: they show nothing
    }
    double[][] some = medians(SOME, s -> s.metres);
    if (onRoads(some)) {
      return Optional.empty(); // the usual answer, and cheap
    }
    for (Datum datum : new Datum[] {Datum.GCJ02, Datum.BD09}) {
      if (better(medians(datum, shift, SOME), some) && fits(datum, shift)) {
        return Optional.of(datum);
      }
    }
    return Optional.empty();
  }

  /** What some have shown must hold of all. */
  private boolean fits(Datum datum, BiFunction<Datum, Sample, Coordinate> shift) {
    double[][] asGiven = medians(Datum.WGS84, shift, 1);
    return !onRoads(asGiven) && better(medians(datum, shift, 1), asGiven);
  }

  private boolean onRoads(double[][] medians) {
    double edge = p.get(Parameter.EDGE_M);
    return medians[0][0] <= edge && medians[1][0] <= edge;
  }

  private double metres(double longitude, double latitude) {
    return roads.nearest(plane.x(longitude, latitude), plane.y(longitude, latitude), reach);
  }

  private double[][] medians(Datum datum, BiFunction<Datum, Sample, Coordinate> shift, int every) {
    return medians(
        every,
        s -> {
          Coordinate at = shift.apply(datum, s);
          return metres(at.x, at.y);
        });
  }

  /** Median distance and count of every n-th, across the meridian and along it. */
  private double[][] medians(int every, ToDoubleFunction<Sample> metres) {
    double[][] distances = new double[2][samples.size()];
    int[] count = new int[2];
    for (int i = 0; i < samples.size(); i += every) {
      int direction = samples.get(i).along ? 1 : 0;
      distances[direction][count[direction]++] = metres.applyAsDouble(samples.get(i));
    }
    return new double[][] {median(distances[0], count[0]), median(distances[1], count[1])};
  }

  private static double[] median(double[] values, int count) {
    double[] own = Arrays.copyOf(values, count);
    Arrays.sort(own);
    return new double[] {count == 0 ? Double.MAX_VALUE : own[count / 2], count};
  }

  /** Several times nearer in both directions; one of which nothing was asked says nothing. */
  private boolean better(double[][] shifted, double[][] asGiven) {
    return better(shifted[0], asGiven[0]) && better(shifted[1], asGiven[1]);
  }

  private boolean better(double[] shifted, double[] asGiven) {
    return shifted[1] == 0 || shifted[0] * p.get(Parameter.DATUM_TIMES) <= asGiven[0];
  }
}
