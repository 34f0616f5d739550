package io.qingtu.server.net;

import io.netty.bootstrap.AbstractBootstrap;
import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import java.net.InetSocketAddress;

/** A port that is listened on for terminals. */
public final class ListeningPort implements AutoCloseable {
  private final Channel channel;

  private ListeningPort(Channel channel) {
    this.channel = channel;
  }

  /**
   * Begins to listen, with what all connections of terminals need set on the bootstrap.
   *
   * @param port 0 takes any free one
   * @throws IllegalStateException where the port is taken or not allowed
   */
  public static ListeningPort open(ServerBootstrap bootstrap, String host, int port) {
    bootstrap
        .option(ChannelOption.SO_REUSEADDR, true)
        .childOption(ChannelOption.TCP_NODELAY, true)
        .childOption(ChannelOption.SO_KEEPALIVE, true);
    return bind(bootstrap, host, port);
  }

  /** As {@link #open(ServerBootstrap, String, int)}, for datagrams. */
  static ListeningPort open(Bootstrap bootstrap, String host, int port) {
    return bind(bootstrap, host, port);
  }

  private static ListeningPort bind(AbstractBootstrap<?, ?> bootstrap, String host, int port) {
    ChannelFuture bound = bootstrap.bind(new InetSocketAddress(host, port)).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new IllegalStateException("cannot listen on " + host + ":" + port, bound.cause());
    }
    return new ListeningPort(bound.channel());
  }

  /** The port's number, which the system chose where any was asked for. */
  public int number() {
    return ((InetSocketAddress) channel.localAddress()).getPort();
  }

  /** Takes no more connections; those that are open stay. */
  @Override
  public void close() {
    channel.close().awaitUninterruptibly();
  }
}
