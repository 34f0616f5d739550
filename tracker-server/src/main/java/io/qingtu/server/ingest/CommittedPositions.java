package io.qingtu.server.ingest;

import io.qingtu.route.track.Position;
import java.util.List;

/**
 * Whoever wants positions once they are in the store. Called by the thread that stores, a batch at
 * a time and in the order of arrival for each vehicle: take and return, the next batch waits.
 */
@FunctionalInterface
public interface CommittedPositions {
  void accept(List<Position> positions);
}
