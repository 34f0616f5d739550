package io.qingtu.web.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.frame.FrameStream;
import io.qingtu.protocol.frame.Header;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.item.AdditionalItems;
import io.qingtu.protocol.message.location.LocationReport;
import io.qingtu.protocol.table.TerminalMessageType;
import java.util.List;

/**
 * The codec as the gateway uses it: direct buffers → frames → messages, and every field of a
 * message looked at.
 */
final class CodecDecoding implements FrameStream.Listener, AutoCloseable {
  private final List<ByteBuf> chunks;
  private LocationColumns columns;

  CodecDecoding(LocationStream stream) {
    chunks =
        stream.chunks().stream()
            .map(chunk -> Unpooled.directBuffer(chunk.length).writeBytes(chunk))
            .toList();
  }

  void fill(LocationColumns empty) {
    columns = empty;
    FrameStream frames = new FrameStream(this);
    for (ByteBuf chunk : chunks) {
      frames.read(chunk.readerIndex(0));
    }
  }

  @Override
  public void frame(Frame frame) {
    if (TerminalMessageType.decode(frame) instanceof LocationReport report) {
      int row = columns.rows++;
      header(row, frame.header());
      basics(row, report);
      items(row, report.items());
    }
  }

  private void header(int row, Header header) {
    columns.version[row] = header.version() == ProtocolVersion.V2019 ? 2019 : 2013;
    columns.serialNumber[row] = header.serialNumber();
    columns.phoneHead[row] = header.phone().head();
    columns.phoneTail[row] = header.phone().tail();
  }

  private void basics(int row, LocationReport report) {
    columns.alarms[row] = report.alarms();
    columns.status[row] = report.status();
    columns.latitudeE6[row] = report.latitudeE6();
    columns.longitudeE6[row] = report.longitudeE6();
    columns.altitudeMetres[row] = report.altitudeMetres();
    columns.speedDeciKmh[row] = report.speedDeciKmh();
    columns.directionDegrees[row] = report.directionDegrees();
    columns.epochSecond[row] = report.time().epochSecond();
  }

  private void items(int row, AdditionalItems items) {
    columns.mileageDeciKm[row] = items.mileageDeciKm();
    columns.fuelDeciLitres[row] = items.fuelDeciLitres();
    columns.recorderDeciKmh[row] = items.recorderDeciKmh();
    columns.vehicleSignals[row] = items.vehicleSignals();
    columns.signalStrength[row] = items.signalStrength();
    columns.satellites[row] = items.satellites();
  }

  @Override
  public void refused(Bytes piece, MalformedException reason) {
    throw reason;
  }

  @Override
  public void dropped(int bytes) {
    if (bytes > 0) {
      throw new IllegalStateException(bytes + " bytes of a good stream dropped");
    }
  }

  @Override
  public void close() {
    chunks.forEach(ByteBuf::release);
  }
}
