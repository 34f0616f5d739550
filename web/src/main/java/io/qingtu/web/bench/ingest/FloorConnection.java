package io.qingtu.web.bench.ingest;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/** A terminal's connection to the {@link FloorServer}: bytes → rows, and the replies. */
final class FloorConnection extends SimpleChannelInboundHandler<ByteBuf> {
  private static final int LONGEST = 2 * (21 + 1023 + 1);
  private static final int REPORT = 0x0200;
  private static final int REPLY_BODY_BYTES = 5;

  private final Map<Long, Integer> vehicles;
  private final List<FloorWriter> writers;
  private final byte[] frame = new byte[LONGEST];
  private final ByteBuffer fields = ByteBuffer.wrap(frame);
  private ChannelHandlerContext ctx;
  private int length;
  private byte checksum;
  private boolean escaped;
  private int vehicle;
  private FloorWriter writer;

  /** Header and body of a reply, with the terminal's phone. */
  private byte[] reply;

  private int serial;
  private ByteBuf out;

  FloorConnection(Map<Long, Integer> vehicles, List<FloorWriter> writers) {
    this.vehicles = vehicles;
    this.writers = writers;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    ctx = context;
  }

  EventLoop loop() {
    return ctx.channel().eventLoop();
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, ByteBuf in) {
    byte[] bytes = new byte[in.readableBytes()];
    in.readBytes(bytes);
    for (byte b : bytes) {
      if (b == 0x7e) {
        if (length > 0) {
          close();
        }
        length = 0;
        checksum = 0;
      } else if (b == 0x7d) {
        escaped = true;
      } else {
        byte plain = escaped ? (byte) (b + 0x7c) : b;
        escaped = false;
        checksum ^= plain;
        frame[length++] = plain;
      }
    }
  }

  private void close() {
    int attributes = fields.getShort(2);
    boolean since2019 = (attributes & 1 << 14) != 0;
    int body = since2019 ? 17 : 12;
    if (checksum != 0
        || length != body + (attributes & 0x3ff) + 1
        || fields.getShort(0) != REPORT) {
      ctx.close();
      return;
    }
    if (writer == null) {
      enter(body - 2, since2019);
    }
    writer.add(this, fields.getShort(body - 2), vehicle, fields, body, length - 1);
  }

  private void enter(int serialAt, boolean since2019) {
    long phone = fields.getLong(serialAt - 8);
    vehicle = vehicles.get(since2019 ? phone : phone & 0xffff_ffff_ffffL);
    writer = writers.get(vehicle % writers.size());
    reply = new byte[serialAt + 2 + REPLY_BODY_BYTES];
    ByteBuffer all = ByteBuffer.wrap(reply).put(frame, 0, serialAt);
    all.putShort(0, (short) 0x8001);
    all.putShort(2, (short) (REPLY_BODY_BYTES | (since2019 ? 1 << 14 : 0)));
    all.putShort(serialAt + 4, (short) REPORT);
  }

  /** Says that a report is stored, to be flushed; on its event loop. Whether it is the first. */
  boolean acknowledge(short answered) {
    boolean first = out == null;
    if (first) {
      out = ctx.alloc().buffer(256);
    }
    int at = reply.length - REPLY_BODY_BYTES;
    reply[at - 2] = (byte) (serial >>> 8);
    reply[at - 1] = (byte) serial++;
    reply[at] = (byte) (answered >>> 8);
    reply[at + 1] = (byte) answered;
    out.writeByte(0x7e);
    byte sum = 0;
    for (byte b : reply) {
      sum ^= b;
      escape(b);
    }
    escape(sum);
    out.writeByte(0x7e);
    return first;
  }

  private void escape(byte b) {
    if (b == 0x7e || b == 0x7d) {
      out.writeShort(b == 0x7e ? 0x7d02 : 0x7d01);
    } else {
      out.writeByte(b);
    }
  }

  void flush() {
    ctx.writeAndFlush(out);
    out = null;
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    context.close();
  }
}
