package io.qingtu.server.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.DatagramPacket;
import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.frame.Header;
import io.qingtu.protocol.message.PlatformMessage;
import io.qingtu.server.session.Link;
import io.qingtu.server.session.SerialNumbers;
import io.qingtu.server.session.TerminalSession;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * A terminal that sends datagrams: its session, and the way back to the port that its last one came
 * from. There is nothing to hold a terminal back with, so what comes while the store is full is
 * dropped and not answered: the terminal sends it again.
 */
final class DatagramLink implements Link {
  private final ChannelHandlerContext ctx;
  private final GatewayMeters meters;
  private final Consumer<DatagramLink> closing;
  private final TerminalSession session;
  private final Inbox inbox;
  private final Sender sender;
  private final Throttle throttle;
  private final long opened = System.nanoTime();
  private InetSocketAddress address;
  private long heard = opened;
  private long mutedUntil = opened;
  private int pauses;

  /**
   * @param closing told when the gateway ends this
   */
  DatagramLink(
      ChannelHandlerContext ctx, DatagramServices services, Consumer<DatagramLink> closing) {
    this.ctx = ctx;
    this.sender = new Sender(ctx, this::write, false);
    this.meters = services.meters();
    this.closing = closing;
    this.session = new TerminalSession(services.sessions(), this);
    this.inbox =
        new Inbox(
            services.transfers(),
            meters,
            session,
            ctx.executor(),
            (header, message) -> send(header, message, serials -> {}));
    this.throttle = new Throttle(services.config().messagesPerSecond());
  }

  /** A frame of the terminal has come. */
  void take(Frame frame, InetSocketAddress from) {
    long now = System.nanoTime();
    address = from;
    heard = now;
    if (pauses > 0 || now - mutedUntil < 0) {
      meters.datagramDropped();
      return;
    }
    inbox.take(frame);
    mutedUntil = now + throttle.pauseAfterMessage();
  }

  /** Why this should end, or empty text: nobody has authenticated in time, or nothing comes. */
  String overdue(GatewayConfig config) {
    long now = System.nanoTime();
    if (now - heard > config.idleTime().toNanos()) {
      return "idle";
    }
    boolean late = now - opened > config.unauthenticatedTime().toNanos();
    return late && !session.isAuthenticated() ? "unauthenticated" : "";
  }

  /** Ends the session without a word. */
  void end() {
    inbox.stop();
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

  /** Each part goes in a datagram of its own. */
  private void write(ByteBuf frame) {
    ctx.write(new DatagramPacket(frame, address));
  }

  @Override
  public void pause() {
    pauses++;
    inbox.reading(false);
  }

  /** Always a task of its own: it may be called before {@link #pause()} is. */
  @Override
  public void resume() {
    sender.later(
        () -> {
          pauses--;
          inbox.reading(pauses == 0);
        });
  }

  @Override
  public void close(String reason) {
    sender.onEventLoop(
        () -> {
          meters.closed(reason);
          closing.accept(this);
          end();
        });
  }
}
