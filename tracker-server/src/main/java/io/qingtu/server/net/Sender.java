package io.qingtu.server.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.frame.FrameCodec;
import io.qingtu.protocol.frame.Header;
import io.qingtu.protocol.message.PlatformMessage;
import io.qingtu.server.session.SerialNumbers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way back to one terminal, over a connection or by datagrams: all on its event loop. What one
 * task of the event loop sends is written when it ends.
 */
final class Sender {
  private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

  private final ChannelHandlerContext ctx;
  private final Consumer<ByteBuf> writer;
  private final boolean together;
  private final Outbox outbox = new Outbox();
  private ByteBuf unwritten;

  /**
   * @param writer writes frames, to be flushed
   * @param together whether frames that go out at the same time may share a buffer
   */
  Sender(ChannelHandlerContext ctx, Consumer<ByteBuf> writer, boolean together) {
    this.ctx = ctx;
    this.writer = writer;
    this.together = together;
  }

  void reply(Header answered, PlatformMessage reply) {
    if (ctx.executor().inEventLoop()) {
      write(outbox.reply(answered, reply)); // as often as positions come: without a task
    } else {
      later(() -> write(outbox.reply(answered, reply)));
    }
  }

  void send(Header addressee, PlatformMessage message, Consumer<SerialNumbers> sent) {
    onEventLoop(
        () -> {
          if (ctx.channel().isActive()) {
            outbox.send(addressee, message, sent).forEach(this::write);
          }
        });
  }

  boolean resend(int firstSerialNumber, List<Integer> indexes) {
    Optional<List<Frame>> again = outbox.resend(firstSerialNumber, indexes);
    again.ifPresent(frames -> frames.forEach(this::write));
    return again.isPresent();
  }

  private void write(Frame frame) {
    boolean first = unwritten == null;
    if (!first && !together) {
      writer.accept(unwritten);
    }
    if (first || !together) {
      unwritten = ctx.alloc().buffer();
    }
    FrameCodec.encode(frame, unwritten);
    if (first && !later(this::flush)) {
      flush();
    }
  }

  /** Nothing waits behind this. On the event loop. */
  void flush() {
    if (unwritten != null) {
      writer.accept(unwritten);
      unwritten = null;
      ctx.flush();
    }
  }

  void onEventLoop(Runnable task) {
    if (ctx.executor().inEventLoop()) {
      task.run();
    } else {
      later(task);
    }
  }

  /** Always a task of its own; false where there is none any more. */
  boolean later(Runnable task) {
    try {
      ctx.executor().execute(task);
      return true;
    } catch (RejectedExecutionException e) {
      LOG.debug("the gateway has closed, there is nobody to answer", e);
      return false;
    }
  }
}
