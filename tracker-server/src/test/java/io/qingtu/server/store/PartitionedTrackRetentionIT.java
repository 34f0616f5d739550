package io.qingtu.server.store;

import io.qingtu.fixtures.TestDatabase;

/** Tracks in PostgreSQL's own partitions. */
class PartitionedTrackRetentionIT extends TrackRetentionTests {
  PartitionedTrackRetentionIT() {
    super(false);
  }

  @Override
  void require(TestDatabase server) {
    // every PostgreSQL has them
  }
}
