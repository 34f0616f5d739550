package io.qingtu.protocol.message.video;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.TerminalMessage;

/**
 * Attributes of sound and picture (终端上传音视频属性), 0x1003.
 *
 * @param audioCodec 6 G.711A, 7 G.711U, 8 G.726, 19 AAC, 26 ADPCMA, others as the standard's table
 * @param sampleRate 0 8 kHz, 1 22.05 kHz, 2 44.1 kHz, 3 48 kHz
 * @param sampleBits 0 8 bits, 1 16 bits, 2 32 bits
 * @param audioFrameLength bytes
 * @param audioOutput 0 no, 1 yes
 * @param videoCodec 98 H.264, 99 H.265, others as the standard's table
 * @param maxAudioChannels physical channels at most
 * @param maxVideoChannels physical channels at most
 */
public record AudioVideoAttributes(
    int audioCodec,
    int audioChannels,
    int sampleRate,
    int sampleBits,
    int audioFrameLength,
    int audioOutput,
    int videoCodec,
    int maxAudioChannels,
    int maxVideoChannels)
    implements TerminalMessage {
  public static final int ID = 0x1003;

  public static AudioVideoAttributes decode(BodyReader in, ProtocolVersion version) {
    return new AudioVideoAttributes(
        in.field("audioCodec").u8(),
        in.field("audioChannels").u8(),
        in.field("sampleRate").u8(),
        in.field("sampleBits").u8(),
        in.field("audioFrameLength", "bytes").u16(),
        in.field("audioOutput").u8(),
        in.field("videoCodec").u8(),
        in.field("maxAudioChannels").u8(),
        in.field("maxVideoChannels").u8());
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u8(audioCodec)
        .u8(audioChannels)
        .u8(sampleRate)
        .u8(sampleBits)
        .u16(audioFrameLength)
        .u8(audioOutput)
        .u8(videoCodec)
        .u8(maxAudioChannels)
        .u8(maxVideoChannels);
  }
}
