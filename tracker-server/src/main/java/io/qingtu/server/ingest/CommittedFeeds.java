package io.qingtu.server.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.qingtu.route.track.Position;
import io.qingtu.server.store.PositionRow;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells all who want to know of positions that are stored; one that fails keeps no other out. */
final class CommittedFeeds {
  private static final Logger LOG = LoggerFactory.getLogger(CommittedFeeds.class);

  private final List<CommittedPositions> feeds;
  private final Counter failures;

  /**
   * @param feeds may grow later
   */
  CommittedFeeds(List<CommittedPositions> feeds, MeterRegistry meters) {
    this.feeds = feeds;
    this.failures = meters.counter("ingest.feed.failures");
  }

  void tell(List<PositionRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    List<Position> positions = rows.stream().map(PositionRow::position).toList();
    for (CommittedPositions feed : feeds) {
      try {
        feed.accept(positions);
      } catch (RuntimeException e) {
        failures.increment();
        LOG.error("a feed of positions failed", e);
      }
    }
  }
}
