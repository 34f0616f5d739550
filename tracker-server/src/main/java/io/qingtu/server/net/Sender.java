package io.qingtu.server.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.qingtu.protocol.frame.Header;
import io.qingtu.protocol.message.PlatformMessage;
import io.qingtu.server.session.SerialNumbers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way back to one terminal, over a connection or by datagrams: all on its event loop. */
final class Sender {
  private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

  private final ChannelHandlerContext ctx;
  private final Consumer<List<ByteBuf>> writer;
  private final Outbox outbox = new Outbox();

  /**
   * @param writer brings frames to the terminal, each in a buffer of its own
   */
  Sender(ChannelHandlerContext ctx, Consumer<List<ByteBuf>> writer) {
    this.ctx = ctx;
    this.writer = writer;
  }

  void reply(Header answered, PlatformMessage reply) {
    onEventLoop(() -> writer.accept(List.of(outbox.reply(answered, reply, ctx.alloc()))));
  }

  void send(Header addressee, PlatformMessage message, Consumer<SerialNumbers> sent) {
    onEventLoop(
        () -> {
          if (ctx.channel().isActive()) {
            writer.accept(outbox.send(addressee, message, sent, ctx.alloc()));
          }
        });
  }

  boolean resend(int firstSerialNumber, List<Integer> indexes) {
    Optional<List<ByteBuf>> again = outbox.resend(firstSerialNumber, indexes, ctx.alloc());
    again.ifPresent(writer);
    return again.isPresent();
  }

  void onEventLoop(Runnable task) {
    if (ctx.executor().inEventLoop()) {
      task.run();
    } else {
      later(task);
    }
  }

  /** Always a task of its own. */
  void later(Runnable task) {
    try {
      ctx.executor().execute(task);
    } catch (RejectedExecutionException e) {
      LOG.debug("the gateway has closed, there is nobody to answer", e);
    }
  }
}
