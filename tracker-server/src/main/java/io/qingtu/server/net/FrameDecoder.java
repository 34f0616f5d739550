package io.qingtu.server.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.frame.Deviation;
import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.frame.FrameStream;
import io.qingtu.protocol.frame.TerminalPhone;
import java.util.List;
import java.util.function.Predicate;

/**
 * The frames of a terminal's stream. What is no frame is dropped and counted; a stream of nothing
 * else is closed.
 */
final class FrameDecoder extends ByteToMessageDecoder implements FrameStream.Listener {
  private final GatewayMeters meters;
  private final Predicate<TerminalPhone> lenient;
  private final FrameStream stream = new FrameStream(this);
  private ChannelHandlerContext ctx;
  private List<Object> frames;

  /**
   * @param lenient whether frames of a phone are taken although their checksum is wrong
   */
  FrameDecoder(GatewayMeters meters, Predicate<TerminalPhone> lenient) {
    this.meters = meters;
    this.lenient = lenient;
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
    if (frame.deviations().contains(Deviation.WRONG_CHECKSUM)) {
      meters.checksumOverlooked();
    }
    frames.add(frame);
  }

  @Override
  public void refused(Bytes piece, MalformedException reason) {
    meters.badFrame(reason, ctx.channel(), piece);
    ctx.fireUserEventTriggered(BadFrame.of(reason, piece));
  }

  @Override
  public boolean overlooks(Frame frame) {
    return lenient.test(frame.header().phone());
  }

  @Override
  public void dropped(int bytes) {
    meters.garbage(bytes);
  }
}
