package io.qingtu.server.ingest;

import io.qingtu.protocol.message.location.LocationReport;
import io.qingtu.route.track.Sensors;
import io.qingtu.server.profile.SensorReader;
import io.qingtu.server.profile.TerminalProfile;
import io.qingtu.server.store.RegisteredTerminal;
import io.qingtu.server.traits.TraitRegister;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;

/** A sensor reader for each terminal, which outlives the terminal's connections. */
public final class SensorReaders {
  private record Reader(TerminalProfile profile, SensorReader sensors) {}

  private final TraitRegister traits;
  private final ConcurrentMap<String, Reader> byPhone = new ConcurrentHashMap<>();

  /**
   * @param traits knows each terminal's profile
   */
  public SensorReaders(TraitRegister traits) {
    this.traits = traits;
  }

  /**
   * What the sensors say in a report.
   *
   * @param report with a time that is one
   */
  public Sensors read(RegisteredTerminal terminal, LocationReport report) {
    Instant fixTime = report.time().instant().orElseThrow();
    Reader reader = reader(terminal);
    // a terminal's old and new connection can overlap for a moment
    synchronized (reader) {
      return reader.sensors().read(report, fixTime);
    }
  }

  /**
   * Lets the terminal's reader keep what another message says.
   *
   * @param carrying returns whether the reader has use for it
   * @return the same
   */
  public boolean carry(RegisteredTerminal terminal, Predicate<SensorReader> carrying) {
    Reader reader = reader(terminal);
    synchronized (reader) {
      return carrying.test(reader.sensors());
    }
  }

  private Reader reader(RegisteredTerminal terminal) {
    TerminalProfile profile = traits.profile(terminal);
    Reader known = byPhone.get(terminal.phone());
    return known != null && known.profile() == profile
        ? known
        : byPhone.compute(
            terminal.phone(),
            (phone, other) ->
                other != null && other.profile() == profile
                    ? other
                    : new Reader(profile, profile.newReader()));
  }
}
