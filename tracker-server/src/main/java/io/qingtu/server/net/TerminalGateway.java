package io.qingtu.server.net;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.bootstrap.AbstractBootstrap;
import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioChannelOption;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.NettyRuntime;
import io.qingtu.server.session.Doorkeeper;
import io.qingtu.server.session.SessionServices;
import java.net.InetAddress;
import java.net.StandardSocketOptions;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ports to which terminals connect: TCP, TCP with TLS, UDP. */
public final class TerminalGateway implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TerminalGateway.class);

  /** Connections that wait to be accepted; the system has a bound of its own. */
  private static final int BACKLOG = 4096;

  /** What UDP can carry. */
  private static final int LONGEST_DATAGRAM = 65_535;

  private final GatewayConfig config;
  private final SessionServices services;
  private final GatewayMeters meters;
  private final Transfers transfers;
  private final EventLoopGroup acceptor;
  private final EventLoopGroup workers;
  private final Doorkeeper doorkeeper;
  private final AcceptLimit limit;
  private final AddressLimit addresses;
  private final Optional<SslContext> tls;
  private ListeningPort server;
  private ListeningPort tlsServer;
  private ListeningPort udpServer;

  /**
   * @param tls for the port with TLS; empty where there is none
   */
  public TerminalGateway(
      GatewayConfig config,
      TransferConfig transfers,
      Optional<SslContext> tls,
      SessionServices services,
      MeterRegistry registry) {
    this.config = config;
    this.services = services;
    this.meters = new GatewayMeters(registry);
    this.transfers = new Transfers(transfers, registry);
    this.doorkeeper = new Doorkeeper(services);
    ConnectionLimit most = ConnectionLimit.of(config.connections());
    registry.gauge("gateway.connections.most", most, ConnectionLimit::most);
    this.limit = new AcceptLimit(most, meters);
    this.addresses = new AddressLimit(config.connectionsPerAddress());
    this.tls = tls;
    this.acceptor = eventLoops(1);
    // they never wait: more of them than cores would only take turns
    this.workers = eventLoops(NettyRuntime.availableProcessors());
  }

  private static EventLoopGroup eventLoops(int threads) {
    return new MultiThreadIoEventLoopGroup(
        threads, Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
  }

  /**
   * Begins to listen.
   *
   * @throws IllegalStateException where a port is taken or not allowed
   */
  public void start() {
    server = ListeningPort.open(tcp(Optional.empty()), config.host(), config.port());
    LOG.info("terminals at {}:{}", config.host(), port());
    if (tls.isPresent()) {
      tlsServer = ListeningPort.open(tcp(tls), config.host(), config.tls().port());
      LOG.info("terminals with TLS at {}:{}", config.host(), tlsPort());
    }
    if (config.udpPort() != GatewayConfig.NO_PORT) {
      udpServer = ListeningPort.open(udp(), config.host(), config.udpPort());
      LOG.info("terminals over UDP at {}:{}", config.host(), udpPort());
    }
  }

  private ServerBootstrap tcp(Optional<SslContext> security) {
    ServerBootstrap port =
        new ServerBootstrap()
            .group(acceptor, workers)
            .channel(
                Epoll.isAvailable() ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .handler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel port) {
                    if (config.acceptsPerSecond() > 0) {
                      port.pipeline().addLast(new AcceptRate(config.acceptsPerSecond()));
                    }
                    port.pipeline().addLast(limit);
                  }
                })
            .childHandler(new Initializer(security));
    return shared(port);
  }

  private Bootstrap udp() {
    return shared(
        new Bootstrap()
            .group(workers)
            .channel(Epoll.isAvailable() ? EpollDatagramChannel.class : NioDatagramChannel.class)
            .option(
                ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(LONGEST_DATAGRAM))
            .handler(
                new DatagramHandler(new DatagramServices(config, services, transfers, meters))));
  }

  /** Other processes may listen there, too, where that is asked for. */
  private <B extends AbstractBootstrap<B, ?>> B shared(B port) {
    if (config.reusePort()) {
      port.option(
          Epoll.isAvailable()
              ? EpollChannelOption.SO_REUSEPORT
              : NioChannelOption.of(StandardSocketOptions.SO_REUSEPORT),
          true);
    }
    return port;
  }

  /** The port that it listens on. */
  public int port() {
    return server.number();
  }

  /** The port that it listens on with TLS. */
  public int tlsPort() {
    return tlsServer.number();
  }

  /** The port that it listens on for datagrams. */
  public int udpPort() {
    return udpServer.number();
  }

  /** Closes the port and every connection. */
  @Override
  public void close() {
    Stream.of(server, tlsServer, udpServer).filter(Objects::nonNull).forEach(ListeningPort::close);
    acceptor.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
    workers.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  private final class Initializer extends ChannelInitializer<SocketChannel> {
    private final Optional<SslContext> security;

    private Initializer(Optional<SslContext> security) {
      this.security = security;
    }

    @Override
    protected void initChannel(SocketChannel channel) {
      if (channel.remoteAddress() == null) {
        // gone before it was looked at
        channel.close();
        return;
      }
      InetAddress address = channel.remoteAddress().getAddress();
      if (!addresses.enter(address)) {
        meters.closed("too-many-of-address");
        channel.close();
        return;
      }
      channel.closeFuture().addListener(closed -> addresses.leave(address));
      security.ifPresent(
          context -> channel.pipeline().addLast(context.newHandler(channel.alloc())));
      channel
          .pipeline()
          .addLast(
              new IdleStateHandler(config.idleTime().toMillis(), 0, 0, TimeUnit.MILLISECONDS),
              new FrameDecoder(meters, doorkeeper::overlooksChecksum),
              // hands over one frame at a time, so that pausing stops at once
              new FlowControlHandler(),
              new MessageHandler(services, transfers, meters, config));
    }
  }
}
