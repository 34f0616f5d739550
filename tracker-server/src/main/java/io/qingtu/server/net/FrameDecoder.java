package io.qingtu.server.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.frame.FrameCodec;
import java.util.List;

/**
 * Finds the frames in a terminal's stream. Every 0x7E both closes a piece and opens the next one,
 * so that lost, doubled and shared marks cost one frame at most. A piece that is no frame is
 * dropped and counted; a stream of nothing else is closed.
 */
final class FrameDecoder extends ByteToMessageDecoder {
  /** Bytes without a good frame among them, after which a connection is taken for a stranger's. */
  static final int GARBAGE_LIMIT = 4 * FrameCodec.MAX_WIRE_BYTES;

  private static final int MARKS = 2;

  private final GatewayMeters meters;
  private boolean opened;
  private int searched;
  private int garbage;

  FrameDecoder(GatewayMeters meters) {
    this.meters = meters;
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
    int length = lengthToMark(in);
    if (length < 0) {
      if (!opened || in.readableBytes() > FrameCodec.MAX_WIRE_BYTES - MARKS) {
        drop(ctx, in, in.readableBytes());
        opened = false;
      }
      return;
    }
    if (!opened) {
      drop(ctx, in, length);
    } else if (length > 0) {
      piece(ctx, in, length, out);
    }
    if (in.isReadable()) {
      in.skipBytes(1);
    }
    opened = true;
  }

  /** Bytes before the next mark; -1 where it has not come yet. What was searched is not again. */
  private int lengthToMark(ByteBuf in) {
    int from = in.readerIndex();
    int mark = in.indexOf(from + searched, in.writerIndex(), FrameCodec.MARK);
    searched = mark < 0 ? in.readableBytes() : 0;
    return mark < 0 ? -1 : mark - from;
  }

  private void piece(ChannelHandlerContext ctx, ByteBuf in, int length, List<Object> out) {
    try {
      out.add(FrameCodec.decode(in.slice(in.readerIndex(), length)));
      in.skipBytes(length);
      garbage = 0;
      meters.goodFrame();
    } catch (MalformedException e) {
      meters.badFrame(e, ctx.channel(), in.slice(in.readerIndex(), length));
      drop(ctx, in, length);
    }
  }

  private void drop(ChannelHandlerContext ctx, ByteBuf in, int length) {
    in.skipBytes(length);
    searched = 0;
    garbage += length;
    meters.garbage(length);
    if (garbage > GARBAGE_LIMIT) {
      meters.closed("garbage");
      in.skipBytes(in.readableBytes());
      ctx.close();
    }
  }
}
