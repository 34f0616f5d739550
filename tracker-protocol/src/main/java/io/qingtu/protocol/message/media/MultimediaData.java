package io.qingtu.protocol.message.media;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.DeviceTime;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.TerminalMessage;
import io.qingtu.protocol.message.location.LocationReport;
import java.util.Optional;

/**
 * Multimedia data (多媒体数据上传), 0x0801. Since 2013 one long message in sub-packages, with the place of
 * the recording; in 2011 each packet is a message with a head of its own. The head of the frame
 * does not tell which, the body does.
 *
 * @param mediaId multimedia id, above 0; the same in all packets of 2011
 * @param kind code of a {@link MediaKind}
 * @param format code of a {@link MediaFormat}
 * @param event code of a {@link MediaEvent}
 * @param channel camera or microphone
 * @param location basic items alone, where and when it was recorded; in 2011 in the first packet,
 *     and there not of every terminal
 * @param packet which part of the medium this is; in 2011 only
 * @param data the medium, or the packet's part of it
 */
public record MultimediaData(
    long mediaId,
    int kind,
    int format,
    int event,
    int channel,
    Optional<LocationReport> location,
    Optional<Packet> packet,
    Bytes data)
    implements TerminalMessage {
  public static final int ID = 0x0801;

  /**
   * Place of a packet of 2011 among all of its medium.
   *
   * @param total packets of the medium (数据总包数)
   * @param index of this packet, from 1 (包 ID)
   */
  public record Packet(long total, long index) {}

  /** Kind, coding, event and channel behind the id, in every version. */
  static final int COMMON_BYTES = 8;

  /** What stands in front of the medium since 2013. */
  static final int HEAD_BYTES = COMMON_BYTES + LocationReport.BASIC_BYTES;

  /** What stands in front of a packet in 2011. */
  static final int PACKET_HEAD_BYTES = COMMON_BYTES + 8;

  private static final int MAX_PACKETS = 0xffff;
  private static final long MAX_LATITUDE_E6 = 90_000_000;
  private static final long MAX_LONGITUDE_E6 = 180_000_000;

  public static MultimediaData decode(BodyReader in, ProtocolVersion version) {
    boolean packets = version != ProtocolVersion.V2019 && isPacket(in.ahead().rest());
    long mediaId = in.field("mediaId").u32();
    int kind = in.field("kind").u8();
    int format = in.field("format").u8();
    int event = in.field("event").u8();
    int channel = in.field("channel").u8();
    Optional<Packet> packet = packets ? Optional.of(packet(in)) : Optional.empty();
    boolean located = !packets || packet.get().index == 1 && isLocation(in.ahead().rest());
    return new MultimediaData(
        mediaId,
        kind,
        format,
        event,
        channel,
        located ? Optional.of(location(in)) : Optional.empty(),
        packet,
        in.field("data").rest());
  }

  private static LocationReport location(BodyReader in) {
    return LocationReport.decode(in.part(LocationReport.BASIC_BYTES), ProtocolVersion.V2013);
  }

  private static Packet packet(BodyReader in) {
    return new Packet(in.field("total").u32(), in.field("index").u32());
  }

  /** Whether a body has the head of 2011: a plausible number of packets and no location. */
  static boolean isPacket(Bytes body) {
    if (body.length() < PACKET_HEAD_BYTES || startsWithLocation(body)) {
      return false;
    }
    BodyReader in = new BodyReader(body);
    in.bytes(COMMON_BYTES);
    Packet packet = packet(in);
    return packet.index >= 1 && packet.index <= packet.total && packet.total <= MAX_PACKETS;
  }

  /** Whether a location stands behind the channel. */
  static boolean startsWithLocation(Bytes body) {
    return body.length() >= HEAD_BYTES
        && isLocation(body.slice(COMMON_BYTES, LocationReport.BASIC_BYTES));
  }

  /** Whether these bytes start with a location: with a time, or with none but on this earth. */
  private static boolean isLocation(Bytes bytes) {
    if (bytes.length() < LocationReport.BASIC_BYTES) {
      return false;
    }
    LocationReport location = location(new BodyReader(bytes));
    DeviceTime time = location.time();
    return time.instant().isPresent()
        || time.bcd() == 0
            && location.latitudeE6() <= MAX_LATITUDE_E6
            && location.longitudeE6() <= MAX_LONGITUDE_E6;
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u32(mediaId).u8(kind).u8(format).u8(event).u8(channel);
    packet.ifPresent(part -> out.u32(part.total).u32(part.index));
    location.ifPresent(place -> place.encode(out, version));
    out.bytes(data);
  }
}
