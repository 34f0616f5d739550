package io.qingtu.protocol.message.video;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.CountedText;
import io.qingtu.protocol.field.DeviceTime;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;

/**
 * Plays a recording back (平台下发远程录像回放请求), 0x9201.
 *
 * @param address address of the media server, name or IP
 * @param tcpPort 0 without TCP
 * @param udpPort 0 without UDP
 * @param channel logical channel
 * @param mediaType 0 sound and picture, 1 sound, 2 picture, 3 sound or picture
 * @param stream 0 any, 1 main, 2 sub stream
 * @param storage 0 any, 1 main, 2 backup
 * @param mode 0 normal, 1 fast forward, 2 back by key frames, 3 key frames, 4 one frame
 * @param rate of modes 1 and 2: 0 none, 1 to 5 are 1, 2, 4, 8 and 16 times
 * @param from first moment; in mode 4 that of the frame
 * @param to last moment, all digits zero: play on
 */
public record PlaybackCommand(
    String address,
    int tcpPort,
    int udpPort,
    int channel,
    int mediaType,
    int stream,
    int storage,
    int mode,
    int rate,
    DeviceTime from,
    DeviceTime to)
    implements PlatformMessage {
  public static final int ID = 0x9201;

  public static PlaybackCommand decode(BodyReader in, ProtocolVersion version) {
    return new PlaybackCommand(
        CountedText.read(in, "address"),
        in.field("tcpPort").u16(),
        in.field("udpPort").u16(),
        in.field("channel").u8(),
        in.field("mediaType").u8(),
        in.field("stream").u8(),
        in.field("storage").u8(),
        in.field("mode").u8(),
        in.field("rate").u8(),
        in.field("from", "GMT+8").time(),
        in.field("to", "GMT+8").time());
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    CountedText.write(address, out);
    out.u16(tcpPort)
        .u16(udpPort)
        .u8(channel)
        .u8(mediaType)
        .u8(stream)
        .u8(storage)
        .u8(mode)
        .u8(rate)
        .time(from)
        .time(to);
  }
}
