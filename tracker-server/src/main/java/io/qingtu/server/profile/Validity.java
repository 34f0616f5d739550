package io.qingtu.server.profile;

/**
 * When a channel may be believed: some terminals say in another bit whether a sensor is connected.
 *
 * @param field what says so
 * @param value its number while the sensor works
 */
record Validity(RawField field, long value) {
  boolean holds(Reading reading) {
    return field.read(reading).orElse(~value) == value;
  }
}
