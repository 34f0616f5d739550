package io.qingtu.server.net;

import static io.qingtu.fixtures.Patience.await;
import static io.qingtu.server.RunningServer.OTHER_PHONE;
import static io.qingtu.server.RunningServer.OTHER_PLATE;
import static io.qingtu.server.RunningServer.PHONE;
import static io.qingtu.server.RunningServer.PLATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetric;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import io.qingtu.fixtures.packet.LocationBody;
import io.qingtu.protocol.frame.FrameStream;
import io.qingtu.server.RunningServer;
import io.qingtu.server.TerminalSocket;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a port on the internet gets to see beside terminals. */
class HostileInputIT {
  private static final int FLOOD = 100 * 1024 * 1024;
  private static final int CHUNK = 64 * 1024;

  /** What the buffers of a few connections may take, with room for the allocator's own chunks. */
  private static final long BUFFERS = 32L * 1024 * 1024;

  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = new RunningServer(HostileInputIT.class, Map.of());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static TerminalSocket connect(RunningServer to) {
    return new TerminalSocket(to.port(), PHONE);
  }

  private static double closed(RunningServer by, String reason) {
    return by.meters.counter("gateway.closed", "reason", reason).count();
  }

  private static long buffers() {
    ByteBufAllocatorMetric metric =
        ((ByteBufAllocatorMetricProvider) ByteBufAllocator.DEFAULT).metric();
    return metric.usedDirectMemory() + metric.usedHeapMemory();
  }

  /**
   * Every byte the same: marks, escapes, zeros; with a mark in front, so that a frame has begun.
   */
  @ParameterizedTest
  @ValueSource(bytes = {0x7e, 0x7d, 0x00})
  void closesAFloodOfOneByteAndHoldsNothingOfIt(byte each) {
    double before = closed(server, "garbage");
    long buffers = buffers();
    byte[] chunk = new byte[CHUNK];
    Arrays.fill(chunk, each);
    try (TerminalSocket flood = connect(server)) {
      flood.signIn(PLATE);
      flood.send(new byte[] {0x7e});
      assertThrows(
          UncheckedIOException.class,
          () -> {
            for (int sent = 0; sent < FLOOD; sent += CHUNK) {
              flood.send(chunk);
            }
          },
          "the server takes all of it");
    }
    await("it is closed").until(() -> closed(server, "garbage") > before);
    assertTrue(buffers() - buffers < BUFFERS, buffers() + " bytes after " + buffers);
    assertEquals(before + 1, closed(server, "garbage"));
  }

  @Test
  void closesAFloodOfFramesWithWrongChecksums() {
    double before = closed(server, "garbage");
    try (TerminalSocket terminal = connect(server)) {
      terminal.signIn(PLATE);
      byte[] broken = terminal.packets.heartbeat();
      broken[5] ^= 1;
      int enough = FrameStream.GARBAGE_LIMIT / (broken.length - 2) + 1;
      for (int i = 0; i < enough; i++) {
        terminal.send(broken);
      }
      assertTrue(terminal.isClosedByServer());
    }
    assertEquals(before + 1, closed(server, "garbage"));
  }

  @Test
  void closesAScannerThatSpeaksHttp() {
    byte[] request =
        "GET /admin HTTP/1.1\r\nHost: tracker\r\nUser-Agent: scanner\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);
    double before = closed(server, "garbage");
    try (TerminalSocket scanner = connect(server)) {
      for (int sent = 0; sent <= FrameStream.GARBAGE_LIMIT; sent += request.length) {
        scanner.send(request);
      }
      assertTrue(scanner.isClosedByServer());
    }
    assertEquals(before + 1, closed(server, "garbage"));
  }

  @Test
  void takesAGoodFrameAfterEveryKindOfGarbage() {
    try (TerminalSocket terminal = connect(server)) {
      terminal.signIn(PLATE);
      byte[] good = terminal.packets.heartbeat();
      byte[] wrongLength = terminal.packets.heartbeat();
      wrongLength[4] ^= 3;
      byte[] badEscape = terminal.packets.packet(0x0002, (byte) 0x7d);
      badEscape[badEscape.length - 3] = 0x05;
      byte[] marks = new byte[1000];
      Arrays.fill(marks, (byte) 0x7e);
      byte[] noise = new byte[2000];
      noise[0] = 0x7e;
      List<byte[]> garbage =
          List.of(
              "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
              Arrays.copyOf(good, good.length / 2),
              Arrays.copyOfRange(good, good.length / 2, good.length),
              wrongLength,
              badEscape,
              marks,
              noise,
              new byte[] {0x7e, 0x7d, 0x7e},
              new byte[] {0x16, 0x03, 0x01, 0x02, 0x00, 0x01});
      for (byte[] piece : garbage) {
        // a mark lost in garbage costs the frame behind it, and no more
        terminal.send(piece, new byte[] {0x7e});
        assertTrue(terminal.ask(terminal.packets.heartbeat()).success());
      }
    }
  }

