package io.qingtu.server.attachment;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.frame.FrameCodec;
import java.util.List;

/**
 * Tells apart what an attachment link carries: a {@link Frame} between 0x7E marks, or the mark 30
 * 31 63 64 with a {@link BlockHead} and then the block's bytes, in buffers as they arrive. Never
 * holds more than a frame or a head.
 */
final class AttachmentDecoder extends ByteToMessageDecoder {
  /** Bytes that are neither, after which a connection is taken for a stranger's. */
  static final int GARBAGE_LIMIT = 4 * FrameCodec.MAX_WIRE_BYTES;

  static final int BLOCK_MARK = 0x30316364;
  private static final int NAME_BYTES = 50;
  private static final int HEAD_BYTES = 4 + NAME_BYTES + 4 + 4;
  private static final int FIRST_OF_MARK = BLOCK_MARK >>> 24;

  private final AttachmentMeters meters;
  private long blockLeft;
  private int garbage;

  AttachmentDecoder(AttachmentMeters meters) {
    this.meters = meters;
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
    if (blockLeft > 0) {
      int length = (int) Math.min(blockLeft, in.readableBytes());
      out.add(in.readRetainedSlice(length));
      blockLeft -= length;
      return;
    }
    int first = in.getUnsignedByte(in.readerIndex());
    if (first == FrameCodec.MARK) {
      frame(ctx, in, out);
    } else if (first == FIRST_OF_MARK) {
      block(ctx, in, out);
    } else {
      drop(ctx, in, lengthToStart(in, 1));
    }
  }

  private void frame(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
    int start = in.readerIndex() + 1;
    int looked = Math.min(in.readableBytes(), FrameCodec.MAX_WIRE_BYTES);
    int end = in.indexOf(start, in.readerIndex() + looked, FrameCodec.MARK);
    if (end < 0) {
      if (looked == FrameCodec.MAX_WIRE_BYTES) {
        // however much has arrived: what follows the mark may begin something
        drop(ctx, in, lengthToStart(in, 1));
      }
      return;
    }
    if (end == start) {
      // the mark before closed a frame, or this one opens the next
      drop(ctx, in, 1);
      return;
    }
    try {
      out.add(FrameCodec.decode(in.slice(start, end - start)));
      in.readerIndex(end + 1);
      garbage = 0;
    } catch (MalformedException e) {
      meters.badFrame(e);
      // the second mark may be the one that opens a good frame
      drop(ctx, in, end - in.readerIndex());
    }
  }

  private void block(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
    if (in.readableBytes() >= Integer.BYTES && in.getInt(in.readerIndex()) != BLOCK_MARK) {
      drop(ctx, in, lengthToStart(in, 1));
    } else if (in.readableBytes() >= HEAD_BYTES) {
      byte[] head = ByteBufUtil.getBytes(in, in.readerIndex() + Integer.BYTES, HEAD_BYTES - 4);
      in.skipBytes(HEAD_BYTES);
      BodyReader fields = new BodyReader(Bytes.wrap(head, 0, head.length));
      BlockHead block = new BlockHead(fields.text(NAME_BYTES), fields.u32(), fields.u32());
      blockLeft = block.length();
      out.add(block);
      garbage = 0;
    }
  }

  /** Bytes before the next that can begin something. */
  private static int lengthToStart(ByteBuf in, int skipped) {
    int from = in.readerIndex() + skipped;
    int at = in.forEachByte(from, in.writerIndex() - from, AttachmentDecoder::isNoStart);
    return at < 0 ? in.readableBytes() : at - in.readerIndex();
  }

  private static boolean isNoStart(byte b) {
    return b != FrameCodec.MARK && b != FIRST_OF_MARK;
  }

  private void drop(ChannelHandlerContext ctx, ByteBuf in, int length) {
    in.skipBytes(length);
    garbage += length;
    meters.garbage(length);
    if (garbage > GARBAGE_LIMIT) {
      meters.closed("garbage");
      in.skipBytes(in.readableBytes());
      ctx.close();
    }
  }
}
