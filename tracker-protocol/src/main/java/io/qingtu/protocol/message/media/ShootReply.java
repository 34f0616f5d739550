package io.qingtu.protocol.message.media;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.TerminalMessage;
import java.util.List;

/**
 * Reply to a command to shoot (摄像头立即拍摄命令应答), 0x0805, since 2013.
 *
 * @param replySerialNumber serial number of the command
 * @param result {@link #SUCCESS}, {@link #FAILURE} or {@link #CHANNEL_UNSUPPORTED}
 * @param mediaIds of what was taken; a failure has none
 */
public record ShootReply(int replySerialNumber, int result, List<Long> mediaIds)
    implements TerminalMessage {
  public static final int ID = 0x0805;

  public static final int SUCCESS = 0;
  public static final int FAILURE = 1;
  public static final int CHANNEL_UNSUPPORTED = 2;

  public ShootReply {
    mediaIds = List.copyOf(mediaIds);
  }

  public static ShootReply decode(BodyReader in, ProtocolVersion version) {
    return new ShootReply(
        in.field("replySerialNumber").u16(),
        in.field("result").u8(),
        // terminals leave the count out, of failures by the standard and of successes too
        in.remaining() == 0
            ? List.of()
            : in.list("mediaIds", in.field("count").u16(), id -> id.field("mediaId").u32()));
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u16(replySerialNumber).u8(result);
    if (result == SUCCESS || !mediaIds.isEmpty()) {
      out.u16(mediaIds.size());
      mediaIds.forEach(out::u32);
    }
  }
}
