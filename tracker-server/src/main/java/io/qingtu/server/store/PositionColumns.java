package io.qingtu.server.store;

import io.qingtu.route.track.Position;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * The columns of positions and how a {@link Position} stands in them: 1e-6 degrees, 0.1 km/h, 0.1
 * km, 10 kg, microseconds; what is not known is the smallest number of its type, as a null costs a
 * row eight bytes. When it was received is the delay behind its fix in whole seconds, and the rest
 * in milliseconds: in the columnstore a moment in microseconds would take half of what all the
 * others do, and a second or two hardly anything. Writes PostgreSQL's binary COPY format
 * (PostgreSQL documentation, COPY).
 */
final class PositionColumns {
  static final String NAMES =
      "time, delay_s, vehicle_id, lon_e6, lat_e6, alarm, status, odometer_hm, delay_ms, speed_dkmh,"
          + " vss_dkmh, direction, altitude_m, satellites, sensors, weight_ckg, flags";

  private static final short COUNT = 17;

  /** A row: the field count, the lengths and the values. */
  private static final int ROW_BYTES = 2 + COUNT * 4 + 54;

  /** Not known, in a column of two bytes. */
  static final short UNKNOWN = Short.MIN_VALUE;

  /** Not known, in a column of four bytes. */
  private static final int UNKNOWN_WIDE = Integer.MIN_VALUE;

  static final int FIX_VALID = 1;
  private static final int BACKFILL = 2;
  private static final int ACC_ON = 4;

  private PositionColumns() {}

  /** When a position of a table's alias was received, in SQL. */
  static String received(String alias) {
    return "(%1$s.time + %1$s.delay_s * interval '1 s' + %1$s.delay_ms * interval '1 ms')"
        .formatted(alias);
  }

  private static long delayMillis(Position p) {
    return p.receivedTime().toEpochMilli() - p.fixTime().toEpochMilli();
  }

  private static int delaySeconds(Position p) {
    return Math.toIntExact(Math.floorDiv(delayMillis(p), 1000L));
  }

  /** The names with the table's alias before each. */
  static String of(String alias) {
    return alias + "." + NAMES.replace(", ", ", " + alias + ".");
  }

  /** All rows in COPY's binary format, ready to be sent. */
  static ByteBuffer copy(List<PositionRow> rows) {
    return part(rows, true, true);
  }

  /**
   * Some of the rows in COPY's binary format.
   *
   * @param first whether none were before: the format's head stands in front
   * @param last whether none follow: its end stands behind
   */
  static ByteBuffer part(List<PositionRow> rows, boolean first, boolean last) {
    int most = BinaryCopy.HEAD_BYTES + rows.size() * ROW_BYTES + BinaryCopy.END_BYTES;
    ByteBuffer out = ByteBuffer.allocate(most);
    if (first) {
      BinaryCopy.head(out);
    }
    for (PositionRow row : rows) {
      write(out, row);
    }
    return last ? BinaryCopy.end(out) : out.flip();
  }

  private static void write(ByteBuffer out, PositionRow row) {
    Position p = row.position();
    out.putShort(COUNT);
    out.putInt(8).putLong(micros(p.fixTime()));
    out.putInt(4).putInt(delaySeconds(p));
    out.putInt(4).putInt(row.vehicleId());
    out.putInt(4).putInt(e6(p.longitude()));
    out.putInt(4).putInt(e6(p.latitude()));
    out.putInt(4).putInt((int) p.alarmBits());
    out.putInt(4).putInt((int) p.statusBits());
    out.putInt(4).putInt(hectometres(p.odometerKm()));
    out.putInt(2).putShort((short) Math.floorMod(delayMillis(p), 1000));
    out.putInt(2).putShort(tenths(p.speedKmh()));
    out.putInt(2).putShort(tenths(p.vssKmh()));
    out.putInt(2).putShort((short) p.directionDegrees());
    out.putInt(2).putShort((short) p.altitudeMetres());
    out.putInt(2).putShort(p.satellites() < 0 ? UNKNOWN : (short) p.satellites());
    out.putInt(2).putShort(SensorBits.pack(p.sensors()));
    out.putInt(2).putShort(hundredths(p.sensors().weightT()));
    out.putInt(2).putShort((short) flags(p));
  }

