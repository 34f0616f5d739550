package io.qingtu.server.archive;

import static io.qingtu.fixtures.Patience.await;
import static io.qingtu.server.RunningServer.PHONE;
import static io.qingtu.server.RunningServer.PLATE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.Gauge;
import io.qingtu.fixtures.TestDatabase;
import io.qingtu.fixtures.packet.AnswerPackets;
import io.qingtu.fixtures.packet.LocationBody;
import io.qingtu.fixtures.packet.PacketBuilder;
import io.qingtu.fixtures.packet.PlatformReply;
import io.qingtu.fixtures.packet.RecorderBlock;
import io.qingtu.fixtures.packet.Registration;
import io.qingtu.fixtures.packet.Wire;
import io.qingtu.server.HandClock;
import io.qingtu.server.PhotoTerminal;
import io.qingtu.server.PhotoTerminal.Photo;
import io.qingtu.server.RunningServer;
import io.qingtu.server.TerminalSocket;
import io.qingtu.server.store.MediaQueries;
import io.qingtu.server.store.MediaRow;
import io.qingtu.server.store.Scope;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is filed before it is answered, and what is not. */
class TerminalReportIT {
  private static final int BAD_MESSAGE = 2;
  private static final int UNSUPPORTED = 3;
  private static final int WAITING = 20_000;
  private static final int HEAD = 36;
  private static final int CHUNK = 900;

  private final HandClock clock = new HandClock(Instant.parse("2026-03-09T13:05:06Z"));
  private final RunningServer server =
      new RunningServer(TestDatabase.forClass(getClass()), clock, Map.of());
  private TerminalSocket terminal;

  @BeforeEach
  void connect() {
    terminal = new TerminalSocket(server.port(), PHONE);
    terminal.signIn(PLATE);
  }

  @AfterEach
  void close() {
    terminal.close();
    server.close();
  }

  private long reports() {
    return server.database.ask("select count(*) from terminal_report");
  }

  @Test
  void filesAMessageAsItCameAndThenAnswersIt() {
    assertTrue(terminal.ask(terminal.packets.transparent(0x41, (byte) 1, (byte) 2)).success());
    List<String> filed =
        server
            .parts()
            .database()
            .query(
                "select phone, message_id, version, encode(body, 'hex') body, received_at"
                    + " from terminal_report",
                row ->
                    row.getString("phone")
                        + " "
                        + row.getInt("message_id")
                        + " "
                        + row.getString("version")
                        + " "
                        + row.getString("body"));
    assertEquals(List.of(PHONE + " " + 0x0900 + " 2013 410102"), filed);
  }

  /** What a recorder tells that nobody has asked. */
  private byte[] vehicle(String vin) {
    return new AnswerPackets(terminal.packets, Registration.of("1234567", PLATE))
        .recorder(7, RecorderBlock.VEHICLE, RecorderBlock.vehicle(vin, "", ""));
  }

  private List<String> recorders() {
    return server
        .parts()
        .database()
        .query(
            "select phone || ' ' || vin || ' ' || extract(epoch from told_at)::bigint told"
                + " from recorder_vin",
            row -> row.getString("told"));
  }

  @Test
  void keepsByWhichVinARecorderKnowsItsVehicleAndSinceWhen() {
    long first = clock.now.getEpochSecond();
    assertTrue(terminal.ask(vehicle("lzz5elsd0ab123456")).success());
    assertEquals(List.of(PHONE + " LZZ5ELSD0AB123456 " + first), recorders());
    clock.now = clock.now.plusSeconds(3600);
    assertTrue(terminal.ask(vehicle("LZZ5ELSD0AB123456")).success());
    assertEquals(List.of(PHONE + " LZZ5ELSD0AB123456 " + first), recorders());
    assertEquals(2, reports());
    for (String unset : List.of("00000000000000000", "", "LZZ5ELSD0AB12345O")) {
      assertTrue(terminal.ask(vehicle(unset)).success());
      assertEquals(List.of(PHONE + "  " + (first + 3600)), recorders(), unset);
    }
  }

