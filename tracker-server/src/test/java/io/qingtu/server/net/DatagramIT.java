package io.qingtu.server.net;

import static io.qingtu.fixtures.Patience.await;
import static io.qingtu.server.RunningServer.OTHER_PHONE;
import static io.qingtu.server.RunningServer.OTHER_PLATE;
import static io.qingtu.server.RunningServer.PHONE;
import static io.qingtu.server.RunningServer.PLATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.Counter;
import io.qingtu.fixtures.Patience;
import io.qingtu.fixtures.packet.LocationBody;
import io.qingtu.fixtures.packet.PacketBuilder;
import io.qingtu.fixtures.packet.PlatformReply;
import io.qingtu.fixtures.packet.Registration;
import io.qingtu.server.RunningServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Terminals over UDP. */
class DatagramIT {
  private static final int FAILURE = 1;

  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = new RunningServer(DatagramIT.class, Map.of("gateway.udp-port", "0"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** A terminal with a socket; closing it and opening another changes its port. */
  private static final class Terminal implements AutoCloseable {
    private final PacketBuilder packets;
    private final DatagramSocket socket;
    private final int port;

    private Terminal(String phone, int port) throws IOException {
      packets = new PacketBuilder(PacketBuilder.Version.V2013, phone);
      this.port = port;
      socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
      socket.setSoTimeout((int) Patience.LONGEST.toMillis());
    }

    private void send(byte[]... packets) throws IOException {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      for (byte[] packet : packets) {
        all.writeBytes(packet);
      }
      byte[] bytes = all.toByteArray();
      InetAddress host = InetAddress.getLoopbackAddress();
      socket.send(new DatagramPacket(bytes, bytes.length, host, port));
    }

    private PlatformReply reply() throws IOException {
      DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
      socket.receive(packet);
      return PlatformReply.read(Arrays.copyOf(packet.getData(), packet.getLength()));
    }

    private PlatformReply ask(byte[] packet) throws IOException {
      send(packet);
      return reply();
    }

    private void signIn(String plate) throws IOException {
      String code = ask(packets.register(Registration.of("1234567", plate))).authCode();
      assertTrue(ask(packets.authenticate(code)).success());
    }

    @Override
    public void close() {
      socket.close();
    }
  }

  private static Terminal terminal(String phone) throws IOException {
    return new Terminal(phone, server.parts().gateway().udpPort());
  }

  @Test
  void storesWhatComesInDatagramsAndAnswersEachFrame() throws IOException {
    try (Terminal terminal = terminal(PHONE)) {
      terminal.signIn(PLATE);
      Instant now = Instant.now();
      terminal.send(
          terminal.packets.location(LocationBody.at(36.7, 119.1, now.minusSeconds(5))),
          terminal.packets.location(LocationBody.at(36.7, 119.1, now)));
      assertTrue(terminal.reply().success());
      assertTrue(terminal.reply().success());
      assertEquals(
          List.of(PLATE),
          server.parts().positions().latest().stream().map(p -> p.plate()).distinct().toList());
    }
  }

  @Test
  void followsATerminalToAnotherPortOfItsHost() throws IOException {
    try (Terminal before = terminal(OTHER_PHONE);
        Terminal after = terminal(OTHER_PHONE)) {
      before.signIn(OTHER_PLATE);
      assertTrue(after.ask(after.packets.heartbeat()).success());
      assertTrue(before.ask(before.packets.heartbeat()).success());
    }
  }

  @Test
  void neverJoinsDatagrams() throws IOException {
    try (Terminal terminal = terminal(PHONE)) {
      terminal.signIn(PLATE);
      byte[] frame = terminal.packets.serial(77).heartbeat();
      terminal.send(Arrays.copyOf(frame, 8));
      terminal.send(Arrays.copyOfRange(frame, 8, frame.length));
      PlatformReply reply = terminal.ask(terminal.packets.serial(78).heartbeat());
      assertEquals(78, reply.replySerial());
    }
  }

  @Test
  void refusesATerminalThatHasNotAuthenticatedAndForgetsItInTime() throws Exception {
    try (RunningServer hasty =
            new RunningServer(
                DatagramIT.class,
                Map.of("gateway.udp-port", "0", "gateway.unauthenticated-time", "50ms"));
        Terminal terminal = new Terminal(PHONE, hasty.parts().gateway().udpPort())) {
      assertEquals(FAILURE, terminal.ask(terminal.packets.heartbeat()).result());
      Counter closed = hasty.meters.counter("gateway.closed", "reason", "unauthenticated");
      await("it is forgotten").until(() -> closed.count() > 0);
    }
  }

  @Test
  void doesNotAnswerStrangers() throws IOException {
    try (Terminal stranger = terminal("13900000000")) {
      stranger.send(stranger.packets.register(Registration.of("1234567", PLATE)));
      await("it is seen").until(() -> server.count("gateway.udp.stranger") > 0);
      stranger.socket.setSoTimeout(300);
      assertThrows(SocketTimeoutException.class, stranger::reply);
    }
  }

  @Test
  void survivesDatagramsOfAnything() throws IOException {
    try (Terminal terminal = terminal(PHONE)) {
      terminal.signIn(PLATE);
      byte[] marks = new byte[60_000];
      Arrays.fill(marks, (byte) 0x7e);
      terminal.send(marks);
      terminal.send(new byte[0]);
      terminal.send(new byte[60_000]);
      terminal.send("GET / HTTP/1.1".getBytes());
      assertTrue(terminal.ask(terminal.packets.heartbeat()).success());
    }
  }
}
