package io.qingtu.route.forensics;

import io.qingtu.route.geo.LocalPlane;
import io.qingtu.route.geo.Planar;
import io.qingtu.route.geo.Spots;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * P01 倾倒热点: where dumps come together, by density (DBSCAN). A sighting with enough others around it
 * is a core; cores that are near each other are one hot spot. The rim, which plain DBSCAN gives to
 * whichever cluster comes first, belongs to its nearest core, so that the order does not matter.
 */
public final class HotSpotSearch {
  private static final int NONE = -1;
  private static final Comparator<Sighting> ORDER =
      Comparator.comparing(Sighting::time)
          .thenComparing(Sighting::source)
          .thenComparing(Sighting::id);
  private static final Comparator<HotSpot> BUSIEST =
      Comparator.comparingInt((HotSpot h) -> -h.sightings().size())
          .thenComparing(HotSpot::last, Comparator.reverseOrder())
          .thenComparing(h -> h.sightings().get(0), ORDER);

  private final double eps;
  private final double enough;

  public HotSpotSearch(Parameters p) {
    eps = p.get(Parameter.HOT_SPOT_M);
    enough = p.get(Parameter.HOT_SPOT_MIN);
  }

  /**
   * The hot spots of a time, the busiest first.
   *
   * @param sightings of the time that is meant, {@code p01_days} as a rule; in any order
   */
  public List<HotSpot> find(List<Sighting> sightings) {
    if (sightings.isEmpty()) {
      return List.of();
    }
    Field field = new Field(sightings.stream().sorted(ORDER).toList(), eps);
    int[] cluster = clusters(field);
    int count = Arrays.stream(cluster).max().orElse(NONE) + 1;
    List<HotSpot> found = new ArrayList<>();
    for (int c = 0; c < count; c++) {
      found.add(field.hotSpot(cluster, c));
    }
    found.sort(BUSIEST);
    return found;
  }

  /** The cluster of each sighting, {@link #NONE} where it stands alone. */
  private int[] clusters(Field field) {
    int[] cluster = new int[field.size()];
    Arrays.fill(cluster, NONE);
    int next = 0;
    for (int i = 0; i < cluster.length; i++) {
      if (cluster[i] == NONE && isCore(field, i)) {
        spread(field, cluster, i, next++);
      }
    }
    int[] cores = cluster.clone();
    for (int i = 0; i < cluster.length; i++) {
      if (cores[i] == NONE) {
        int core = field.nearest(i, j -> cores[j] != NONE);
        cluster[i] = core == NONE ? NONE : cores[core];
      }
    }
    return cluster;
  }

  private void spread(Field field, int[] cluster, int start, int name) {
    Deque<Integer> open = new ArrayDeque<>(List.of(start));
    cluster[start] = name;
    while (!open.isEmpty()) {
      for (int j : field.around(open.pop())) {
        if (cluster[j] == NONE && isCore(field, j)) {
          cluster[j] = name;
          open.push(j);
        }
      }
    }
  }

  private boolean isCore(Field field, int i) {
    return field.around(i).size() >= enough;
  }

  /** The sightings in a plane of their own. */
  private static final class Field {
    private final List<Sighting> sightings;
    private final LocalPlane plane;
    private final double[] x;
    private final double[] y;
    private final List<List<Integer>> around = new ArrayList<>();

    Field(List<Sighting> sightings, double eps) {
      this.sightings = sightings;
      plane = new LocalPlane(sightings.get(0).longitude(), sightings.get(0).latitude());
      x = sightings.stream().mapToDouble(s -> plane.x(s.longitude(), s.latitude())).toArray();
      y = sightings.stream().mapToDouble(s -> plane.y(s.longitude(), s.latitude())).toArray();
      Spots<Integer> spots = new Spots<>(eps);
      for (int i = 0; i < x.length; i++) {
        spots.add(x[i], y[i], i);
      }
      for (int i = 0; i < x.length; i++) {
        around.add(spots.near(x[i], y[i]));
      }
    }

    int size() {
      return x.length;
    }

    /** Those within eps, itself among them. */
    List<Integer> around(int i) {
      return around.get(i);
    }

    int nearest(int i, IntPredicate wanted) {
      return around(i).stream()
          .filter(wanted::test)
          .min(Comparator.comparingDouble((Integer j) -> distance(i, j)).thenComparing(j -> j))
          .orElse(NONE);
    }

    private double distance(int i, int j) {
      return Planar.distance(x[i], y[i], x[j], y[j]);
    }

    HotSpot hotSpot(int[] cluster, int name) {
      List<Sighting> members = new ArrayList<>();
      double sumX = 0;
      double sumY = 0;
      for (int i = 0; i < cluster.length; i++) {
        if (cluster[i] == name) {
          members.add(sightings.get(i));
          sumX += x[i];
          sumY += y[i];
        }
      }
      double midX = sumX / members.size();
      double midY = sumY / members.size();
      double radius = 0;
      for (int i = 0; i < cluster.length; i++) {
        if (cluster[i] == name) {
          radius = Math.max(radius, Planar.distance(midX, midY, x[i], y[i]));
        }
      }
      return new HotSpot(plane.longitude(midX, midY), plane.latitude(midX, midY), radius, members);
    }
  }
}
