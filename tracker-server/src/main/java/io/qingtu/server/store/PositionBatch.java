package io.qingtu.server.store;

import io.qingtu.route.track.Position;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is stored in one transaction, and its form as bytes for the time in which it waits outside
 * of the database. The bytes begin with the number of their form: a server that is newer still
 * reads what an older one left behind.
 */
public record PositionBatch(List<PositionRow> rows, List<QuarantinedReport> quarantined) {
  private static final int FORM = 1;

  /** About the bytes of a row. */
  private static final int ROW = 160;

  public PositionBatch {
    rows = List.copyOf(rows);
    quarantined = List.copyOf(quarantined);
  }

  /** Positions and reports. */
  public int size() {
    return rows.size() + quarantined.size();
  }

  /** When the first of them came; empty where there is none. */
  public Optional<Instant> received() {
    return rows.stream()
        .map(row -> row.position().receivedTime())
        .findFirst()
        .or(() -> quarantined.stream().map(QuarantinedReport::received).findFirst());
  }

  public byte[] encode() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(ROW * (size() + 1));
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(FORM);
      out.writeInt(rows.size());
      for (PositionRow row : rows) {
        write(out, row);
      }
      out.writeInt(quarantined.size());
      for (QuarantinedReport report : quarantined) {
        write(out, report.received());
        out.writeInt(report.vehicleId());
        out.writeUTF(report.reason());
        write(out, report.body());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes every byte", e);
    }
    return bytes.toByteArray();
  }

  /**
   * @throws IOException where they are no batch, or of a form that is not known
   */
  public static PositionBatch decode(byte[] bytes) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int form = in.readUnsignedByte();
      if (form != FORM) {
        throw new IOException("a batch of positions of form " + form + ", known is " + FORM);
      }
      List<PositionRow> rows = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        rows.add(row(in));
      }
      List<QuarantinedReport> quarantined = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        quarantined.add(new QuarantinedReport(instant(in), in.readInt(), in.readUTF(), array(in)));
      }
      return new PositionBatch(rows, quarantined);
    }
  }

  private static void write(DataOutputStream out, PositionRow row) throws IOException {
    Position p = row.position();
    out.writeInt(row.vehicleId());
    out.writeUTF(p.plate());
    write(out, p.fixTime());
    write(out, p.receivedTime());
    out.writeDouble(p.longitude());
    out.writeDouble(p.latitude());
    out.writeBoolean(p.fixValid());
    out.writeDouble(p.speedKmh());
    out.writeDouble(p.vssKmh());
    out.writeInt(p.directionDegrees());
    out.writeInt(p.altitudeMetres());
    out.writeBoolean(p.accOn());
    out.writeInt(p.satellites());
    out.writeDouble(p.odometerKm());
    out.writeLong(p.alarmBits());
    out.writeLong(p.statusBits());
    out.writeInt(SensorBits.pack(p.sensors()));
    out.writeDouble(p.sensors().weightT());
    out.writeBoolean(p.backfill());
    write(out, row.items());
  }

  private static PositionRow row(DataInputStream in) throws IOException {
    int vehicleId = in.readInt();
    Position position =
        new Position(
            in.readUTF(),
            instant(in),
            instant(in),
            in.readDouble(),
            in.readDouble(),
            in.readBoolean(),
            in.readDouble(),
            in.readDouble(),
            in.readInt(),
            in.readInt(),
            in.readBoolean(),
            in.readInt(),
            in.readDouble(),
            in.readLong(),
            in.readLong(),
            SensorBits.unpack(in.readInt(), in.readDouble()),
            in.readBoolean());
    return new PositionRow(vehicleId, position, array(in));
  }

  private static void write(DataOutputStream out, Instant time) throws IOException {
    out.writeLong(time.getEpochSecond());
    out.writeInt(time.getNano());
  }

  private static Instant instant(DataInputStream in) throws IOException {
    return Instant.ofEpochSecond(in.readLong(), in.readInt());
  }

  private static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] array(DataInputStream in) throws IOException {
    int length = in.readInt();
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new IOException(
          "a batch of positions ends " + (length - bytes.length) + " bytes early");
    }
    return bytes;
  }
}
