package io.qingtu.server.net;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.handler.timeout.IdleStateHandler;
import io.qingtu.server.session.SessionServices;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The port to which terminals connect. */
public final class TerminalGateway implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TerminalGateway.class);
  private static final int BACKLOG = 1024;

  private final GatewayConfig config;
  private final SessionServices services;
  private final GatewayMeters meters;
  private final Transfers transfers;
  private final EventLoopGroup acceptor;
  private final EventLoopGroup workers;
  private ListeningPort server;

  public TerminalGateway(
      GatewayConfig config,
      TransferConfig transfers,
      SessionServices services,
      MeterRegistry registry) {
    this.config = config;
    this.services = services;
    this.meters = new GatewayMeters(registry);
    this.transfers = new Transfers(transfers, registry);
    this.acceptor = eventLoops(1);
    this.workers = eventLoops(0);
  }

  private static EventLoopGroup eventLoops(int threads) {
    return new MultiThreadIoEventLoopGroup(
        threads, Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
  }

  /**
   * Begins to listen.
   *
   * @throws IllegalStateException where the port is taken or not allowed
   */
  public void start() {
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(acceptor, workers)
            .channel(
                Epoll.isAvailable() ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .childHandler(new Initializer());
    server = ListeningPort.open(bootstrap, config.host(), config.port());
    LOG.info("terminals at {}:{}", config.host(), port());
  }

  /** The port that it listens on. */
  public int port() {
    return server.number();
  }

  /** Closes the port and every connection. */
  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
    acceptor.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
    workers.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  private final class Initializer extends ChannelInitializer<SocketChannel> {
    @Override
    protected void initChannel(SocketChannel channel) {
      int open = meters.opened();
      channel.closeFuture().addListener(closed -> meters.gone());
      if (open > config.connections()) {
        meters.closed("too-many");
        channel.close();
        return;
      }
      channel
          .pipeline()
          .addLast(
              new IdleStateHandler(config.idleTime().toMillis(), 0, 0, TimeUnit.MILLISECONDS),
              new FrameDecoder(meters),
              // hands over one frame at a time, so that pausing stops at once
              new FlowControlHandler(),
              new MessageHandler(services, transfers, meters, config.unauthenticatedTime()));
    }
  }
}
