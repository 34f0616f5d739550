package io.qingtu.server.net;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.TimeUnit;

/**
 * Accepts so many connections a second and leaves the others in the system's queue, where they wait
 * instead of being refused: a city's terminals that come back in the same second must not keep
 * those waiting that are here already. Belongs to one listening port.
 */
final class AcceptRate extends ChannelInboundHandlerAdapter {
  /** Turns of a second: a terminal waits no longer than one of them where there is no crowd. */
  private static final int TURNS = 20;

  private static final long TURN_NANOS = TimeUnit.SECONDS.toNanos(1) / TURNS;

  private final int inATurn;
  private int accepted;
  private long turn = System.nanoTime();

  /**
   * @param perSecond at least 1
   */
  AcceptRate(int perSecond) {
    this.inATurn = Math.max(1, perSecond / TURNS);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object connection) {
    long now = System.nanoTime();
    if (now - turn >= TURN_NANOS) {
      turn = now;
      accepted = 0;
    }
    if (++accepted >= inATurn) {
      ctx.channel().config().setAutoRead(false);
      ctx.executor()
          .schedule(
              () -> ctx.channel().config().setAutoRead(true),
              turn + TURN_NANOS - now,
              TimeUnit.NANOSECONDS);
    }
    ctx.fireChannelRead(connection);
  }
}
