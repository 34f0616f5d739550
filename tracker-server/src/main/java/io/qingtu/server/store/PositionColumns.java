package io.qingtu.server.store;

import io.qingtu.route.track.Position;
import io.qingtu.route.track.Sensors;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * The columns of positions and how a {@link Position} stands in them: 1e-6 degrees, 0.1 km/h, 0.1
 * km, 10 kg, microseconds. Writes PostgreSQL's binary COPY format (PostgreSQL documentation, COPY).
 */
final class PositionColumns {
  static final String NAMES =
      "time, received, vehicle_id, lon_e6, lat_e6, speed_dkmh, vss_dkmh, direction, altitude_m,"
          + " satellites, odometer_hm, alarm, status, sensors, weight_ckg, flags, items";

  /** All but the items, which no analysis reads. */
  static final String TRACK = NAMES.substring(0, NAMES.lastIndexOf(','));

  private static final short COUNT = 17;
  private static final byte[] SIGNATURE =
      "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);

  /** Longest row without its items: the field count, 17 lengths and the values. */
  private static final int ROW_BYTES = 2 + COUNT * 4 + 78;

  private static final long EPOCH_2000 = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
  static final int FIX_VALID = 1;
  private static final int BACKFILL = 2;
  private static final int ACC_ON = 4;

  private PositionColumns() {}

  /** All rows in COPY's binary format, ready to be sent. */
  static ByteBuffer copy(List<PositionRow> rows) {
    int items = 0;
    for (PositionRow row : rows) {
      items += row.items().length;
    }
    ByteBuffer out =
        ByteBuffer.allocate(SIGNATURE.length + 8 + rows.size() * ROW_BYTES + items + 2);
    out.put(SIGNATURE).putInt(0).putInt(0);
    for (PositionRow row : rows) {
      write(out, row);
    }
    return out.putShort((short) -1).flip();
  }

  private static void write(ByteBuffer out, PositionRow row) {
    Position p = row.position();
    out.putShort(COUNT);
    out.putInt(8).putLong(micros(p.fixTime()));
    out.putInt(8).putLong(micros(p.receivedTime()));
    out.putInt(4).putInt(row.vehicleId());
    out.putInt(4).putInt(e6(p.longitude()));
    out.putInt(4).putInt(e6(p.latitude()));
    out.putInt(2).putShort(tenths(p.speedKmh()));
    if (Double.isNaN(p.vssKmh())) {
      out.putInt(-1);
    } else {
      out.putInt(2).putShort(tenths(p.vssKmh()));
    }
    out.putInt(2).putShort((short) p.directionDegrees());
    out.putInt(2).putShort((short) p.altitudeMetres());
    if (p.satellites() < 0) {
      out.putInt(-1);
    } else {
      out.putInt(2).putShort((short) p.satellites());
    }
    if (Double.isNaN(p.odometerKm())) {
      out.putInt(-1);
    } else {
      out.putInt(4).putInt(Math.toIntExact(Math.round(p.odometerKm() * 10)));
    }
    out.putInt(8).putLong(p.alarmBits());
    out.putInt(8).putLong(p.statusBits());
    out.putInt(4).putInt(SensorBits.pack(p.sensors()));
    if (Double.isNaN(p.sensors().weightT())) {
      out.putInt(-1);
    } else {
      out.putInt(4).putInt(hundredths(p.sensors().weightT()));
    }
    out.putInt(2).putShort((short) flags(p));
    if (row.items().length == 0) {
      out.putInt(-1);
    } else {
      out.putInt(row.items().length).put(row.items());
    }
  }

