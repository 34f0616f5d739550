package io.qingtu.server.vendor;

import static io.qingtu.server.RunningServer.OTHER_PHONE;
import static io.qingtu.server.RunningServer.OTHER_PLATE;
import static io.qingtu.server.RunningServer.PHONE;
import static io.qingtu.server.RunningServer.PLATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.packet.LocationBody;
import io.qingtu.server.RunningServer;
import io.qingtu.server.TerminalSocket;
import io.qingtu.server.store.OddCount;
import io.qingtu.server.store.OddKey.Kind;
import io.qingtu.server.store.TraitQueries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a profile lets pass, and nothing without it. */
class HealingIT {
  private static final int FAILURE = 1;

  /** 14 digits in six bytes, and the check digit that they have no room for. */
  private static final String IMEI = "490154203237518";

  private static final String IMEI_BYTES = String.format("%012x", 49015420323751L);

  @TempDir private static Path folder;
  private static RunningServer server;

  @BeforeAll
  static void start() throws IOException {
    profile("sloppy", "checksum: accept");
    profile("open", "registration: open");
    profile("imei", "phone: imei");
    server = new RunningServer(HealingIT.class, Map.of("ingest.profiles", folder.toString()));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void profile(String name, String healing) throws IOException {
    Files.writeString(
        folder.resolve(name + ".yaml"), "name: " + name + "\nhealing: {" + healing + "}\n");
  }

  private static byte[] withWrongChecksum(byte[] packet) {
    byte[] broken = packet.clone();
    broken[broken.length - 2] ^= 1;
    return broken;
  }

  private static List<OddCount> unknown(String phone, Kind kind) {
    server.parts().traits().flush();
    return new TraitQueries(server.parts().database())
        .unknown(phone).stream().filter(count -> count.key().kind() == kind).toList();
  }

  @Test
  void takesAWrongChecksumWhereTheProfileSaysSoAndCountsIt() {
    server.parts().terminals().enter(OTHER_PHONE, OTHER_PLATE, "sloppy");
    try (TerminalSocket terminal = new TerminalSocket(server.port(), OTHER_PHONE)) {
      terminal.signIn(OTHER_PLATE);
      byte[] broken = withWrongChecksum(terminal.packets.serial(100).heartbeat());
      assertEquals(100, terminal.ask(broken).replySerial());
      assertTrue(terminal.ask(terminal.packets.heartbeat()).success());
      assertTrue(server.count("frame.checksum.overlooked") > 0);
      assertEquals("WRONG_CHECKSUM", unknown(OTHER_PHONE, Kind.DEVIATION).get(0).key().detail());
    }
  }

  @Test
  void refusesAWrongChecksumElsewhereAndTakesNoteOfIt() {
    server.parts().terminals().enter(PHONE, PLATE, "standard");
    try (TerminalSocket terminal = new TerminalSocket(server.port(), PHONE)) {
      terminal.signIn(PLATE);
      terminal.send(withWrongChecksum(terminal.packets.serial(100).heartbeat()));
      assertEquals(101, terminal.ask(terminal.packets.serial(101).heartbeat()).replySerial());
      OddCount noted = unknown(PHONE, Kind.FRAME).get(0);
      assertEquals("checksum", noted.key().detail());
      assertTrue(noted.samples().get(0).startsWith("0002"), noted.samples().toString());
    }
  }

  @Test
  void letsATerminalOfTheRegisterBeginWithAPositionWhereTheProfileIsOpen() {
    server.parts().terminals().enter("13700000001", OTHER_PLATE, "open");
    try (TerminalSocket terminal = new TerminalSocket(server.port(), "13700000001")) {
      LocationBody here = LocationBody.at(36.7, 119.1, Instant.now());
      assertTrue(terminal.ask(terminal.packets.location(here)).success());
    }
    try (TerminalSocket terminal = new TerminalSocket(server.port(), "13700000001")) {
      assertTrue(terminal.ask(terminal.packets.authenticate("OF ANOTHER PLATFORM")).success());
    }
    try (TerminalSocket stranger = new TerminalSocket(server.port(), "13700000002")) {
      assertEquals(FAILURE, stranger.ask(stranger.packets.heartbeat()).result());
    }
  }

  @Test
  void knowsAnImeiInSixBytes() {
    server.parts().terminals().enter(IMEI, OTHER_PLATE, "imei");
    try (TerminalSocket terminal = new TerminalSocket(server.port(), IMEI_BYTES)) {
      terminal.signIn(OTHER_PLATE);
      assertEquals(IMEI_BYTES, terminal.ask(terminal.packets.heartbeat()).phone());
      assertTrue(server.parts().sessions().find(IMEI).isPresent());
    }
    server.parts().terminals().enter(IMEI, OTHER_PLATE, "standard");
    try (TerminalSocket terminal = new TerminalSocket(server.port(), IMEI_BYTES)) {
      assertEquals(FAILURE, terminal.ask(terminal.packets.heartbeat()).result());
    }
  }
}
