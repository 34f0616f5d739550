package io.qingtu.protocol.message.location;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.DeviceTime;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.TerminalMessage;
import io.qingtu.protocol.message.item.AdditionalItem;
import io.qingtu.protocol.message.item.AdditionalItems;
import java.util.List;
import java.util.Optional;

/**
 * Location report (位置信息汇报), 0x0200: the standard's table of basic items, one argument a row, then
 * the additional items.
 *
 * @param alarms 32 bits, see {@link AlarmFlag}
 * @param status 32 bits, see {@link StatusFlag}
 * @param latitudeE6 degrees times 10⁶ without a sign; the hemisphere is in the status
 * @param longitudeE6 as latitude
 * @param altitudeMetres above sea level
 * @param speedDeciKmh 0.1 km/h
 * @param directionDegrees 0–359, clockwise from north
 * @param items in the order of the message, ids may repeat; made into records when asked for
 * @param trailing bytes behind the last whole item; empty in a good report
 */
public record LocationReport(
    long alarms,
    long status,
    long latitudeE6,
    long longitudeE6,
    int altitudeMetres,
    int speedDeciKmh,
    int directionDegrees,
    DeviceTime time,
    AdditionalItems items,
    Bytes trailing)
    implements TerminalMessage {
  public static final int ID = 0x0200;

  /** Length of the basic items (位置基本信息), which stand in other messages too. */
  public static final int BASIC_BYTES = 28;

  private static final double DEGREE = 1e6;
  private static final int LOAD_SHIFT = 8;

  /** A report with the items of a list. */
  public LocationReport(
      long alarms,
      long status,
      long latitudeE6,
      long longitudeE6,
      int altitudeMetres,
      int speedDeciKmh,
      int directionDegrees,
      DeviceTime time,
      List<AdditionalItem> items,
      Bytes trailing) {
    this(
        alarms,
        status,
        latitudeE6,
        longitudeE6,
        altitudeMetres,
        speedDeciKmh,
        directionDegrees,
        time,
        AdditionalItems.of(items),
        trailing);
  }

  public static LocationReport decode(BodyReader in, ProtocolVersion version) {
    long alarms = in.field("alarms").u32();
    long status = in.field("status").u32();
    long latitude = in.field("latitude", "1e-6 °").u32();
    long longitude = in.field("longitude", "1e-6 °").u32();
    int altitude = in.field("altitude", "m").s16();
    int speed = in.field("speed", "0.1 km/h").u16();
    int direction = in.field("direction", "°").u16();
    DeviceTime time = in.field("time", "GMT+8").time();
    AdditionalItems items = AdditionalItems.decode(in);
    return new LocationReport(
        alarms,
        status,
        latitude,
        longitude,
        altitude,
        speed,
        direction,
        time,
        items,
        in.field("trailing").rest());
  }

  /** Whether the terminal says that it had a fix (定位). */
  public boolean fixed() {
    return StatusFlag.FIXED.in(status);
  }

  /** Degrees, north positive. Unchecked: terminals send what is no latitude. */
  public double latitude() {
    return degrees(latitudeE6, StatusFlag.SOUTH);
  }

  /** Degrees, east positive. Unchecked. */
  public double longitude() {
    return degrees(longitudeE6, StatusFlag.WEST);
  }

  /** Some terminals write the sign into the number as well: it is the hemisphere's once more. */
  private double degrees(long unsigned, StatusFlag negative) {
    double degrees = (int) unsigned / DEGREE;
    return negative.in(status) ? -Math.abs(degrees) : degrees;
  }

  /** Status bits 8–9, since 2013: 0 empty, 1 half, 2 reserved, 3 full. */
  public int load() {
    return (int) (status >>> LOAD_SHIFT) & 0x3;
  }

  /** The first item of a kind. */
  public <T extends AdditionalItem> Optional<T> item(Class<T> kind) {
    for (AdditionalItem item : items) {
      if (kind.isInstance(item)) {
        return Optional.of(kind.cast(item));
      }
    }
    return Optional.empty();
  }

  /** The value of the first item with an id, as it stands in the message. */
  public Optional<Bytes> itemValue(int id) {
    return items.value(id);
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u32(alarms).u32(status).u32(latitudeE6).u32(longitudeE6);
    out.u16(altitudeMetres).u16(speedDeciKmh).u16(directionDegrees).time(time);
    out.bytes(items.bytes()).bytes(trailing);
  }
}
