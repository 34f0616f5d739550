package io.qingtu.route.match;

import io.qingtu.route.match.RoadGraph.Edge;

/**
 * A road that a fix may be on, in one direction of driving.
 *
 * @param along metres along the segment
 * @param distance of the fix from it, m
 * @param cost minus the logarithm of how likely the fix is if it is there
 */
record Candidate(Edge edge, double along, boolean forward, double distance, double cost) {
  String segmentId() {
    return edge.flat().segment().id();
  }

  /** Metres left on the edge in the direction of driving. */
  double rest() {
    return forward ? edge.to() - along : along - edge.from();
  }

  /** Metres driven on the edge so far. */
  double done() {
    return edge.length() - rest();
  }

  int endNode() {
    return edge.end(forward);
  }

  int startNode() {
    return edge.end(!forward);
  }
}
