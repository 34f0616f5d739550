package io.qingtu.server.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.qingtu.fixtures.TestDatabase;

/** Positions in a hypertable of TimescaleDB. */
class HypertablePositionStoreIT extends PositionStoreTests {
  HypertablePositionStoreIT() {
    super(true);
  }

  @Override
  void require(TestDatabase server) {
    assumeTrue(server.offersTimescale(), "this test server has no TimescaleDB");
  }
}