  /** Reads a row of these columns that are selected by name. */
  static Position read(ResultSet row, String plate) throws SQLException {
    int flags = row.getInt("flags");
    int satellites = row.getInt("satellites");
    Instant time = row.getObject("time", OffsetDateTime.class).toInstant();
    return new Position(
        plate,
        time,
        time.plusSeconds(row.getInt("delay_s")).plusMillis(row.getInt("delay_ms")),
        row.getInt("lon_e6") / 1e6,
        row.getInt("lat_e6") / 1e6,
        (flags & FIX_VALID) != 0,
        row.getInt("speed_dkmh") / 10.0,
        known(row.getInt("vss_dkmh"), 10),
        row.getInt("direction"),
        row.getInt("altitude_m"),
        (flags & ACC_ON) != 0,
        satellites == UNKNOWN ? -1 : satellites,
        known(row.getInt("odometer_hm"), 10),
        Integer.toUnsignedLong(row.getInt("alarm")),
        Integer.toUnsignedLong(row.getInt("status")),
        SensorBits.unpack(row.getInt("sensors"), known(row.getInt("weight_ckg"), 100)),
        (flags & BACKFILL) != 0);
  }

  /**
   * Reads a row in COPY's binary format, behind its field count.
   *
   * @param plates by the vehicles' row ids
   */
  static Position read(ByteBuffer in, Map<Integer, String> plates) {
    Instant time = instant(in);
    Instant received = time.plusSeconds(number(in));
    String plate = plates.get(number(in));
    double longitude = number(in) / 1e6;
    double latitude = number(in) / 1e6;
    long alarm = Integer.toUnsignedLong(number(in));
    long status = Integer.toUnsignedLong(number(in));
    double odometer = known(number(in), 10);
    received = received.plusMillis(number(in));
    double speed = number(in) / 10.0;
    double vss = known(number(in), 10);
    int direction = number(in);
    int altitude = number(in);
    int satellites = number(in);
    int sensors = number(in);
    double weight = known(number(in), 100);
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
        satellites == UNKNOWN ? -1 : satellites,
        odometer,
        alarm,
        status,
        SensorBits.unpack(sensors, weight),
        (flags & BACKFILL) != 0);
  }

  /** A smallint or int column. */
  private static int number(ByteBuffer in) {
    return in.getInt() == 2 ? in.getShort() : in.getInt();
  }

  private static Instant instant(ByteBuffer in) {
    in.getInt();
    return BinaryCopy.instant(in.getLong());
  }

  /** A column's number in its unit; NaN where it is not known. */
  static double known(int number, double unit) {
    return number == UNKNOWN || number == UNKNOWN_WIDE ? Double.NaN : number / unit;
  }

  static int e6(double degrees) {
    return (int) Math.round(degrees * 1e6);
  }

  static short tenths(double kmh) {
    return narrow(kmh * 10);
  }

  static short hundredths(double tonnes) {
    return narrow(tonnes * 100);
  }

  private static int hectometres(double km) {
    return Double.isNaN(km) ? UNKNOWN_WIDE : Math.toIntExact(Math.round(km * 10));
  }

  /** The nearest number that has room in two bytes. */
  private static short narrow(double value) {
    return Double.isNaN(value)
        ? UNKNOWN
        : (short) Math.max(-Short.MAX_VALUE, Math.min(Short.MAX_VALUE, Math.round(value)));
  }

  static int flags(Position p) {
    return (p.fixValid() ? FIX_VALID : 0)
        | (p.backfill() ? BACKFILL : 0)
        | (p.accOn() ? ACC_ON : 0);
  }

  private static long micros(Instant t) {
    return BinaryCopy.micros(t.getEpochSecond(), t.getNano());
  }

  static long unixMicros(Instant t) {
    return t.getEpochSecond() * 1_000_000 + t.getNano() / 1000;
  }
}
