package io.qingtu.protocol.message.media;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;

/**
 * Start or stop of a sound recording (录音开始命令), 0x8804.
 *
 * @param command 0 stop, 1 start
 * @param durationSeconds 0 without end
 * @param storage 0 upload, 1 store
 * @param samplingRate 0 8 kHz, 1 11 kHz, 2 23 kHz, 3 32 kHz
 */
public record SoundRecordingCommand(int command, int durationSeconds, int storage, int samplingRate)
    implements PlatformMessage {
  public static final int ID = 0x8804;

  public static SoundRecordingCommand decode(BodyReader in, ProtocolVersion version) {
    return new SoundRecordingCommand(
        in.field("command").u8(),
        in.field("durationSeconds", "s").u16(),
        in.field("storage").u8(),
        in.field("samplingRate").u8());
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u8(command).u16(durationSeconds).u8(storage).u8(samplingRate);
  }
}
