package io.qingtu.server.ingest;

import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.DeviceTime;
import io.qingtu.route.track.Position;
import io.qingtu.server.store.PositionRow;
import io.qingtu.server.store.QuarantinedReport;

/** The way back from a row that the store refuses to the report that it was made of. */
final class RefusedRow {
  private static final int LONGEST_REASON = 500;

  private RefusedRow() {}

  /**
   * The report of a row: its bytes are those that came, apart from a speed above 3,276.7 km/h and a
   * direction that is none, which a row does not keep.
   *
   * @throws IllegalArgumentException where a value has no place in a report
   */
  static QuarantinedReport report(PositionRow row, RuntimeException refusal) {
    Position p = row.position();
    byte[] body =
        new BodyWriter()
            .u32(p.alarmBits())
            .u32(p.statusBits())
            .u32(e6(p.latitude()))
            .u32(e6(p.longitude()))
            .u16(p.altitudeMetres())
            .u16((int) Math.round(p.speedKmh() * 10))
            .u16(p.directionDegrees())
            .time(DeviceTime.of(p.fixTime()))
            .bytes(Bytes.copyOf(row.items()))
            .toArray();
    return new QuarantinedReport(p.receivedTime(), row.vehicleId(), reason(refusal), body);
  }

  /** Without a sign: the hemisphere is in the status. */
  private static long e6(double degrees) {
    return Math.round(Math.abs(degrees) * 1e6);
  }

  private static String reason(RuntimeException refusal) {
    String all = "the store refuses it: " + refusal.getMessage();
    return all.substring(0, Math.min(LONGEST_REASON, all.length()));
  }
}
