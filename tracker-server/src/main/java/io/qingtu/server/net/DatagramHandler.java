package io.qingtu.server.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.frame.FrameStream;
import io.qingtu.server.session.Doorkeeper;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Terminals over UDP. A datagram holds whole frames. A session belongs to a phone and the host that
 * it sends from: another port of the same host is the same session, which networks give a terminal
 * at any time; another host has to authenticate. Only phones of the register get a session, so that
 * strangers with made-up addresses get no answer and take no room.
 */
final class DatagramHandler extends SimpleChannelInboundHandler<DatagramPacket> {
  private static final Logger LOG = LoggerFactory.getLogger(DatagramHandler.class);
  private static final long SWEEP_MILLIS = 100;

  private record Sender(InetAddress host, String phone) {}

  private final DatagramServices services;
  private final GatewayConfig config;
  private final GatewayMeters meters;
  private final Doorkeeper doorkeeper;
  private final Map<Sender, DatagramLink> links = new HashMap<>();

  DatagramHandler(DatagramServices services) {
    this.services = services;
    this.config = services.config();
    this.meters = services.meters();
    this.doorkeeper = new Doorkeeper(services.sessions());
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    ctx.executor()
        .scheduleWithFixedDelay(this::sweep, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    ctx.fireChannelActive();
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, DatagramPacket packet) {
    List<Frame> frames = frames(ctx, packet.content());
    for (Frame frame : frames) {
      link(ctx, frame, packet.sender());
    }
  }

  private void link(ChannelHandlerContext ctx, Frame frame, InetSocketAddress from) {
    if (doorkeeper.find(frame.header().phone()).isEmpty()) {
      meters.stranger();
      return;
    }
    Sender sender = new Sender(from.getAddress(), doorkeeper.identity(frame.header().phone()));
    DatagramLink link = links.get(sender);
    if (link == null) {
      if (links.size() >= config.connections()) {
        meters.closed("too-many");
        return;
      }
      link = new DatagramLink(ctx, services, l -> links.remove(sender, l));
      links.put(sender, link);
    }
    link.take(frame, from);
  }

  /** The frames of one datagram; what is cut short is lost, not awaited. */
  private List<Frame> frames(ChannelHandlerContext ctx, ByteBuf datagram) {
    List<Frame> frames = new ArrayList<>(1);
    new FrameStream(
            new FrameStream.Listener() {
              @Override
              public void frame(Frame frame) {
                meters.goodFrame();
                frames.add(frame);
              }

              @Override
              public boolean overlooks(Frame frame) {
                return doorkeeper.overlooksChecksum(frame.header().phone());
              }

              @Override
              public void refused(Bytes piece, MalformedException reason) {
                meters.badFrame(reason, ctx.channel(), piece);
              }

              @Override
              public void dropped(int bytes) {
                meters.garbage(bytes);
              }
            })
        .read(datagram);
    return frames;
  }

  private void sweep() {
    for (DatagramLink link : List.copyOf(links.values())) {
      String reason = link.overdue(config);
      if (!reason.isEmpty()) {
        link.close(reason);
      }
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    List.copyOf(links.values()).forEach(DatagramLink::end);
    links.clear();
    ctx.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    // one datagram that cannot be read or answered must not end the port
    LOG.warn("a datagram is lost: {}", cause.toString());
  }
}
