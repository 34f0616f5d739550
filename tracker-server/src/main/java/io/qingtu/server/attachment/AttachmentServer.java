package io.qingtu.server.attachment;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.util.concurrent.DefaultEventExecutorGroup;
import io.netty.util.concurrent.EventExecutorGroup;
import io.qingtu.protocol.frame.PartBudget;
import io.qingtu.server.net.ListeningPort;
import io.qingtu.server.store.MediaStore;
import io.qingtu.server.store.SafetyAlarmStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The port to which terminals send the evidence of their safety alarms. */
public final class AttachmentServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AttachmentServer.class);
  private static final int WRITERS = 4;
  private static final int CLOSE_SECONDS = 5;

  /** Memory for parts of messages of all connections together. */
  private static final long PART_BYTES = 4 * 1024 * 1024;

  private final AttachmentConfig config;
  private final Clock clock;
  private final PartBudget partBudget = new PartBudget(PART_BYTES);
  private final AttachmentMeters meters;
  private final Uploads uploads;
  private final EventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final EventExecutorGroup writers = new DefaultEventExecutorGroup(WRITERS);
  private ListeningPort server;

  public AttachmentServer(
      AttachmentConfig config,
      SafetyAlarmStore alarms,
      MediaStore media,
      Clock clock,
      MeterRegistry registry) {
    this.config = config;
    this.clock = clock;
    this.meters = new AttachmentMeters(registry);
    this.uploads = new Uploads(config, alarms, media, clock);
  }

  /**
   * Begins to listen.
   *
   * @throws IllegalStateException where the port is taken or not allowed
   */
  public void start() {
    try {
      uploads.clean();
    } catch (IOException e) {
      throw new UncheckedIOException("begun attachments cannot be removed: " + e, e);
    }
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            // the handler reads when it is done with what it has
            .childOption(ChannelOption.AUTO_READ, false)
            .childHandler(new Initializer());
    server = ListeningPort.open(bootstrap, config.host(), config.port());
    LOG.info("attachments at {}:{}", config.host(), port());
  }

  /** The port that it listens on. */
  public int port() {
    return server.number();
  }

  /** Closes the port and every connection; what is not whole is removed. */
  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
    loops.shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
    writers.shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
    try {
      uploads.close();
    } catch (IOException e) {
      LOG.warn("begun attachments stay until the next start: {}", e.getMessage());
    }
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
              new AttachmentDecoder(meters),
              new FlowControlHandler(),
              new AttachmentHandler(
                  config, uploads, new ListParts(partBudget, clock), meters, writers.next()));
    }
  }
}
