package io.qingtu.server.profile;

import io.qingtu.protocol.message.location.LocationReport;
import java.time.Instant;

/**
 * What channels are read from.
 *
 * @param carried what other messages have said before
 * @param at time of the report
 */
record Reading(LocationReport report, Carried carried, Instant at) {
  /** A report on its own. */
  static Reading of(LocationReport report) {
    return new Reading(report, new Carried(), Instant.EPOCH);
  }
}
