package io.qingtu.protocol.message.video;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.CountedText;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;

/**
 * Has recordings sent to an FTP server (文件上传指令), 0x9206.
 *
 * @param address of the FTP server
 * @param path folder on the server
 * @param recording what to send
 * @param conditions networks that may carry it, as bits: 0 Wi-Fi, 1 LAN, 2 mobile
 */
public record RecordingUploadCommand(
    String address,
    int port,
    String user,
    String password,
    String path,
    Recording recording,
    int conditions)
    implements PlatformMessage {
  public static final int ID = 0x9206;

  public static RecordingUploadCommand decode(BodyReader in, ProtocolVersion version) {
    return new RecordingUploadCommand(
        CountedText.read(in, "address"),
        in.field("port").u16(),
        CountedText.read(in, "user"),
        CountedText.read(in, "password"),
        CountedText.read(in, "path"),
        Recording.read(in),
        in.field("conditions").u8());
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    CountedText.write(address, out);
    out.u16(port);
    CountedText.write(user, out);
    CountedText.write(password, out);
    CountedText.write(path, out);
    recording.write(out);
    out.u8(conditions);
  }
}
