package io.qingtu.server.net;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.handler.timeout.IdleStateEvent;
import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.frame.Header;
import io.qingtu.protocol.message.PlatformMessage;
import io.qingtu.server.session.Link;
import io.qingtu.server.session.SerialNumbers;
import io.qingtu.server.session.SessionServices;
import io.qingtu.server.session.TerminalSession;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Frame → {@link TerminalMessage} → {@link TerminalSession}, and its replies → frames. */
final class MessageHandler extends SimpleChannelInboundHandler<Frame> implements Link {
  private static final Logger LOG = LoggerFactory.getLogger(MessageHandler.class);

  private final GatewayMeters meters;
  private final Duration unauthenticatedTime;
  private final TerminalSession session;
  private final Transfers transfers;
  private final Throttle throttle;
  private Inbox inbox;
  private Sender sender;
  private ChannelHandlerContext ctx;
  private int pauses;

  MessageHandler(
      SessionServices services, Transfers transfers, GatewayMeters meters, GatewayConfig config) {
    super(Frame.class);
    this.transfers = transfers;
    this.meters = meters;
    this.unauthenticatedTime = config.unauthenticatedTime();
    this.session = new TerminalSession(services, this);
    this.throttle = new Throttle(config.messagesPerSecond());
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    ctx = context;
    sender = new Sender(context, context::write, true);
    inbox =
        new Inbox(
            transfers,
            meters,
            session,
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
    inbox.take(frame);
    long wait = throttle.pauseAfterMessage();
    if (wait > 0) {
      meters.throttled();
      pause();
      context.executor().schedule(this::goOn, wait, TimeUnit.NANOSECONDS);
    }
  }

  @Override
  public Executor thread() {
    return ctx.executor();
  }

  @Override
  public void reply(Header answered, PlatformMessage reply) {
    sender.reply(answered, reply);
  }

  @Override
  public void send(Header addressee, PlatformMessage message, Consumer<SerialNumbers> sent) {
    sender.send(addressee, message, sent);
  }

  @Override
  public boolean resend(int firstSerialNumber, List<Integer> indexes) {
    return sender.resend(firstSerialNumber, indexes);
  }

  @Override
  public void pause() {
    pauses++;
    readOrNot();
  }

  /** Always a task of its own: it may be called before {@link #pause()} is. */
  @Override
  public void resume() {
    sender.later(this::goOn);
  }

  private void goOn() {
    pauses--;
    readOrNot();
  }

  @Override
  public void close(String reason) {
    meters.closed(reason);
    sender.onEventLoop(
        () -> {
          sender.flush(); // why, perhaps
          ctx.close();
        });
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
    inbox.reading(reading);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    inbox.stop();
    context.fireChannelInactive();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof IdleStateEvent) {
      close("idle");
    } else if (event instanceof SslHandshakeCompletionEvent handshake && !handshake.isSuccess()) {
      close("tls");
    } else if (event instanceof BadFrame bad) {
      session.notes().badFrame(bad.reason(), bad.begin());
    } else {
      context.fireUserEventTriggered(event);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (cause instanceof IOException) {
      LOG.debug("connection of {} broke", context.channel().remoteAddress(), cause);
      meters.closed("broken");
    } else if (cause.getCause() instanceof SSLException) {
      LOG.debug("no TLS with {}", context.channel().remoteAddress(), cause);
    } else {
      LOG.error("closing {}", context.channel().remoteAddress(), cause);
      meters.closed("error");
    }
    context.close();
  }
}
