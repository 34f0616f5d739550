package io.qingtu.protocol.message.video;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.DeviceTime;

/**
 * A recording (音视频资源) that a terminal has, or the limits of those that are looked for; there a zero
 * of any field means all of them.
 *
 * @param channel logical channel
 * @param from first moment
 * @param to last moment
 * @param alarms 0–31 the alarm flag of a location report, 32–63 the video alarms
 * @param mediaType 0 sound and picture, 1 sound, 2 picture, 3 picture or sound and picture
 * @param stream 1 main, 2 sub stream
 * @param storage 1 main, 2 backup
 */
public record Recording(
    int channel,
    DeviceTime from,
    DeviceTime to,
    long alarms,
    int mediaType,
    int stream,
    int storage) {
  static final int BYTES = 24;

  static Recording read(BodyReader in) {
    return new Recording(
        in.field("channel").u8(),
        in.field("from", "GMT+8").time(),
        in.field("to", "GMT+8").time(),
        in.field("alarms").u64(),
        in.field("mediaType").u8(),
        in.field("stream").u8(),
        in.field("storage").u8());
  }

  void write(BodyWriter out) {
    out.u8(channel).time(from).time(to).u64(alarms);
    out.u8(mediaType).u8(stream).u8(storage);
  }
}
