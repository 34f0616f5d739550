package io.qingtu.server.ingest;

import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.DeviceTime;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.item.AdditionalItems;
import io.qingtu.protocol.message.location.LocationReport;
import io.qingtu.protocol.message.location.StatusFlag;
import io.qingtu.route.track.Position;
import io.qingtu.route.track.Sensors;
import io.qingtu.server.ingest.Objection.Cause;
import io.qingtu.server.profile.TerminalProfile;
import io.qingtu.server.store.PositionRow;
import io.qingtu.server.store.QuarantinedReport;
import io.qingtu.server.store.RegisteredTerminal;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * LocationReport → {@link Position}: our units, signed degrees, UTC. What it makes can be stored
 * without loss, so that live and stored tracks are equal.
 */
public final class PositionMapper {
  /**
   * What a row holds, 0.1 km/h; far above any vehicle, so that the cleaning drops it all the same.
   */
  private static final int MAX_DECI_KMH = Short.MAX_VALUE;

  private final long oldestMillis;
  private final long aheadMillis;
  private final BiFunction<RegisteredTerminal, LocationReport, Sensors> sensors;
  private final Function<RegisteredTerminal, TerminalProfile> profiles;

  /**
   * @param sensors what a terminal's bits and items say of the vehicle's sensors
   * @param profiles the profile of a terminal: an item that it calls otherwise is not the
   *     standard's
   */
  public PositionMapper(
      IngestConfig config,
      BiFunction<RegisteredTerminal, LocationReport, Sensors> sensors,
      Function<RegisteredTerminal, TerminalProfile> profiles) {
    this.profiles = profiles;
    this.oldestMillis = config.oldest().toMillis();
    this.aheadMillis = config.ahead().toMillis();
    this.sensors = sensors;
  }

  /**
   * Why a report can be no position: its time or its place is impossible; empty where it can.
   *
   * @param received whole ms
   */
  public Optional<Objection> objection(LocationReport report, Instant received) {
    long second = report.time().epochSecond();
    if (second == DeviceTime.NO_TIME) {
      return objection(Cause.NO_TIME, String.format("time %012x is none", report.time().bcd()));
    }
    long millis = TimeUnit.SECONDS.toMillis(second) - received.toEpochMilli();
    if (millis < -oldestMillis) {
      return objection(Cause.TOO_OLD, "time " + Instant.ofEpochSecond(second) + " is too long ago");
    }
    if (millis > aheadMillis) {
      return objection(
          Cause.IN_THE_FUTURE, "time " + Instant.ofEpochSecond(second) + " is in the future");
    }
    if (Math.abs(report.latitude()) > 90 || Math.abs(report.longitude()) > 180) {
      return objection(
          Cause.NO_PLACE, "no such place: " + report.latitude() + ", " + report.longitude());
    }
    return Optional.empty();
  }

  private static Optional<Objection> objection(Cause cause, String reason) {
    return Optional.of(new Objection(cause, reason));
  }

  /**
   * The position of a report to which there is no objection.
   *
   * @param backfill whether it came as blind-spot data
   */
  public PositionRow row(
      LocationReport report, RegisteredTerminal terminal, Instant received, boolean backfill) {
    AdditionalItems items = report.items();
    TerminalProfile profile = profiles.apply(terminal);
    Position position =
        new Position(
            terminal.plate(),
            report.time().instant().orElseThrow(),
            received,
            report.longitude(),
            report.latitude(),
            report.fixed(),
            deciKmh(report.speedDeciKmh()),
            profile.overrides(0x03, 2) ? Double.NaN : recorderKmh(items.recorderDeciKmh()),
            direction(report.directionDegrees()),
            report.altitudeMetres(),
            StatusFlag.ACC_ON.in(report.status()),
            profile.overrides(0x31, 1) ? AdditionalItems.ABSENT : items.satellites(),
            profile.overrides(0x01, 4) ? Double.NaN : odometerKm(items.mileageDeciKm()),
            report.alarms(),
            report.status(),
            storable(sensors.apply(terminal, report)),
            backfill);
    return new PositionRow(terminal.vehicleId(), position, rawItems(report));
  }

  /** The report as it came, to be looked at by people. */
  public QuarantinedReport quarantined(
      LocationReport report, RegisteredTerminal terminal, Instant received, String reason) {
    return new QuarantinedReport(received, terminal.vehicleId(), reason, body(report).toArray());
  }

  private static byte[] rawItems(LocationReport report) {
    Bytes items = report.items().bytes();
    return report.trailing().isEmpty()
        ? items.toArray()
        : new BodyWriter().bytes(items).bytes(report.trailing()).toBytes().toArray();
  }

  private static Bytes body(LocationReport report) {
    BodyWriter out = new BodyWriter();
    report.encode(out, ProtocolVersion.V2013); // the same in all versions
    return out.toBytes();
  }

  private static double recorderKmh(int deciKmh) {
    return deciKmh == AdditionalItems.ABSENT ? Double.NaN : deciKmh(deciKmh);
  }

  private static double odometerKm(long deciKm) {
    return deciKm == AdditionalItems.ABSENT || deciKm > Integer.MAX_VALUE
        ? Double.NaN
        : deciKm / 10.0;
  }

  private static double deciKmh(int value) {
    return Math.min(value, MAX_DECI_KMH) / 10.0;
  }

  /** 360 occurs for north. */
  private static int direction(int degrees) {
    return degrees <= 360 ? degrees % 360 : -1;
  }

  /** Weights are stored in steps of 10 kg. */
  private static Sensors storable(Sensors s) {
    return Double.isNaN(s.weightT())
        ? s
        : new Sensors(
            s.cover(),
            s.lift(),
            s.load(),
            Math.round(s.weightT() * 100) / 100.0,
            s.brush(),
            s.pump());
  }
}
