package io.qingtu.server.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.timeout.IdleStateEvent;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.frame.FrameCodec;
import io.qingtu.protocol.frame.Header;
import io.qingtu.protocol.frame.PartAssembler.Added;
import io.qingtu.protocol.frame.PartSplitter;
import io.qingtu.protocol.message.PlatformMessage;
import io.qingtu.protocol.message.TerminalMessage;
import io.qingtu.protocol.message.media.MultimediaData;
import io.qingtu.protocol.message.transparent.CompressedMessage;
import io.qingtu.protocol.table.TerminalMessageType;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Frame → {@link TerminalMessage} → {@link TerminalSession}, and its replies → frames. */
final class MessageHandler extends SimpleChannelInboundHandler<Frame> implements Link {
  private static final Logger LOG = LoggerFactory.getLogger(MessageHandler.class);

  private final GatewayMeters meters;
  private final Duration unauthenticatedTime;
  private final TerminalSession session;
  private final Transfers transfers;
  private final SentParts sentParts = new SentParts();
  private PartCollector parts;
  private ChannelHandlerContext ctx;
  private int serialNumber;
  private int pauses;

  MessageHandler(
      SessionServices services,
      Transfers transfers,
      GatewayMeters meters,
      Duration unauthenticatedTime) {
    super(Frame.class);
    this.transfers = transfers;
    this.meters = meters;
    this.unauthenticatedTime = unauthenticatedTime;
    this.session = new TerminalSession(services, this);
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    ctx = context;
    parts =
        new PartCollector(
            transfers,
            context.executor(),
            (header, message) -> send(header, message, serials -> {}));
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
      Added added = parts.add(frame);
      session.receivePart(header, added.outcome());
      added.whole().ifPresent(whole -> receive(added.answers(), whole));
    } else {
      session.receivePart(header);
    }
  }

  private void receive(List<Header> answers, Frame frame) {
    TerminalMessage message;
    Optional<Frame> packed;
    try {
      message = session.read(frame);
      packed = packed(answers.get(0), message);
    } catch (MalformedException e) {
      meters.badMessage(e, frame);
      session.notes().malformed(frame, e);
      answers.forEach(h -> session.receiveMalformed(h, e));
      return;
    }
    if (packed.isPresent()) {
      // the same way as if it had come alone; the answer is the outer one's
      receive(answers, packed.get());
    } else if (answers.size() == 1 && message instanceof MultimediaData data && isPacket(data)) {
      receivePacket(frame, data);
    } else {
      session.receive(answers, frame.body(), message);
    }
    session.notes().heard(frame, message);
  }

  private Optional<Frame> packed(Header header, TerminalMessage message) {
    return message instanceof CompressedMessage compressed && session.collectsParts(header)
        ? PackedFrame.find(header, compressed)
        : Optional.empty();
  }

  private static boolean isPacket(MultimediaData data) {
    return data.packet().map(packet -> packet.total() > 1).orElse(false);
  }

  /** Media of 2011: its packets are messages, and parts of one all the same. */
  private void receivePacket(Frame packet, MultimediaData data) {
    Header header = packet.header();
    if (!session.collectsParts(header)) {
      session.receivePart(header);
      return;
    }
    Added added = parts.addPacket(packet, data);
    session.receivePart(header, added.outcome());
    added
        .whole()
        .ifPresent(
            whole ->
                session.receive(List.of(header), whole.body(), TerminalMessageType.decode(whole)));
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
          sentParts.add(frames);
        });
  }

  @Override
  public boolean resend(int firstSerialNumber, List<Integer> indexes) {
    Optional<List<Frame>> again = sentParts.find(firstSerialNumber, indexes);
    again.ifPresent(
        frames -> {
          ByteBuf out = ctx.alloc().buffer();
          frames.forEach(frame -> FrameCodec.encode(frame, out));
          ctx.writeAndFlush(out);
        });
    return again.isPresent();
  }

  @Override
  public void pause() {
    pauses++;
    readOrNot();
  }

  /** Always a task of its own: it may be called before {@link #pause()} is. */
  @Override
  public void resume() {
    later(
        () -> {
          pauses--;
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
    boolean reading = pauses == 0 && ctx.channel().isWritable();
    ctx.channel().config().setAutoRead(reading);
    parts.reading(reading);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    parts.stop();
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
