package io.qingtu.protocol.message.video;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;

/**
 * Controls an upload (文件上传控制), 0x9207.
 *
 * @param uploadSerialNumber serial number of the {@link RecordingUploadCommand}
 * @param control 0 pause, 1 resume, 2 cancel
 */
public record RecordingUploadControlCommand(int uploadSerialNumber, int control)
    implements PlatformMessage {
  public static final int ID = 0x9207;

  public static RecordingUploadControlCommand decode(BodyReader in, ProtocolVersion version) {
    return new RecordingUploadControlCommand(
        in.field("uploadSerialNumber").u16(), in.field("control").u8());
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u16(uploadSerialNumber).u8(control);
  }
}
