package io.qingtu.server.store;

import io.qingtu.fixtures.TestDatabase;

/** Positions in PostgreSQL's own partitions of a day. */
class PartitionedPositionStoreIT extends PositionStoreTests {
  PartitionedPositionStoreIT() {
    super(false);
  }

  @Override
  void require(TestDatabase server) {
    // every PostgreSQL has them
  }
}