  @Test
  void answersOnlyWhenTheDatabaseIsBack() {
    server.database.interrupt();
    terminal.send(terminal.packets.transparent(0x41, (byte) 1));
    awaitFailure();
    assertTrue(terminal.isSilentFor(200));
    server.database.resume();
    assertTrue(terminal.reply().success());
    assertEquals(1, reports());
  }

  @Test
  void aRepeatedMessageIsOneRowAndTheSameSerialNumberLaterAnother() {
    int serial = terminal.packets.nextSerial();
    byte[] message = terminal.packets.transparent(0x41, (byte) 1);
    assertTrue(terminal.ask(message).success());
    assertTrue(terminal.ask(message).success());
    assertEquals(1, reports());
    assertTrue(terminal.ask(terminal.packets.serial(serial).transparent(0x41, (byte) 2)).success());
    assertEquals(2, reports());
    clock.now = clock.now.plusSeconds(601);
    assertTrue(terminal.ask(message).success());
    assertEquals(3, reports());
  }

  @Test
  void refusesWhatItDoesNotKnowAndCountsIt() {
    double before = server.count("session.unsupported");
    assertEquals(UNSUPPORTED, terminal.ask(terminal.packets.packet(0x0ffe)).result());
    assertEquals(before + 1, server.count("session.unsupported"));
    assertEquals(0, reports());
  }

  @Test
  void tellsTheTimeInUtc() {
    terminal.send(terminal.packets.packet(0x0004));
    byte[] reply = Wire.unframe(terminal.frame().orElseThrow());
    assertEquals("8004", HexFormat.of().formatHex(reply, 0, 2));
    assertEquals("260309130506", HexFormat.of().formatHex(reply, 12, 18));
  }

  @Test
  void keepsAPhotoWholeWhoseHeadIsRepeatedInEveryPart() throws IOException {
    Photo photo = Photo.random(9, 2500, new Random(3));
    byte[] head = Arrays.copyOf(PhotoTerminal.body(photo), HEAD);
    ByteArrayOutputStream repeated = new ByteArrayOutputStream();
    for (int from = 0; from < photo.data().length; from += CHUNK) {
      int to = Math.min(photo.data().length, from + CHUNK);
      repeated.writeBytes(head);
      repeated.writeBytes(Arrays.copyOfRange(photo.data(), from, to));
    }
    for (byte[] part : terminal.packets.parts(0x0801, repeated.toByteArray(), HEAD + CHUNK)) {
      assertTrue(terminal.ask(part).success());
    }
    assertEquals("8800", HexFormat.of().formatHex(unframed(), 0, 2));
    assertArrayEquals(photo.data(), stored());
  }

  @Test
  void joinsTheMessagesInWhich2011SendsAPhoto() throws IOException {
    byte[] data = Photo.random(9, 1500, new Random(4)).data();
    for (int i = 1; i <= 3; i++) {
      ByteBuffer body = ByteBuffer.allocate(16 + 500);
      body.putInt(9).put(new byte[] {0, 0, 1, 2}).putInt(3).putInt(i);
      body.put(Arrays.copyOfRange(data, (i - 1) * 500, i * 500));
      assertTrue(terminal.ask(terminal.packets.packet(0x0801, body.array())).success());
      if (i < 3) {
        // another message in between: the serial numbers are not in a row
        assertTrue(terminal.ask(terminal.packets.heartbeat()).success());
      }
    }
    byte[] reply = unframed();
    assertEquals(
        "%04x00000009".formatted(terminal.packets.nextSerial() - 1),
        HexFormat.of().formatHex(reply, 12, reply.length));
    assertArrayEquals(data, stored());
  }

  private byte[] unframed() {
    return Wire.unframe(terminal.frame().orElseThrow());
  }

  private byte[] stored() throws IOException {
    MediaRow row =
        new MediaQueries(server.parts().database())
            .ofVehicle(PLATE, Instant.MIN, Instant.MAX, Scope.CITY, 9)
            .get(0);
    return Files.readAllBytes(server.parts().media().folder().verified(row.sha256()));
  }

