package io.qingtu.server.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.timeout.IdleStateEvent;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.frame.FrameCodec;
import io.qingtu.protocol.frame.Header;
import io.qingtu.protocol.frame.Part;
import io.qingtu.protocol.frame.PartAssembler;
import io.qingtu.protocol.frame.PartSplitter;
import io.qingtu.protocol.message.PlatformMessage;
import io.qingtu.protocol.message.TerminalMessage;
import io.qingtu.server.session.Link;
import io.qingtu.server.session.SerialNumbers;
import io.qingtu.server.session.SessionServices;
import io.qingtu.server.session.TerminalSession;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Frame → {@link TerminalMessage} → {@link TerminalSession}, and its replies → frames. */
final class MessageHandler extends SimpleChannelInboundHandler<Frame> implements Link {
  private static final Logger LOG = LoggerFactory.getLogger(MessageHandler.class);

  /** A batch of locations is a few parts; two of them at a time. */
  private static final PartAssembler.Limits PARTS =
      new PartAssembler.Limits(2, 64 * 1024, Duration.ofSeconds(60));

  private final SessionServices services;
  private final GatewayMeters meters;
  private final Duration unauthenticatedTime;
  private final TerminalSession session;
  private final PartAssembler parts = new PartAssembler(PARTS);
  private ChannelHandlerContext ctx;
  private int serialNumber;
  private boolean paused;

  MessageHandler(SessionServices services, GatewayMeters meters, Duration unauthenticatedTime) {
    super(Frame.class);
    this.services = services;
    this.meters = meters;
    this.unauthenticatedTime = unauthenticatedTime;
    this.session = new TerminalSession(services, this);
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    ctx = context;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    context
        .executor()
        .schedule(
            () -> {
              if (!session.isAuthenticated() && context.channel().isActive()) {
                close("unauthenticated");
              }
            },
            unauthenticatedTime.toMillis(),
            TimeUnit.MILLISECONDS);
    context.fireChannelActive();
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, Frame frame) {
    Header header = frame.header();
    if (header.part().isEmpty()) {
      receive(List.of(header), frame);
    } else if (session.collectsParts(header)) {
      Optional<Frame> whole = parts.add(frame, services.clock().instant());
      whole.ifPresent(w -> receive(allParts(header), w));
    } else {
      session.receivePart(header);
    }
  }

  private void receive(List<Header> answers, Frame frame) {
    TerminalMessage message;
    try {
      message = session.read(frame);
    } catch (MalformedException e) {
      meters.badMessage(e, frame);
      session.notes().malformed(frame, e);
      answers.forEach(h -> session.receiveMalformed(h, e));
      return;
    }
    session.receive(answers, message);
    session.notes().heard(frame, message);
  }

  /** Parts have serial numbers in a row; each is answered once the whole is stored. */
  private static List<Header> allParts(Header last) {
    Part part = last.part().orElseThrow();
    int first = last.serialNumber() - (part.index() - 1);
    return IntStream.range(0, part.total())
        .mapToObj(
            i -> Header.of(last.messageId(), last.version(), last.phone(), first + i & 0xffff))
        .toList();
  }

  @Override
  public void reply(Header answered, PlatformMessage reply) {
    onEventLoop(
        () -> {
          ByteBuf out = ctx.alloc().buffer();
          FrameCodec.encode(reply.replyTo(answered, serialNumber), out);
          serialNumber = serialNumber + 1 & 0xffff;
          ctx.writeAndFlush(out);
        });
  }

  @Override
  public void send(Header addressee, PlatformMessage message, Consumer<SerialNumbers> sent) {
    onEventLoop(
        () -> {
          if (!ctx.channel().isActive()) {
            return;
          }
          List<Frame> frames =
              PartSplitter.split(
                  message.toFrame(addressee.reply(message.messageId(), serialNumber)));
          sent.accept(new SerialNumbers(serialNumber, frames.size()));
          serialNumber = serialNumber + frames.size() & 0xffff;
          ByteBuf out = ctx.alloc().buffer();
          frames.forEach(frame -> FrameCodec.encode(frame, out));
          ctx.writeAndFlush(out);
        });
  }

  @Override
  public void pause() {
    paused = true;
    readOrNot();
  }

  /** Always a task of its own: it may be called before {@link #pause()} is. */
  @Override
  public void resume() {
    later(
        () -> {
          paused = false;
          readOrNot();
        });
  }

  @Override
  public void close(String reason) {
    meters.closed(reason);
    ctx.close();
  }

  /** A terminal that does not read its replies is not read either. */
  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    readOrNot();
    context.fireChannelWritabilityChanged();
  }

  private void readOrNot() {
    ctx.channel().config().setAutoRead(!paused && ctx.channel().isWritable());
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    session.end();
    context.fireChannelInactive();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof IdleStateEvent) {
      close("idle");
    } else {
      context.fireUserEventTriggered(event);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (cause instanceof IOException) {
      LOG.debug("connection of {} broke", context.channel().remoteAddress(), cause);
      meters.closed("broken");
    } else {
      LOG.error("closing {}", context.channel().remoteAddress(), cause);
      meters.closed("error");
    }
    context.close();
  }

  private void onEventLoop(Runnable task) {
    if (ctx.executor().inEventLoop()) {
      task.run();
    } else {
      later(task);
    }
  }

  private void later(Runnable task) {
    try {
      ctx.executor().execute(task);
    } catch (RejectedExecutionException e) {
      LOG.debug("the gateway has closed, there is nobody to answer", e);
    }
  }
}
