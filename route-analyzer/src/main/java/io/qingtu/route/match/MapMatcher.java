package io.qingtu.route.match;

import io.qingtu.route.geo.Planar;
import io.qingtu.route.geo.SegmentGrid.Hit;
import io.qingtu.route.match.RoadGraph.Edge;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The most likely drive over the road graph (Viterbi). A fix lies around its road with a Gaussian
 * error; between two fixes a drive is the likelier, the less its way differs from the straight
 * line. Where no road is near, or no way leads from one fix to the next, the track is unmatched
 * there and the matching begins anew.
 */
public final class MapMatcher {
  private static final int CANDIDATES = 8;
  private static final double WRONG_WAY = 90;

  /** Times the straight line that the way between two fixes has at most, beside some metres. */
  private static final double LONGEST = 1.5;

  private final RoadGraph graph;
  private final double sigma;
  private final double beta;
  private final double reach;
  private final double thin;
  private final double detour;
  private final double wrongWay;

  public MapMatcher(RoadGraph graph, Parameters p) {
    this.graph = graph;
    sigma = p.get(Parameter.MATCH_SIGMA_M);
    beta = p.get(Parameter.MATCH_BETA_M);
    reach = p.get(Parameter.ROAD_MATCH_M);
    thin = p.get(Parameter.MATCH_THIN) * sigma;
    detour = p.get(Parameter.MATCH_DETOUR_M);
    wrongWay = p.get(Parameter.MATCH_WRONG_WAY);
  }

  /** One fix with its candidates, what each costs at best, and whence. */
  private record Column(int index, Sighting at, List<Candidate> here, double[] cost, int[] from) {
    int best() {
      int best = 0;
      for (int i = 1; i < cost.length; i++) {
        best = cost[i] < cost[best] ? i : best;
      }
      return best;
    }
  }

  /** Matches a stretch, its fixes in the order of time. */
  public MatchedTrack match(List<Sighting> stretch) {
    List<MatchedTrack.Point> points = new ArrayList<>();
    List<MatchedTrack.Piece> driven = new ArrayList<>();
    List<Column> chain = new ArrayList<>();
    Map<Integer, Reach> reaches = new HashMap<>();
    for (int i : thinned(stretch)) {
      List<Candidate> here = candidates(stretch.get(i));
      if (here.isEmpty()) {
        finish(chain, reaches, points, driven);
        points.add(new MatchedTrack.Point(i, "", Double.NaN));
        continue;
      }
      Column next = next(chain, new Column(i, stretch.get(i), here, costs(here), null), reaches);
      if (next == null) {
        finish(chain, reaches, points, driven);
        next = new Column(i, stretch.get(i), here, costs(here), null);
      }
      chain.add(next);
    }
    finish(chain, reaches, points, driven);
    return new MatchedTrack(points, driven);
  }

