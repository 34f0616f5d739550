package io.qingtu.server.attachment;

import static io.qingtu.fixtures.Patience.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.packet.PlatformReply;
import io.qingtu.fixtures.packet.SafetyAlarmPackets;
import io.qingtu.fixtures.packet.SafetyAlarmPackets.Gap;
import io.qingtu.fixtures.packet.SafetyAlarmPackets.Order;
import io.qingtu.fixtures.packet.SafetyAlarmPackets.Verdict;
import io.qingtu.server.RunningServer;
import io.qingtu.server.TerminalSocket;
import io.qingtu.server.attachment.EvidenceTerminal.Uplink;
import io.qingtu.server.store.MediaKind;
import io.qingtu.server.store.MediaQueries;
import io.qingtu.server.store.MediaRow;
import io.qingtu.server.store.MediaSource;
import io.qingtu.server.store.Scope;
import io.qingtu.server.store.TerminalRegister;
import io.qingtu.server.store.WantedEvidence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Terminals with alarms, and strangers, at a server's attachment port. */
class AttachmentServerIT {
  private static final String PICTURE = "00_65_6501_0_a1.jpg";
  private static final String CLIP = "02_65_6501_1_a1.mp4";

  private static final RunningServer SERVER = server("30s", "2m");

  /** Each terminal is used once: it would be asked again for what another test left undone. */
  private static final AtomicInteger TERMINALS = new AtomicInteger();

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static RunningServer server(String unauthenticatedTime, String idleTime) {
    return new RunningServer(
        AttachmentServerIT.class,
        Map.of(
            "attachment.enabled", "true",
            "attachment.port", "0",
            "attachment.public-host", "127.0.0.1",
            "attachment.unauthenticated-time", unauthenticatedTime,
            "attachment.idle-time", idleTime,
            "attachment.file-megabytes", "1",
            "attachment.alarm-megabytes", "2",
            "gateway.simulated-terminals", "20",
            "analysis.enabled", "false"));
  }

  private static EvidenceTerminal terminal() {
    return terminal(SERVER);
  }

