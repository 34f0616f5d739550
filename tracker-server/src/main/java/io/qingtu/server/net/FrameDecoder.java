package io.qingtu.server.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.frame.FrameStream;
import java.util.List;

/**
 * The frames of a terminal's stream. What is no frame is dropped and counted; a stream of nothing
 * else is closed.
 */
final class FrameDecoder extends ByteToMessageDecoder implements FrameStream.Listener {
  private final GatewayMeters meters;
  private final FrameStream stream = new FrameStream(this);
  private ChannelHandlerContext ctx;
  private List<Object> frames;

  FrameDecoder(GatewayMeters meters) {
    this.meters = meters;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    ctx = context;
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    frames = out;
    if (!stream.read(in)) {
      meters.closed("garbage");
      context.close();
    }
  }

  @Override
  public void frame(Frame frame) {
    meters.goodFrame();
    frames.add(frame);
  }

  @Override
  public void refused(Bytes piece, MalformedException reason) {
    meters.badFrame(reason, ctx.channel(), piece);
  }

  @Override
  public void dropped(int bytes) {
    meters.garbage(bytes);
  }
}
