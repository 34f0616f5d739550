package io.qingtu.web.bench.ingest;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * The floor of taking positions in: Netty, a decoder that knows one message and turns its bytes
 * into a row's, binary COPY into the table of positions, and the acknowledgement after the commit.
 * It lets anybody in, knows no sensors, keeps no last positions and tells nobody.
 */
public final class FloorServer {
  private FloorServer() {}

  /**
   * @param args port, JDBC URL, connections that write
   */
  public static void main(String[] args) throws SQLException {
    Map<Long, Integer> vehicles = vehicles(args[1]);
    EventLoopGroup loops =
        new MultiThreadIoEventLoopGroup(
            Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
    List<EventLoop> all =
        StreamSupport.stream(loops.spliterator(), false).map(EventLoop.class::cast).toList();
    List<FloorWriter> writers = new ArrayList<>();
    for (int i = 0; i < Integer.parseInt(args[2]); i++) {
      FloorWriter writer = new FloorWriter(DriverManager.getConnection(args[1]), all);
      writers.add(writer);
      new Thread(writer, "floor-writer-" + i).start();
    }
    new ServerBootstrap()
        .group(loops)
        .channel(
            Epoll.isAvailable() ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
        .option(ChannelOption.SO_BACKLOG, 1024)
        .childOption(ChannelOption.TCP_NODELAY, true)
        .childHandler(
            new ChannelInitializer<SocketChannel>() {
              @Override
              protected void initChannel(SocketChannel channel) {
                channel.pipeline().addLast(new FloorConnection(vehicles, writers));
              }
            })
        .bind("127.0.0.1", Integer.parseInt(args[0]))
        .syncUninterruptibly();
  }

  /** The vehicles by the last 16 digits of their terminals' phones, four bits each. */
  private static Map<Long, Integer> vehicles(String url) throws SQLException {
    Map<Long, Integer> vehicles = new HashMap<>();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select phone, vehicle_id from terminal")) {
      while (rows.next()) {
        vehicles.put(Long.parseLong(rows.getString(1), 16), rows.getInt(2));
      }
    }
    return vehicles;
  }
}
