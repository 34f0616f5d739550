package io.qingtu.server.net;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Counts the connections of all listening ports as they are accepted, and ends those beyond the
 * limit there and then: until their event loop looked at them they would hold open files, and in a
 * crowd all that there are.
 */
@Sharable
final class AcceptLimit extends ChannelInboundHandlerAdapter {
  private final ConnectionLimit limit;
  private final GatewayMeters meters;

  AcceptLimit(ConnectionLimit limit, GatewayMeters meters) {
    this.limit = limit;
    this.meters = meters;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object accepted) {
    Channel connection = (Channel) accepted;
    if (limit.allows(meters.opened())) {
      connection.closeFuture().addListener(closed -> meters.gone());
      ctx.fireChannelRead(connection);
    } else {
      meters.gone();
      meters.closed("too-many");
      connection.unsafe().closeForcibly();
    }
  }
}
