package io.qingtu.web.export;

import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.track.Position;
import io.qingtu.web.report.Cell;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** A track as rows: the columns in which {@code analyze} reads positions, and nothing rounded. */
public final class TrackColumns {
  /** Titles, in their order. */
  public static final List<String> NAMES =
      List.of(
          "plate",
          "fix_time",
          "recv_time",
          "lon",
          "lat",
          "fix_valid",
          "speed_kmh",
          "vss_kmh",
          "direction",
          "altitude",
          "acc",
          "satellites",
          "odometer_km",
          "alarm_bits",
          "status_bits",
          "cover",
          "lift",
          "load",
          "weight_t",
          "brush",
          "pump",
          "backfill");

  /** Received to the millisecond, where ISO_OFFSET_DATE_TIME keeps it. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(DailyHours.CITY_ZONE);

  private TrackColumns() {}

  /** A fix under {@link #NAMES}; what is not known is empty. */
  public static List<Cell> of(Position p) {
    return List.of(
        Cell.of(p.plate()),
        time(p.fixTime()),
        time(p.receivedTime()),
        Cell.of(p.longitude(), 6),
        Cell.of(p.latitude(), 6),
        Cell.of(Boolean.toString(p.fixValid())),
        Cell.of(p.speedKmh(), 1),
        Cell.of(p.vssKmh(), 1),
        p.directionDegrees() < 0 ? Cell.of("") : Cell.of(p.directionDegrees()),
        Cell.of(p.altitudeMetres()),
        Cell.of(Boolean.toString(p.accOn())),
        p.satellites() < 0 ? Cell.of("") : Cell.of(p.satellites()),
        Cell.of(p.odometerKm(), 1),
        Cell.of(p.alarmBits()),
        Cell.of(p.statusBits()),
        state(p.sensors().cover()),
        state(p.sensors().lift()),
        state(p.sensors().load()),
        Cell.of(p.sensors().weightT(), 2),
        state(p.sensors().brush()),
        state(p.sensors().pump()),
        Cell.of(Boolean.toString(p.backfill())));
  }

  private static Cell time(Instant t) {
    return Cell.of(TIME.format(t));
  }

  private static Cell state(Enum<?> sensor) {
    return Cell.of(sensor.name().equals("UNKNOWN") ? "" : sensor.name());
  }
}
