package io.qingtu.server.store;

import java.time.Instant;

/**
 * The additional items of one position as they were sent.
 *
 * @param time of the fix
 * @param items never empty
 */
record RawItem(int vehicleId, Instant time, Instant received, byte[] items) {
  static RawItem of(PositionRow row) {
    return new RawItem(
        row.vehicleId(), row.position().fixTime(), row.position().receivedTime(), row.items());
  }
}
