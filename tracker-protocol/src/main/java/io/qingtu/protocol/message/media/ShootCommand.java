package io.qingtu.protocol.message.media;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;

/**
 * Shoot now (摄像头立即拍摄命令), 0x8801.
 *
 * @param channel camera, above 0; active safety: 0x64 ahead, 0x65 driver
 * @param count pictures to take; {@link #STOP} or {@link #VIDEO}
 * @param intervalSeconds between pictures, 0 as short as can be; length of a video, 0 without end
 * @param storage {@link #UPLOAD} or {@link #STORE}
 * @param resolution code of a {@link Resolution}
 * @param quality 1 best to 10 smallest
 * @param brightness 0–255
 * @param contrast 0–127
 * @param saturation 0–127
 * @param chroma 0–255
 */
public record ShootCommand(
    int channel,
    int count,
    int intervalSeconds,
    int storage,
    int resolution,
    int quality,
    int brightness,
    int contrast,
    int saturation,
    int chroma)
    implements PlatformMessage {
  public static final int ID = 0x8801;

  /** Count that ends what is being taken. */
  public static final int STOP = 0;

  /** Count that starts a video. */
  public static final int VIDEO = 0xffff;

  /** Sends what it took. */
  public static final int UPLOAD = 0;

  /** Keeps what it took. */
  public static final int STORE = 1;

  public static ShootCommand decode(BodyReader in, ProtocolVersion version) {
    return new ShootCommand(
        in.field("channel").u8(),
        in.field("count").u16(),
        in.field("intervalSeconds", "s").u16(),
        in.field("storage").u8(),
        in.field("resolution").u8(),
        in.field("quality").u8(),
        in.field("brightness").u8(),
        in.field("contrast").u8(),
        in.field("saturation").u8(),
        in.field("chroma").u8());
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u8(channel).u16(count).u16(intervalSeconds).u8(storage).u8(resolution).u8(quality);
    out.u8(brightness).u8(contrast).u8(saturation).u8(chroma);
  }
}
