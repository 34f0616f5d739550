package io.qingtu.server.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.qingtu.fixtures.TestDatabase;
import java.time.Instant;

/** Tracks in a hypertable, and in the columnstore where the server's licence has it. */
class HypertableTrackRetentionIT extends TrackRetentionTests {
  HypertableTrackRetentionIT() {
    super(true);
  }

  @Override
  void require(TestDatabase server) {
    assumeTrue(server.offersTimescale(), "this test server has no TimescaleDB");
  }

  @Override
  void tend(TrackChunks chunks) {
    chunks.compress(Instant.MAX);
    chunks.compressEvidence(Instant.MAX);
  }
}
