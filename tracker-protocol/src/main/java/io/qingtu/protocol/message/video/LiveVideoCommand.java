package io.qingtu.protocol.message.video;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.CountedText;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;

/**
 * Starts a live stream (实时音视频传输请求), 0x9101.
 *
 * @param address address of the media server, name or IP
 * @param tcpPort 0 without TCP
 * @param udpPort 0 without UDP
 * @param channel logical channel
 * @param content 0 sound and picture, 1 picture, 2 talk, 3 listen, 4 broadcast, 5 transparent
 * @param stream 0 main, 1 sub stream
 */
public record LiveVideoCommand(
    String address, int tcpPort, int udpPort, int channel, int content, int stream)
    implements PlatformMessage {
  public static final int ID = 0x9101;

  public static LiveVideoCommand decode(BodyReader in, ProtocolVersion version) {
    return new LiveVideoCommand(
        CountedText.read(in, "address"),
        in.field("tcpPort").u16(),
        in.field("udpPort").u16(),
        in.field("channel").u8(),
        in.field("content").u8(),
        in.field("stream").u8());
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    CountedText.write(address, out);
    out.u16(tcpPort).u16(udpPort).u8(channel).u8(content).u8(stream);
  }
}