  private static EvidenceTerminal terminal(RunningServer server) {
    int number = TERMINALS.incrementAndGet();
    return new EvidenceTerminal(
        server.port(),
        Long.toString(TerminalRegister.FIRST_SIMULATED_PHONE + number - 1),
        "模拟%05d".formatted(number),
        Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60));
  }

  private static WantedEvidence alarm(Order order) {
    return SERVER.parts().safetyAlarms().findByNumber(order.number()).orElseThrow();
  }

  private static List<MediaRow> kept(Order order) {
    return new MediaQueries(SERVER.parts().database()).ofSafetyAlarm(alarm(order).id(), Scope.CITY);
  }

  private static byte[] content(MediaRow row) {
    try {
      return Files.readAllBytes(SERVER.parts().media().folder().verified(row.sha256()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double closed(String reason) {
    return closed(SERVER, reason);
  }

  private static double closed(RunningServer server, String reason) {
    return server.meters.counter("attachment.closed", "reason", reason).count();
  }

  private static double refused(String reason) {
    return SERVER.meters.counter("attachment.refused", "reason", reason).count();
  }

  private static int port() {
    return SERVER.parts().attachments().port();
  }

  @Test
  void filesComeWholeThroughLossDisorderAndABrokenLink() {
    try (EvidenceTerminal terminal = terminal().with(1, 200_001, 700_000)) {
      Order order = terminal.raise();
      assertEquals("127.0.0.1", order.host());
      assertArrayEquals(terminal.alarm.alarmId(), order.alarmId());
      assertEquals(32, order.number().length());
      try (Uplink link = terminal.connect(order)) {
        assertTrue(link.announce(order, 0, terminal.sizes()).success());
        assertTrue(link.start(PICTURE).success());
        link.block(PICTURE, 3);
        link.block(PICTURE, 0);
        link.block(PICTURE, 0);
        link.bytes(PICTURE, 60_000, 65_536); // overlaps
        link.block(PICTURE, 2);
        Verdict verdict = link.end(PICTURE);
        assertFalse(verdict.done());
        assertEquals(List.of(new Gap(65_536, 65_536)), verdict.gaps());
        link.block(PICTURE, 1);
        assertTrue(link.end(PICTURE).done());
        assertTrue(link.start(CLIP).success());
        link.block(CLIP, 10);
        link.block(CLIP, 4);
        assertFalse(link.end(CLIP).done()); // so that both have been read when the link breaks
        // a block that the break cuts in two
        byte[] cut = SafetyAlarmPackets.block(CLIP, 0, terminal.files.get(CLIP));
        link.socket.send(Arrays.copyOf(cut, 62 + 1000));
      }
      try (Uplink link = terminal.connect(order)) {
        int size = terminal.files.get(CLIP).length;
        assertTrue(link.announce(order, 1, Map.of(CLIP, size)).success());
        assertTrue(link.start(CLIP).success());
        Verdict verdict = link.end(CLIP);
        assertFalse(verdict.done());
        assertTrue(missing(verdict) < size - 2 * 44_640, "goes on where it was");
        for (Gap gap : verdict.gaps()) {
          link.bytes(CLIP, (int) gap.offset(), (int) (gap.offset() + gap.length()));
        }
        assertTrue(link.end(CLIP).done());
      }
      assertKept(order, terminal);
      await("complete").until(() -> alarm(order).complete());
    }
  }

  private static long missing(Verdict verdict) {
    return verdict.gaps().stream().mapToLong(Gap::length).sum();
  }

  private static void assertKept(Order order, EvidenceTerminal terminal) {
    List<MediaRow> kept = kept(order);
    assertEquals(2, kept.size());
    for (MediaRow row : kept) {
      assertArrayEquals(terminal.files.get(row.fileName()), content(row), row.fileName());
      assertEquals(65, row.channel());
      assertEquals(MediaSource.ATTACHMENT, row.source());
      assertEquals(terminal.alarm.time(), row.time());
      assertEquals(row.fileName().equals(PICTURE) ? MediaKind.IMAGE : MediaKind.VIDEO, row.kind());
    }
  }

  @Test
  void whatIsKeptIsNotAskedForAgain() {
    try (EvidenceTerminal terminal = terminal().with(2, 10, 100_000)) {
      Order order = terminal.raise();
      try (Uplink link = terminal.connect(order)) {
        link.announce(order, 0, terminal.sizes());
        link.sendWhole(PICTURE);
        link.sendWhole(CLIP);
      }
      try (Uplink link = terminal.connect(order)) {
        assertTrue(link.announce(order, 1, terminal.sizes()).success());
        assertTrue(link.end(CLIP).done());
      }
      assertKept(order, terminal);
    }
  }

  @Test
  void anEmptyFileAndTheStateOfTheVehicleAreKept() {
    try (EvidenceTerminal terminal = terminal()) {
      terminal.files.put("03_0_6501_0_a1.txt", new byte[0]);
      terminal.files.put("04_0_6501_0_a1.bin", new byte[64]);
      Order order = terminal.raise();
      try (Uplink link = terminal.connect(order)) {
        link.announce(order, 0, terminal.sizes());
        link.sendWhole("03_0_6501_0_a1.txt");
        link.start("04_0_6501_0_a1.bin");
        link.block("04_0_6501_0_a1.bin", 0);
        link.socket.send(
            link.socket.packets.packet(
                0x1212, SafetyAlarmPackets.file("04_0_6501_0_a1.bin", 4, 64)));
        assertTrue(SafetyAlarmPackets.verdict(link.socket.command()).done());
      }
      assertEquals(List.of(0L, 64L), kept(order).stream().map(MediaRow::size).sorted().toList());
      assertTrue(kept(order).stream().anyMatch(row -> row.kind() == MediaKind.OTHER));
    }
  }

  @Test
  void onlyTheTerminalThatWasAskedMaySend() {
    double before = closed("unknown-alarm");
    try (EvidenceTerminal terminal = terminal().with(3, 10, 10)) {
      Order order = terminal.raise();
      Order guessed = new Order(0, order.host(), order.port(), order.alarmId(), "0".repeat(32));
      try (Uplink link = terminal.connect(guessed)) {
        assertFalse(link.announce(guessed, 0, terminal.sizes()).success());
        assertTrue(link.socket.isClosedByServer());
      }
      try (TerminalSocket other = new TerminalSocket(order.port(), RunningServer.OTHER_PHONE)) {
        byte[] body = terminal.alarm.attachmentList(order.number(), 0, terminal.sizes());
        assertFalse(other.ask(other.packets.packet(0x1210, body)).success());
        assertTrue(other.isClosedByServer());
      }
      assertEquals(before + 2, closed("unknown-alarm"));
      assertEquals(List.of(), kept(order));
    }
  }

  @Test
  void aListOfManyFilesComesInParts() {
    try (EvidenceTerminal terminal = terminal().with(9, 10, 10)) {
      Order order = terminal.raise();
      Map<String, Integer> sizes = new TreeMap<>(terminal.sizes());
      for (int i = 0; sizes.size() < 64; i++) {
        sizes.put("03_65_6501_%02d_%s.wav".formatted(i, "a".repeat(30)), 10);
      }
      byte[] list = terminal.alarm.attachmentList(order.number(), 0, sizes);
      try (Uplink link = terminal.connect(order)) {
        List<byte[]> parts = link.socket.packets.parts(0x1210, list, 1000);
        assertEquals(4, parts.size());
        link.socket.send(parts.get(2), parts.get(0), parts.get(3));
        assertFalse(opened(link), "the whole is announced and answered, not its begin");
        link.socket.send(parts.get(1));
        for (int i = 0; i < parts.size(); i++) {
          PlatformReply reply = link.socket.reply();
          assertEquals(0x1210, reply.replyId());
          assertTrue(reply.success());
        }
        assertTrue(opened(link));
        link.sendWhole(PICTURE);
        link.sendWhole(CLIP);
      }
      assertKept(order, terminal);
    }
  }

  private static boolean opened(Uplink link) {
    return link.start(PICTURE).success();
  }

  @Test
  void noOtherMessageComesInParts() {
    double before = refused("part");
    try (TerminalSocket link = new TerminalSocket(port(), RunningServer.PHONE)) {
      byte[] body = SafetyAlarmPackets.file(CLIP, 2, 10);
      for (byte[] part : link.packets.parts(0x1211, body, 10)) {
        assertEquals(3, link.ask(part).result());
      }
      // more than may wait for one connection
      byte[] endless = new byte[200 * 1000];
      link.send(link.packets.parts(0x1210, endless, 1000).subList(0, 199).toArray(byte[][]::new));
      assertFalse(link.reply().success());
    }
    assertTrue(refused("part") > before + 3);
  }

  @Test
  void aNameThatIsAPathIsRefused() {
    try (EvidenceTerminal terminal = terminal().with(4, 10, 10)) {
      Order order = terminal.raise();
      try (Uplink link = terminal.connect(order)) {
        double before = refused("name");
        List<String> bad = List.of("../../a.jpg", "a/b.jpg", "a\\b.jpg", "..", ".", "", "a\nb");
        for (String name : bad) {
          assertFalse(link.announce(order, 0, Map.of(name, 10)).success(), name);
        }
        assertEquals(before + bad.size(), refused("name"));
        assertTrue(link.announce(order, 0, terminal.sizes()).success(), "the link goes on");
      }
    }
  }

  @Test
  void filesBeyondTheLimitsAreRefused() {
    try (EvidenceTerminal terminal = terminal().with(5, 10, 10)) {
      Order order = terminal.raise();
      int megabyte = 1024 * 1024;
      try (Uplink link = terminal.connect(order)) {
        assertFalse(link.announce(order, 0, Map.of("a.jpg", megabyte + 1)).success());
        assertFalse(link.announce(order, 0, Map.of("a.jpg", -1)).success(), "4 GB");
        Map<String, Integer> three = Map.of("a.jpg", megabyte, "b.jpg", megabyte, "c.jpg", 1);
        assertFalse(link.announce(order, 0, three).success());
        assertFalse(link.announce(order, 0, Map.of()).success());
        assertTrue(link.announce(order, 0, Map.of("a.jpg", megabyte, "b.jpg", megabyte)).success());
        assertFalse(link.announce(order, 1, Map.of("c.jpg", 1)).success(), "in instalments");
      }
    }
  }

  @Test
  void aBlockBeyondTheFileOrOfNoFileEndsTheLink() {
    try (EvidenceTerminal terminal = terminal().with(6, 1000, 1000)) {
      Order order = terminal.raise();
      double outside = closed("block-outside");
      double unknown = closed("unknown-file");
      List<byte[]> blocks =
          List.of(
              SafetyAlarmPackets.block(PICTURE, 1, new byte[1000]),
              SafetyAlarmPackets.block(PICTURE, 0xffffffffL, new byte[1000]),
              SafetyAlarmPackets.block("../" + PICTURE, 0, new byte[1000]));
      for (byte[] block : blocks) {
        try (Uplink link = terminal.connect(order)) {
          assertTrue(link.announce(order, 0, terminal.sizes()).success());
          link.socket.send(block);
          assertTrue(link.socket.isClosedByServer());
        }
      }
      assertEquals(outside + 2, closed("block-outside"));
      assertEquals(unknown + 1, closed("unknown-file"));
      try (Uplink link = terminal.connect(order)) {
        link.announce(order, 1, terminal.sizes());
        link.sendWhole(PICTURE);
        link.sendWhole(CLIP);
      }
      assertKept(order, terminal);
    }
  }

  @Test
  void aBlockWithoutAnAlarmEndsTheLink() {
    double before = closed("unknown-file");
    try (TerminalSocket stranger = new TerminalSocket(port(), RunningServer.PHONE)) {
      stranger.send(SafetyAlarmPackets.block(PICTURE, 0, new byte[10]));
      assertTrue(stranger.isClosedByServer());
    }
    assertEquals(before + 1, closed("unknown-file"));
  }

  @Test
  void garbageAndAHundredMegabytesOfNothingEndTheLink() {
    for (String garbage : List.of("GET / HTTP/1.1\r\n", "\0", "0", "~", "01cx", "~0")) {
      double before = closed("garbage");
      try (TerminalSocket stranger = new TerminalSocket(port(), RunningServer.PHONE)) {
        byte[] piece = garbage.repeat(4096).getBytes(StandardCharsets.US_ASCII);
        long sent = 0;
        try {
          for (; sent < 100_000_000L; sent += piece.length) {
            stranger.send(piece);
          }
        } catch (UncheckedIOException e) {
          // closed by the server
        }
        assertTrue(sent < 100_000_000L, garbage);
      }
      await(garbage).until(() -> closed("garbage") == before + 1);
    }
  }

  @Test
  void whoNamesNoAlarmInTimeIsClosedHoweverBusy() {
    try (RunningServer hasty = server("1s", "1h")) {
      int port = hasty.parts().attachments().port();
      try (TerminalSocket silent = new TerminalSocket(port, RunningServer.PHONE);
          TerminalSocket beating = new TerminalSocket(port, RunningServer.PHONE)) {
        beating.send(beating.packets.heartbeat());
        assertTrue(silent.isClosedByServer());
        assertTrue(beating.isClosedByServer());
      }
      assertEquals(2, closed(hasty, "unauthenticated"));
    }
  }

  @Test
  void aLinkOnWhichNextToNothingComesIsClosed() {
    try (RunningServer hasty = server("1h", "1s");
        EvidenceTerminal terminal = terminal(hasty).with(7, 100_000, 10)) {
      Order order = terminal.raise();
      try (Uplink link = terminal.connect(order)) {
        try {
          link.socket.send(link.announcement(order, 0, terminal.sizes()));
          for (int at = 0; closed(hasty, "idle") == 0; at++) {
            link.bytes(PICTURE, at, at + 1);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
          }
        } catch (UncheckedIOException e) {
          // closed by the server
        }
        assertTrue(link.socket.isClosedByServer());
      }
      assertEquals(1, closed(hasty, "idle"));
    }
  }

  @Test
  void theAlarmIsFiledOnceHoweverOftenItIsReported() {
    try (EvidenceTerminal terminal = terminal().with(8, 10, 10)) {
      Order order = terminal.raise();
      WantedEvidence filed = alarm(order);
      assertEquals(121.473701, filed.lon(), 1e-9);
      terminal.raiseAndWait();
      terminal.raiseAndWait();
      await("the answer to the order is on file")
          .until(
              () ->
                  SERVER
                      .parts()
                      .database()
                      .query(
                          "select answer from active_safety_alarm where id = ? and answer = 0",
                          row -> row.getInt(1),
                          filed.id())
                      .equals(List.of(0)));
      List<Long> same =
          new ArrayList<>(
              SERVER
                  .parts()
                  .database()
                  .query(
                      "select id from active_safety_alarm where vehicle_id = ?",
                      row -> row.getLong(1),
                      filed.vehicleId()));
      assertEquals(List.of(filed.id()), same);
    }
  }
}
