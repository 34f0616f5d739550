package io.qingtu.protocol.message.media;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.location.LocationReport;
import java.util.OptionalLong;

/**
 * One find of a search (多媒体检索项).
 *
 * @param mediaId multimedia id; none in 2011
 * @param kind code of a {@link MediaKind}
 * @param channel camera or microphone
 * @param event code of a {@link MediaEvent}
 * @param location basic items alone, where and when the recording began
 */
public record StoredMedium(
    OptionalLong mediaId, int kind, int channel, int event, LocationReport location) {
  /** Without the id. */
  static final int BYTES_OF_2011 = 3 + LocationReport.BASIC_BYTES;

  static final int BYTES = 4 + BYTES_OF_2011;

  static StoredMedium decode(BodyReader in, boolean hasId) {
    return new StoredMedium(
        hasId ? OptionalLong.of(in.field("mediaId").u32()) : OptionalLong.empty(),
        in.field("kind").u8(),
        in.field("channel").u8(),
        in.field("event").u8(),
        LocationReport.decode(in.part(LocationReport.BASIC_BYTES), ProtocolVersion.V2013));
  }

  void encode(BodyWriter out, ProtocolVersion version) {
    mediaId.ifPresent(out::u32);
    out.u8(kind).u8(channel).u8(event);
    location.encode(out, version);
  }
}
