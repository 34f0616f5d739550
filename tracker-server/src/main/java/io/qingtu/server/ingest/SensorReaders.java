package io.qingtu.server.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.qingtu.protocol.message.location.LocationReport;
import io.qingtu.route.track.Sensors;
import io.qingtu.server.profile.Profiles;
import io.qingtu.server.profile.SensorReader;
import io.qingtu.server.store.RegisteredTerminal;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * A sensor reader for each terminal, which outlives the terminal's connections. Where the register
 * names a profile that there is none of, the standard one is used and counted.
 */
public final class SensorReaders {
  private record Reader(String profile, SensorReader sensors) {}

  private final Profiles profiles;
  private final Counter unknown;
  private final ConcurrentMap<String, Reader> byPhone = new ConcurrentHashMap<>();

  public SensorReaders(Profiles profiles, MeterRegistry meters) {
    this.profiles = profiles;
    this.unknown = meters.counter("profile.unknown");
  }

  /**
   * What the sensors say in a report.
   *
   * @param report with a time that is one
   */
  public Sensors read(RegisteredTerminal terminal, LocationReport report) {
    Instant fixTime = report.time().instant().orElseThrow();
    Reader reader =
        byPhone.compute(
            terminal.phone(),
            (phone, known) ->
                known != null && known.profile().equals(terminal.profile())
                    ? known
                    : open(terminal.profile()));
    // a terminal's old and new connection can overlap for a moment
    synchronized (reader) {
      return reader.sensors().read(report, fixTime);
    }
  }

  private Reader open(String profile) {
    return new Reader(
        profile,
        profiles
            .find(profile)
            .orElseGet(
                () -> {
                  unknown.increment();
                  return profiles.standard();
                })
            .newReader());
  }
}