  @Test
  void answersFramesThatAreGluedAndFramesThatAreCut() {
    try (TerminalSocket terminal = connect(server)) {
      terminal.signIn(PLATE);
      byte[] first = terminal.packets.heartbeat();
      byte[] second = terminal.packets.heartbeat();
      byte[] glued = Arrays.copyOf(first, first.length + second.length - 1);
      System.arraycopy(second, 1, glued, first.length, second.length - 1);
      terminal.send(glued);
      assertTrue(terminal.reply().success());
      assertTrue(terminal.reply().success());
      for (byte b : terminal.packets.heartbeat()) {
        terminal.send(new byte[] {b});
      }
      assertTrue(terminal.reply().success());
    }
  }

  @Test
  void anItemThatOverrunsItsReportCostsNeitherTheReportNorTheConnection() {
    try (TerminalSocket terminal = connect(server)) {
      terminal.signIn(PLATE);
      LocationBody body =
          LocationBody.at(36.7, 119.1, Instant.now()).tail((byte) 0x01, (byte) 0xff, (byte) 1);
      assertTrue(terminal.ask(terminal.packets.location(body)).success());
      assertTrue(terminal.ask(terminal.packets.heartbeat()).success());
    }
  }

  @Test
  void closesASlowLorisInTime() {
    try (RunningServer hasty =
            new RunningServer(
                HostileInputIT.class, Map.of("gateway.unauthenticated-time", "200ms"));
        TerminalSocket loris = connect(hasty)) {
      assertThrows(
          UncheckedIOException.class,
          () -> {
            while (true) {
              loris.send(new byte[] {0x7e, 0x01, 0x00});
              Thread.sleep(1); // slowness is the attack: nothing can be awaited
            }
          });
      assertEquals(1, closed(hasty, "unauthenticated"));
    }
  }

  @Test
  void holdsThousandsOfConnectionsOfOneAddressToItsLimit() {
    int most = 50;
    try (RunningServer limited =
            new RunningServer(
                HostileInputIT.class,
                Map.of(
                    "gateway.connections-per-address",
                    Integer.toString(most),
                    // the crowd stays until it is sent away
                    "gateway.unauthenticated-time",
                    "1h"));
        TerminalSocket terminal = connect(limited)) {
      terminal.signIn(PLATE);
      List<TerminalSocket> crowd = new ArrayList<>();
      for (int i = 1; i < most; i++) {
        TerminalSocket one = connect(limited);
        // an answer means that the server has counted it
        one.ask(one.packets.heartbeat());
        crowd.add(one);
      }
      for (int i = 0; i < 1000; i++) {
        try (TerminalSocket next = connect(limited)) {
          assertTrue(next.isClosedByServer());
        }
      }
      assertEquals(1000, closed(limited, "too-many-of-address"));
      assertTrue(terminal.ask(terminal.packets.heartbeat()).success());
      crowd.get(0).close();
      crowd.get(1).close();
      crowd.subList(0, 2).clear();
      // once the server has seen that they are gone
      try (TerminalSocket next = TerminalSocket.letIn(limited.port(), OTHER_PHONE, OTHER_PLATE)) {
        assertTrue(next.ask(next.packets.heartbeat()).success(), "there is room again");
      }
      crowd.forEach(TerminalSocket::close);
    }
  }

  @Test
  void readsATerminalThatSendsTooFastLaterAndLosesNothing() {
    try (RunningServer slow =
            new RunningServer(HostileInputIT.class, Map.of("gateway.messages-per-second", "20"));
        TerminalSocket terminal = connect(slow)) {
      terminal.signIn(PLATE);
      byte[][] all = new byte[60][];
      for (int i = 0; i < all.length; i++) {
        all[i] = terminal.packets.serial(i).heartbeat();
      }
      terminal.send(all);
      for (int i = 0; i < 60; i++) {
        assertEquals(i, terminal.reply().replySerial());
      }
      assertTrue(slow.count("gateway.throttled") >= 2);
    }
  }
}
