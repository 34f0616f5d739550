package io.qingtu.route.match;

import io.qingtu.route.geo.SegmentGrid;
import io.qingtu.route.geo.SegmentGrid.FlatSegment;
import io.qingtu.route.geo.SegmentGrid.Hit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The city's segments as a graph: cut where another one ends on them, joined where their ends
 * touch. Every edge may be driven both ways, for the plan knows of no one-way road.
 */
public final class RoadGraph {
  /** Points this near are one, m. */
  private static final double TOUCH = 1;

  /**
   * A piece of a segment between two nodes.
   *
   * @param index of the edge in the graph
   * @param from metres along the segment where it begins, at node {@code a}
   * @param to metres along the segment where it ends, at node {@code b}
   */
  public record Edge(int index, FlatSegment flat, double from, double to, int a, int b) {
    public double length() {
      return to - from;
    }

    /** The node that a drive in the digitised direction, or against it, comes to. */
    int end(boolean forward) {
      return forward ? b : a;
    }
  }

  private final SegmentGrid roads;
  private final List<Edge> edges = new ArrayList<>();
  private final Map<String, int[]> bySegment = new HashMap<>();
  private final List<double[]> nodes = new ArrayList<>();
  private final Map<Long, List<Integer>> nodesByCell = new HashMap<>();
  private final int[][] edgesOf;

  public RoadGraph(SegmentGrid roads) {
    this.roads = roads;
    Map<String, TreeMap<Double, Integer>> cuts = new HashMap<>();
    for (FlatSegment s : roads.all()) {
      TreeMap<Double, Integer> own = cuts.computeIfAbsent(s.segment().id(), k -> new TreeMap<>());
      own.put(0.0, node(s, 0));
      own.put(s.length(), node(s, s.x().length - 1));
    }
    for (FlatSegment s : roads.all()) {
      cutOthers(s, 0, cuts);
      cutOthers(s, s.x().length - 1, cuts);
    }
    for (FlatSegment s : roads.all()) {
      addEdges(s, cuts.get(s.segment().id()));
    }
    edgesOf = adjacency();
  }

  SegmentGrid roads() {
    return roads;
  }

  /** All edges. */
  public List<Edge> edges() {
    return List.copyOf(edges);
  }

  Edge edge(int index) {
    return edges.get(index);
  }

  /** Indexes of the edges that meet in a node. */
  int[] edgesOf(int node) {
    return edgesOf[node];
  }

  int nodeCount() {
    return nodes.size();
  }

  /** The edge of a segment that a point along it lies on. */
  Edge at(String segmentId, double along) {
    int[] own = bySegment.get(segmentId);
    for (int i : own) {
      if (along <= edges.get(i).to) {
        return edges.get(i);
      }
    }
    return edges.get(own[own.length - 1]);
  }

  private void cutOthers(FlatSegment s, int vertex, Map<String, TreeMap<Double, Integer>> cuts) {
    for (Hit hit : roads.near(s.x()[vertex], s.y()[vertex], TOUCH)) {
      boolean inside = hit.along() > TOUCH && hit.along() < hit.flat().length() - TOUCH;
      if (inside && hit.flat() != s) {
        cuts.get(hit.segment().id()).putIfAbsent(hit.along(), node(s, vertex));
      }
    }
  }

  private void addEdges(FlatSegment s, TreeMap<Double, Integer> cuts) {
    int[] own = new int[cuts.size() - 1];
    int n = 0;
    Map.Entry<Double, Integer> from = cuts.firstEntry();
    for (Map.Entry<Double, Integer> to : cuts.tailMap(from.getKey(), false).entrySet()) {
      own[n++] = edges.size();
      edges.add(
          new Edge(edges.size(), s, from.getKey(), to.getKey(), from.getValue(), to.getValue()));
      from = to;
    }
    bySegment.put(s.segment().id(), own);
  }

  private int[][] adjacency() {
    int[][] of = new int[nodes.size()][0];
    for (Edge e : edges) {
      of[e.a] = with(of[e.a], e.index);
      of[e.b] = with(of[e.b], e.index);
    }
    return of;
  }

  private static int[] with(int[] list, int one) {
    int[] more = Arrays.copyOf(list, list.length + 1);
    more[list.length] = one;
    return more;
  }

  /** The node at a vertex: a known one that it touches, or a new one. */
  private int node(FlatSegment s, int vertex) {
    double x = s.x()[vertex];
    double y = s.y()[vertex];
    long column = (long) Math.floor(x);
    long row = (long) Math.floor(y);
    for (long i = column - 1; i <= column + 1; i++) {
      for (long j = row - 1; j <= row + 1; j++) {
        for (int node : nodesByCell.getOrDefault(i << 32 ^ j & 0xffffffffL, List.of())) {
          if (Math.hypot(nodes.get(node)[0] - x, nodes.get(node)[1] - y) <= TOUCH) {
            return node;
          }
        }
      }
    }
    nodes.add(new double[] {x, y});
    nodesByCell
        .computeIfAbsent(column << 32 ^ row & 0xffffffffL, k -> new ArrayList<>())
        .add(nodes.size() - 1);
    return nodes.size() - 1;
  }
}