  /** Nearer fixes say less of the way than their error takes away. */
  private List<Integer> thinned(List<Sighting> stretch) {
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < stretch.size(); i++) {
      Sighting last = kept.isEmpty() ? null : stretch.get(kept.get(kept.size() - 1));
      if (last == null
          || Planar.distance(last.x(), last.y(), stretch.get(i).x(), stretch.get(i).y()) >= thin) {
        kept.add(i);
      }
    }
    return kept;
  }

  private List<Candidate> candidates(Sighting s) {
    List<Candidate> found = new ArrayList<>();
    List<Hit> near = graph.roads().near(s.x(), s.y(), reach);
    for (Hit hit : near.subList(0, Math.min(CANDIDATES, near.size()))) {
      Edge edge = graph.at(hit.segment().id(), hit.along());
      double d = hit.distance() / sigma;
      for (boolean forward : new boolean[] {true, false}) {
        double course = forward ? hit.bearing() : (hit.bearing() + 180) % 360;
        boolean against =
            s.headingDegrees() >= 0 && Planar.angle(course, s.headingDegrees()) > WRONG_WAY;
        double cost = d * d / 2 + (against ? wrongWay : 0);
        found.add(new Candidate(edge, hit.along(), forward, hit.distance(), cost));
      }
    }
    return found;
  }

  private static double[] costs(List<Candidate> here) {
    return here.stream().mapToDouble(Candidate::cost).toArray();
  }

  /** The column after the last of the chain; null where no way leads to it. */
  private Column next(List<Column> chain, Column to, Map<Integer, Reach> reaches) {
    if (chain.isEmpty()) {
      return to;
    }
    Column last = chain.get(chain.size() - 1);
    double straight = Planar.distance(last.at.x(), last.at.y(), to.at.x(), to.at.y());
    double limit = LONGEST * straight + detour;
    double[] cost = new double[to.here.size()];
    int[] from = new int[cost.length];
    boolean any = false;
    for (int j = 0; j < cost.length; j++) {
      cost[j] = Double.POSITIVE_INFINITY;
      for (int i = 0; i < last.cost.length; i++) {
        double way = way(last.here.get(i), to.here.get(j), limit, reaches);
        double sum = last.cost[i] + Math.abs(way - straight) / beta + to.cost[j];
        if (sum < cost[j]) {
          cost[j] = sum;
          from[j] = i;
          any = true;
        }
      }
    }
    return any ? new Column(to.index, to.at, to.here, cost, from) : null;
  }

  /** Metres of driving from one candidate to another; infinite where it is no drive. */
  private double way(Candidate a, Candidate b, double limit, Map<Integer, Reach> reaches) {
    if (onSameEdge(a, b)) {
      return Math.abs(b.along() - a.along());
    }
    double ends = a.rest() + b.done();
    if (ends > limit) {
      return Double.POSITIVE_INFINITY;
    }
    Reach from = reaches.computeIfAbsent(a.endNode(), n -> new Reach(graph, n));
    return ends + from.to(b.startNode(), limit - ends);
  }

  /** On it in the same direction, and not behind by more than the error of two fixes. */
  private boolean onSameEdge(Candidate a, Candidate b) {
    double ahead = a.forward() ? b.along() - a.along() : a.along() - b.along();
    return a.edge() == b.edge() && a.forward() == b.forward() && ahead >= -2 * sigma;
  }

  /** The chain is over: writes its best drive and empties it. */
  private void finish(
      List<Column> chain,
      Map<Integer, Reach> reaches,
      List<MatchedTrack.Point> points,
      List<MatchedTrack.Piece> driven) {
    Candidate[] best = new Candidate[chain.size()];
    int state = chain.isEmpty() ? 0 : chain.get(chain.size() - 1).best();
    for (int k = chain.size() - 1; k >= 0; k--) {
      Column c = chain.get(k);
      best[k] = c.here.get(state);
      state = c.from == null ? 0 : c.from[state];
    }
    for (int k = 0; k < best.length; k++) {
      points.add(
          new MatchedTrack.Point(chain.get(k).index, best[k].segmentId(), best[k].distance()));
      if (k > 0) {
        drive(best[k - 1], best[k], reaches, driven);
      }
    }
    chain.clear();
  }

  private void drive(
      Candidate a, Candidate b, Map<Integer, Reach> reaches, List<MatchedTrack.Piece> driven) {
    if (onSameEdge(a, b)) {
      add(driven, a.edge(), a.along(), b.along(), a.forward());
      return;
    }
    add(driven, a.edge(), a.along(), a.forward() ? a.edge().to() : a.edge().from(), a.forward());
    int node = a.endNode();
    for (int i : reaches.get(a.endNode()).edgesTo(b.startNode())) {
      Edge e = graph.edge(i);
      boolean forward = e.a() == node;
      add(driven, e, e.from(), e.to(), forward);
      node = e.end(forward);
    }
    add(driven, b.edge(), b.forward() ? b.edge().from() : b.edge().to(), b.along(), b.forward());
  }

  private static void add(
      List<MatchedTrack.Piece> driven, Edge e, double from, double to, boolean forward) {
    if (from != to) {
      driven.add(
          new MatchedTrack.Piece(
              e.flat().segment().id(), Math.min(from, to), Math.max(from, to), forward));
    }
  }
}
