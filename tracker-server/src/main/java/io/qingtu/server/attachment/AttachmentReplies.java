package io.qingtu.server.attachment;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.qingtu.protocol.frame.FrameCodec;
import io.qingtu.protocol.frame.Header;
import io.qingtu.protocol.message.PlatformMessage;
import io.qingtu.protocol.message.general.PlatformGeneralReply;
import io.qingtu.protocol.message.general.ReplyResult;
import java.util.List;

/** Writes the replies of one connection, with serial numbers of its own. */
final class AttachmentReplies {
  private final ChannelHandlerContext ctx;
  private int serialNumber;

  AttachmentReplies(ChannelHandlerContext ctx) {
    this.ctx = ctx;
  }

  void reply(List<Header> answers, ReplyResult result) {
    answers.forEach(header -> reply(header, result));
  }

  void reply(Header header, ReplyResult result) {
    send(header, PlatformGeneralReply.to(header, result));
  }

  void send(Header answered, PlatformMessage message) {
    ByteBuf out = ctx.alloc().buffer();
    FrameCodec.encode(message.replyTo(answered, serialNumber), out);
    serialNumber = serialNumber + 1 & 0xffff;
    ctx.writeAndFlush(out);
  }
}
