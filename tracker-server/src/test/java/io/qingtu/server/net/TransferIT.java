package io.qingtu.server.net;

import static io.qingtu.server.RunningServer.OTHER_PHONE;
import static io.qingtu.server.RunningServer.OTHER_PLATE;
import static io.qingtu.server.RunningServer.PHONE;
import static io.qingtu.server.RunningServer.PLATE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.packet.PacketBuilder;
import io.qingtu.fixtures.packet.PlatformReply;
import io.qingtu.fixtures.packet.Wire;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;
import io.qingtu.server.RunningServer;
import io.qingtu.server.TerminalSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Messages in sub-packages, up and down, and what becomes of their parts. */
class TransferIT {
  private static final int FAILURE = 1;
  private static final int UNSUPPORTED = 3;
  private static final int TRANSPARENT = 0x0900;
  private static final int DEMAND = 0x8003;
  private static final int TERMINAL_BYTES = 2 * (1000 + 128);

  private static RunningServer server;

  @BeforeAll
  static void start() {
    // demands nothing of a terminal that a slow machine keeps waiting
    server =
        new RunningServer(
            TransferIT.class,
            Map.of(
                "transfer.patience",
                "60s",
                "transfer.terminal-bytes",
                Integer.toString(TERMINAL_BYTES)));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static RunningServer demanding() {
    return new RunningServer(TransferIT.class, Map.of("transfer.patience", "1s"));
  }

  private static TerminalSocket signedIn() {
    return signedIn(server);
  }

  private static TerminalSocket signedIn(RunningServer server) {
    TerminalSocket terminal = new TerminalSocket(server.port(), PHONE);
    terminal.signIn(PLATE);
    return terminal;
  }

  private static byte[] body(int length) {
    byte[] body = new byte[length];
    for (int i = 0; i < length; i++) {
      body[i] = (byte) (i * 31);
    }
    return body;
  }

  private static String lastReport() {
    return lastReport(server);
  }

  private static String lastReport(RunningServer server) {
    return server
        .parts()
        .database()
        .query(
            "select encode(body, 'hex') body from terminal_report order by id desc limit 1",
            row -> row.getString("body"))
        .get(0);
  }

  private static byte[] unframed(TerminalSocket terminal) {
    return Wire.unframe(terminal.frame().orElseThrow());
  }

  /** The next reply; what is demanded once more of a slow machine is on its way. */
  private static PlatformReply replyToParts(TerminalSocket terminal) {
    PlatformReply next = terminal.reply();
    while (next.messageId() == DEMAND) {
      next = terminal.reply();
    }
    return next;
  }

  @Test
  void demandsMissingPartsWithAByteCountIn2013() {
    try (RunningServer demanding = demanding();
        TerminalSocket terminal = signedIn(demanding)) {
      List<byte[]> parts = terminal.packets.parts(TRANSPARENT, body(500), 100);
      int first = terminal.packets.nextSerial() - parts.size();
      terminal.send(parts.get(1), parts.get(3));
      byte[] demand = unframed(terminal);
      assertEquals(
          "%04x03000100030005".formatted(first),
          HexFormat.of().formatHex(demand, 12, demand.length));
      assertEquals(DEMAND, (demand[0] & 0xff) << 8 | demand[1]);
      terminal.send(parts.get(4), parts.get(0), parts.get(2));
      for (int i = 0; i < parts.size(); i++) {
        assertTrue(replyToParts(terminal).success());
      }
      assertEquals(HexFormat.of().formatHex(body(500)), lastReport(demanding));
    }
  }

  @Test
  void demandsMissingPartsWithAWordCountIn2019() {
    try (RunningServer demanding = demanding();
        TerminalSocket terminal =
            new TerminalSocket(demanding.port(), OTHER_PHONE, PacketBuilder.Version.V2019)) {
      terminal.signIn(OTHER_PLATE);
      List<byte[]> parts = terminal.packets.parts(TRANSPARENT, body(300), 100);
      int first = terminal.packets.nextSerial() - parts.size();
      terminal.send(parts.get(1));
      byte[] demand = unframed(terminal);
      assertEquals(
          "%04x000200010003".formatted(first), HexFormat.of().formatHex(demand, 17, demand.length));
      terminal.send(parts.get(0), parts.get(2));
      for (int i = 0; i < parts.size(); i++) {
        assertTrue(replyToParts(terminal).success());
      }
    }
  }

  @Test
  void letsATerminalGetOnThatWaitsForTheAnswerToEachPart() {
    try (TerminalSocket terminal = signedIn()) {
      List<byte[]> parts = terminal.packets.parts(TRANSPARENT, body(300), 100);
      terminal.send(parts.get(0), parts.get(0));
      assertTrue(terminal.reply().success(), "it came twice");
      assertTrue(terminal.ask(parts.get(1)).success(), "from now on at once");
      terminal.send(parts.get(2));
      for (int i = 0; i < parts.size(); i++) {
        assertTrue(terminal.reply().success());
      }
      assertEquals(HexFormat.of().formatHex(body(300)), lastReport());
    }
  }

  @Test
  void goesOnWithAMessageAfterANewConnection() {
    byte[] body = body(400);
    List<byte[]> parts;
    try (TerminalSocket before = signedIn()) {
      parts = before.packets.parts(TRANSPARENT, body, 100);
      before.send(parts.get(0), parts.get(1), parts.get(1));
      assertTrue(before.reply().success());
    }
    try (TerminalSocket after = signedIn()) {
      after.send(parts.get(2), parts.get(3));
      // the third at once, because the terminal has repeated one, and all when it is stored
      for (int i = 0; i < 1 + parts.size(); i++) {
        assertTrue(after.reply().success());
      }
      assertEquals(HexFormat.of().formatHex(body), lastReport());
    }
  }

  @Test
  void collectsNothingOfStrangersNorOfMessagesThatItDoesNotKnow() {
    try (TerminalSocket stranger = new TerminalSocket(server.port(), PHONE)) {
      byte[] part = stranger.packets.parts(TRANSPARENT, body(300), 100).get(0);
      assertEquals(FAILURE, stranger.ask(part).result());
    }
    try (TerminalSocket terminal = signedIn()) {
      byte[] part = terminal.packets.parts(0x0fff, body(300), 100).get(0);
      assertEquals(UNSUPPORTED, terminal.ask(part).result());
    }
  }

  @Test
  void keepsWhatTheBudgetHoldsAndRefusesOneByteMore() {
    try (TerminalSocket terminal = signedIn()) {
      double dropped = server.count("transfer.dropped");
      byte[] exact = body(2000);
      List<byte[]> parts = terminal.packets.parts(TRANSPARENT, exact, 1000);
      terminal.send(parts.get(0), parts.get(1));
      assertTrue(terminal.reply().success());
      assertTrue(terminal.reply().success());
      assertEquals(HexFormat.of().formatHex(exact), lastReport());
      assertEquals(dropped, server.count("transfer.dropped"));

      List<byte[]> more = terminal.packets.parts(TRANSPARENT, body(2001), 1001);
      terminal.send(more.get(0));
      PlatformReply refused = terminal.ask(more.get(1));
      assertEquals(FAILURE, refused.result());
      assertEquals(dropped + 1, server.count("transfer.dropped"));
      assertEquals(0, server.meters.get("transfer.bytes").gauge().value());
    }
  }

  @Test
  void sendsPartsOfItsOwnMessageAgainWithTheSameSerialNumbers() {
    try (TerminalSocket terminal = signedIn()) {
      var session = server.parts().sessions().find(PHONE).orElseThrow();
      List<Integer> serials = new ArrayList<>();
      session.send(new LongMessage(2500), sent -> serials.add(sent.first()));
      List<byte[]> sent =
          List.of(
              terminal.frame().orElseThrow(),
              terminal.frame().orElseThrow(),
              terminal.frame().orElseThrow());
      int first = serials.get(0);
      terminal.send(terminal.packets.packet(0x0005, resend(first, 3, 1)));
      assertArrayEquals(sent.get(2), terminal.frame().orElseThrow());
      assertArrayEquals(sent.get(0), terminal.frame().orElseThrow());
      PlatformReply unknown = terminal.ask(terminal.packets.packet(0x0005, resend(first + 1, 1)));
      assertEquals(FAILURE, unknown.result());
    }
  }

  private static byte[] resend(int first, int... indexes) {
    ByteBuffer body = ByteBuffer.allocate(3 + 2 * indexes.length);
    body.putShort((short) first).put((byte) indexes.length);
    for (int index : indexes) {
      body.putShort((short) index);
    }
    return body.array();
  }

  private record LongMessage(int length) implements PlatformMessage {
    @Override
    public int messageId() {
      return 0x8900;
    }

    @Override
    public void encode(BodyWriter out, ProtocolVersion version) {
      for (int i = 0; i < length; i++) {
        out.u8(i & 0xff);
      }
    }
  }
}
