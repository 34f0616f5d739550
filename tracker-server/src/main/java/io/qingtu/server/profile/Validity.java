package io.qingtu.server.profile;

import io.qingtu.protocol.message.location.LocationReport;

/**
 * When a channel may be believed: some terminals say in another bit whether a sensor is connected.
 *
 * @param field what says so
 * @param value its number while the sensor works
 */
record Validity(RawField field, long value) {
  boolean holds(LocationReport report) {
    return field.read(report).orElse(~value) == value;
  }
}
