package io.qingtu.server.store;

import java.time.Instant;

/**
 * A stretch of time of a table: a chunk of a hypertable, or a partition.
 *
 * @param table it belongs to
 * @param name its own, as SQL writes it
 * @param from its first moment
 * @param to the first moment that it does not hold
 * @param compressed whether it lies in the columnstore, perhaps but for what came late
 */
public record Chunk(String table, String name, Instant from, Instant to, boolean compressed) {
  /** Whether everything in it is older than a moment. */
  public boolean endsBy(Instant moment) {
    return !to.isAfter(moment);
  }
}
