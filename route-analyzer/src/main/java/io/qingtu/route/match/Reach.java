package io.qingtu.route.match;

import io.qingtu.route.match.RoadGraph.Edge;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** Shortest ways from one node to all that lie within some metres of driving (Dijkstra). */
final class Reach {
  private record Way(double metres, int edge) {}

  private record Open(double metres, int node) implements Comparable<Open> {
    @Override
    public int compareTo(Open o) {
      int byMetres = Double.compare(metres, o.metres);
      // of two ways of one length the same is taken in every run
      return byMetres != 0 ? byMetres : Integer.compare(node, o.node);
    }
  }

  private final RoadGraph graph;
  private final int start;
  private final Map<Integer, Way> ways = new HashMap<>();
  private final PriorityQueue<Open> open = new PriorityQueue<>();
  private double settled;

  Reach(RoadGraph graph, int start) {
    this.graph = graph;
    this.start = start;
    ways.put(start, new Way(0, -1));
    open.add(new Open(0, start));
  }

  /**
   * Metres to a node; infinite where it is farther than {@code limit}. Searches no farther than it
   * must, and goes on from there when it is asked again.
   */
  double to(int node, double limit) {
    while (!isSettled(node) && !open.isEmpty() && open.peek().metres <= limit) {
      settle(open.poll());
    }
    Way way = ways.get(node);
    return way == null || way.metres > limit || !isSettled(node)
        ? Double.POSITIVE_INFINITY
        : way.metres;
  }

  /** Indexes of the edges on the shortest way to a node that {@link #to} has found. */
  List<Integer> edgesTo(int node) {
    List<Integer> back = new ArrayList<>();
    int at = node;
    while (at != start) {
      Edge e = graph.edge(ways.get(at).edge);
      back.add(e.index());
      at = e.a() == at ? e.b() : e.a();
    }
    Collections.reverse(back);
    return back;
  }

  private boolean isSettled(int node) {
    Way way = ways.get(node);
    return way != null && (way.metres <= settled || open.isEmpty());
  }

  private void settle(Open next) {
    settled = next.metres;
    if (next.metres > ways.get(next.node).metres) {
      return;
    }
    for (int i : graph.edgesOf(next.node)) {
      Edge e = graph.edge(i);
      int to = e.a() == next.node ? e.b() : e.a();
      double metres = next.metres + e.length();
      Way known = ways.get(to);
      if (known == null || metres < known.metres) {
        ways.put(to, new Way(metres, i));
        open.add(new Open(metres, to));
      }
    }
  }
}