  /** Reads a row of these columns whose time and received are selected by name. */
  static Position read(ResultSet row, String plate) throws SQLException {
    int flags = row.getInt("flags");
    Sensors sensors = SensorBits.unpack(row.getInt("sensors"), scaled(row, "weight_ckg", 100.0));
    int satellites = row.getInt("satellites");
    if (row.wasNull()) {
      satellites = -1;
    }
    return new Position(
        plate,
        row.getObject("time", OffsetDateTime.class).toInstant(),
        row.getObject("received", OffsetDateTime.class).toInstant(),
        row.getInt("lon_e6") / 1e6,
        row.getInt("lat_e6") / 1e6,
        (flags & FIX_VALID) != 0,
        row.getInt("speed_dkmh") / 10.0,
        scaled(row, "vss_dkmh", 10.0),
        row.getInt("direction"),
        row.getInt("altitude_m"),
        (flags & ACC_ON) != 0,
        satellites,
        scaled(row, "odometer_hm", 10.0),
        row.getLong("alarm"),
        row.getLong("status"),
        sensors,
        (flags & BACKFILL) != 0);
  }

  /** Moves a stream in COPY's binary format behind its head. */
  static void skipHead(ByteBuffer in) {
    in.position(in.position() + SIGNATURE.length + 4);
    int extension = in.getInt();
    in.position(in.position() + extension);
  }

  /**
   * Reads a row of {@link #TRACK} in COPY's binary format, behind its field count.
   *
   * @param plates by the vehicles' row ids
   */
  static Position read(ByteBuffer in, Map<Integer, String> plates) {
    Instant time = instant(in);
    Instant received = instant(in);
    String plate = plates.get(number(in));
    double longitude = number(in) / 1e6;
    double latitude = number(in) / 1e6;
    double speed = number(in) / 10.0;
    double vss = optional(in, 10);
    int direction = number(in);
    int altitude = number(in);
    double satellites = optional(in, 1);
    double odometer = optional(in, 10);
    long alarm = wide(in);
    long status = wide(in);
    int sensors = number(in);
    double weight = optional(in, 100);
    int flags = number(in);
    return new Position(
        plate,
        time,
        received,
        longitude,
        latitude,
        (flags & FIX_VALID) != 0,
        speed,
        vss,
        direction,
        altitude,
        (flags & ACC_ON) != 0,
        Double.isNaN(satellites) ? -1 : (int) satellites,
        odometer,
        alarm,
        status,
        SensorBits.unpack(sensors, weight),
        (flags & BACKFILL) != 0);
  }

  /** A smallint or int column that is never null. */
  private static int number(ByteBuffer in) {
    return in.getInt() == 2 ? in.getShort() : in.getInt();
  }

  private static long wide(ByteBuffer in) {
    in.getInt();
    return in.getLong();
  }

  private static Instant instant(ByteBuffer in) {
    long micros = wide(in);
    return Instant.ofEpochSecond(
        EPOCH_2000 + Math.floorDiv(micros, 1_000_000), Math.floorMod(micros, 1_000_000) * 1000L);
  }

  /** A smallint or int column in its unit; NaN where it is null. */
  private static double optional(ByteBuffer in, double unit) {
    int length = in.getInt();
    if (length < 0) {
      return Double.NaN;
    }
    return (length == 2 ? in.getShort() : in.getInt()) / unit;
  }

  static int e6(double degrees) {
    return (int) Math.round(degrees * 1e6);
  }

  static short tenths(double kmh) {
    return (short) Math.min(Short.MAX_VALUE, Math.round(kmh * 10));
  }

  static int hundredths(double tonnes) {
    return (int) Math.round(tonnes * 100);
  }

  static int flags(Position p) {
    return (p.fixValid() ? FIX_VALID : 0)
        | (p.backfill() ? BACKFILL : 0)
        | (p.accOn() ? ACC_ON : 0);
  }

  private static long micros(Instant t) {
    return unixMicros(t) - EPOCH_2000 * 1_000_000;
  }

  static long unixMicros(Instant t) {
    return t.getEpochSecond() * 1_000_000 + t.getNano() / 1000;
  }

  private static double scaled(ResultSet row, String column, double unit) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? Double.NaN : value / unit;
  }
}