  @Test
  void answersAPhotoWhenFileAndRowAreThereAndNotWhileTheDatabaseIsAway() {
    Photo photo = Photo.random(9, 300, new Random(3));
    server.database.interrupt();
    terminal.send(terminal.packets.packet(0x0801, PhotoTerminal.body(photo)));
    awaitFailure();
    assertTrue(terminal.isSilentFor(200));
    server.database.resume();
    PlatformReply reply = terminal.reply();
    assertEquals(0x8800, reply.messageId());
    assertEquals(1, server.database.ask("select count(*) from media"));
  }

  private void awaitFailure() {
    await("it has tried to store it").until(() -> server.count("archive.failures") > 0);
  }

  /** 0x0901 with these bytes packed. */
  private byte[] packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
      out.write(bytes);
    }
    ByteBuffer body = ByteBuffer.allocate(4 + gzip.size());
    body.putInt(gzip.size()).put(gzip.toByteArray());
    return terminal.packets.packet(0x0901, body.array());
  }

  @Test
  void treatsAPackedMessageAsIfItHadComeAloneHoweverItWasPacked() throws IOException {
    for (int form = 0; form < 4; form++) {
      byte[] frame =
          terminal.packets.location(LocationBody.at(36.7, 119.1, clock.now.plusSeconds(form)));
      byte[] plain = Wire.unframe(frame);
      byte[] checked = Arrays.copyOf(plain, plain.length + 1);
      checked[plain.length] = (byte) Wire.checksum(plain, plain.length);
      byte[] inner =
          switch (form) {
            case 0 -> frame;
            case 1 -> Arrays.copyOfRange(frame, 1, frame.length - 1);
            case 2 -> checked;
            default -> plain;
          };
      int serial = terminal.packets.nextSerial();
      PlatformReply reply = terminal.ask(packed(inner));
      assertTrue(reply.success());
      assertEquals(serial, reply.replySerial());
      assertEquals(0x0901, reply.replyId());
      assertEquals(form + 1, server.parts().positions().count());
    }
    assertEquals(0, reports());
  }

  @Test
  void filesPackedBytesThatAreNoMessageOfTheTerminalAsTheyCame() throws IOException {
    assertTrue(terminal.ask(packed(new byte[] {1, 2, 3})).success());
    byte[] another =
        new PacketBuilder(PacketBuilder.Version.V2013, RunningServer.OTHER_PHONE)
            .location(LocationBody.at(36.7, 119.1, clock.now));
    assertTrue(terminal.ask(packed(another)).success());
    assertTrue(terminal.ask(packed(packed(another))).success());
    assertEquals(3, reports());
    assertEquals(0, server.parts().positions().count());
  }

  @Test
  void refusesPackedBytesThatAreNoGzip() {
    byte[] broken = terminal.packets.packet(0x0901, (byte) 0, (byte) 0, (byte) 0, (byte) 1);
    assertEquals(BAD_MESSAGE, terminal.ask(broken).result());
  }

  @Test
  void readsNoMoreThanMayWaitWhileTheDatabaseIsAway() throws InterruptedException {
    int sent = 3000;
    try (RunningServer small =
            new RunningServer(
                TestDatabase.forClass(getClass()),
                clock,
                Map.of("archive.waiting-bytes", Integer.toString(WAITING)));
        TerminalSocket sender = new TerminalSocket(small.port(), PHONE)) {
      sender.signIn(PLATE);
      small.database.interrupt();
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      for (int i = 0; i < sent; i++) {
        all.writeBytes(sender.packets.transparent(0x41, new byte[900]));
      }
      Thread sending = new Thread(() -> sender.send(all.toByteArray()));
      sending.start();
      Gauge bytes = small.meters.get("archive.waiting.bytes").gauge();
      await("as much waits as may").until(() -> bytes.value() > WAITING);
      assertTrue(sender.isSilentFor(700));
      double waiting = bytes.value();
      double read = small.count("frame.good");
      assertTrue(waiting < WAITING + 2000, waiting + " bytes wait");
      small.database.resume();
      for (int i = 0; i < sent; i++) {
        assertTrue(sender.reply().success());
      }
      sending.join();
      assertTrue(read < sent, read + " frames were read");
      assertEquals(sent, small.database.ask("select count(*) from terminal_report"));
    }
  }
}
