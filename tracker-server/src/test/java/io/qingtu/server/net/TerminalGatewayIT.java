package io.qingtu.server.net;

import static io.qingtu.fixtures.Patience.await;
import static io.qingtu.server.RunningServer.OTHER_PHONE;
import static io.qingtu.server.RunningServer.OTHER_PLATE;
import static io.qingtu.server.RunningServer.PHONE;
import static io.qingtu.server.RunningServer.PLATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.packet.LocationBody;
import io.qingtu.fixtures.packet.PacketBuilder;
import io.qingtu.fixtures.packet.PlatformReply;
import io.qingtu.fixtures.packet.Registration;
import io.qingtu.protocol.frame.FrameStream;
import io.qingtu.server.RunningServer;
import io.qingtu.server.TerminalSocket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who gets in, and what a session answers. */
class TerminalGatewayIT {
  private static final int FAILURE = 1;
  private static final int BAD_MESSAGE = 2;
  private static final int UNSUPPORTED = 3;

  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = new RunningServer(TerminalGatewayIT.class, Map.of());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static TerminalSocket connect(String phone) {
    return new TerminalSocket(server.port(), phone);
  }

  @Test
  void refusesTheRegistrationOfAnUnknownPhone() {
    try (TerminalSocket stranger = connect("13900000000")) {
      PlatformReply reply = stranger.ask(stranger.packets.register(registration(PLATE)));
      assertEquals(PlatformReply.REGISTRATION, reply.messageId());
      assertEquals(4, reply.result());
    }
  }

  @Test
  void refusesTheRegistrationWithAnotherVehiclesPlate() {
    try (TerminalSocket terminal = connect(PHONE)) {
      assertEquals(2, terminal.ask(terminal.packets.register(registration(OTHER_PLATE))).result());
    }
  }

  @Test
  void givesACodeThatOpensTheDoorAndANewOneWithEachRegistration() {
    try (TerminalSocket terminal = connect(PHONE)) {
      String first = terminal.signIn(PLATE);
      assertTrue(first.matches("[A-Z0-9]{20}"), first);
      assertNotEquals(first, terminal.signIn(PLATE));
    }
  }

  @Test
  void letsATerminalInWithTheCodeOfAnEarlierConnection() {
    String code;
    try (TerminalSocket terminal = connect(PHONE)) {
      code = terminal.signIn(PLATE);
    }
    try (TerminalSocket terminal = connect(PHONE)) {
      assertTrue(terminal.ask(terminal.packets.authenticate(code)).success());
    }
  }

  @Test
  void refusesAWrongCode() {
    try (TerminalSocket terminal = connect(PHONE)) {
      terminal.signIn(PLATE);
      assertEquals(FAILURE, terminal.ask(terminal.packets.authenticate("WRONG")).result());
    }
  }

  @Test
  void refusesEverythingBeforeAuthenticationAndThenCloses() {
    try (TerminalSocket terminal = connect(PHONE)) {
      for (int i = 0; i < 5; i++) {
        assertEquals(FAILURE, terminal.ask(terminal.packets.heartbeat()).result());
      }
      assertTrue(terminal.isClosedByServer());
    }
  }

  @Test
  void refusesFramesOfAnotherPhoneOnAnAuthenticatedConnection() {
    try (TerminalSocket terminal = connect(PHONE)) {
      terminal.signIn(PLATE);
      PacketBuilder other = new PacketBuilder(PacketBuilder.Version.V2013, OTHER_PHONE);
      assertEquals(FAILURE, terminal.ask(other.heartbeat()).result());
      assertTrue(terminal.ask(terminal.packets.heartbeat()).success());
    }
  }

  @Test
  void refusesEveryKindOfFrameOfAnotherPhoneOnAnAuthenticatedConnection() {
    try (TerminalSocket terminal = connect(PHONE)) {
      terminal.signIn(PLATE);
      PacketBuilder other = new PacketBuilder(PacketBuilder.Version.V2013, OTHER_PHONE);
      assertEquals(4, terminal.ask(other.register(registration(OTHER_PLATE))).result());
      assertEquals(FAILURE, terminal.ask(other.packet(0x0200, (byte) 1)).result(), "malformed");
      byte[] body = LocationBody.at(36.7, 119.1, Instant.now()).toBytes();
      for (byte[] part : other.parts(0x0200, body, 20)) {
        assertEquals(FAILURE, terminal.ask(part).result(), "part");
      }
      assertEquals(FAILURE, terminal.ask(other.heartbeat()).result());
      assertTrue(terminal.isClosedByServer(), "five refusals");
    }
    String code;
    try (TerminalSocket other = connect(OTHER_PHONE)) {
      code = other.signIn(OTHER_PLATE);
    }
    try (TerminalSocket terminal = connect(PHONE)) {
      terminal.signIn(PLATE);
      PacketBuilder other = new PacketBuilder(PacketBuilder.Version.V2013, OTHER_PHONE);
      assertEquals(FAILURE, terminal.ask(other.authenticate(code)).result());
      assertTrue(terminal.ask(terminal.packets.logout()).success());
      assertTrue(terminal.ask(other.authenticate(code)).success(), "the link is free again");
    }
  }

  @Test
  void answersUnknownAndMalformedMessagesAndGoesOn() {
    try (TerminalSocket terminal = connect(PHONE)) {
      terminal.signIn(PLATE);
      assertEquals(UNSUPPORTED, terminal.ask(terminal.packets.packet(0x0ffe)).result());
      assertEquals(BAD_MESSAGE, terminal.ask(terminal.packets.packet(0x0200, (byte) 1)).result());
      assertTrue(terminal.ask(terminal.packets.heartbeat()).success());
    }
  }

  @Test
  void survivesNoiseBetweenGoodFrames() {
    try (TerminalSocket terminal = connect(PHONE)) {
      terminal.signIn(PLATE);
      byte[] broken = terminal.packets.heartbeat();
      broken[5] ^= 1;
      terminal.send(broken, "GET / HTTP/1.1\r\n\r\n".getBytes());
      assertTrue(terminal.ask(terminal.packets.heartbeat()).success());
    }
  }

  @Test
  void closesAConnectionThatSendsNothingButGarbage() {
    try (TerminalSocket scanner = connect(PHONE)) {
      scanner.send(new byte[FrameStream.GARBAGE_LIMIT + 1]);
      assertTrue(scanner.isClosedByServer());
    }
  }

  @Test
  void letsTheNewestConnectionWin() {
    try (TerminalSocket old = connect(PHONE);
        TerminalSocket next = connect(PHONE)) {
      old.signIn(PLATE);
      next.signIn(PLATE);
      assertTrue(old.isClosedByServer());
      assertTrue(next.ask(next.packets.heartbeat()).success());
      // those of other tests have hung up, which the server may have yet to see
      await("one session")
          .untilAsserted(
              () -> assertEquals(List.of(PLATE), server.parts().sessions().onlinePlates()));
    }
  }

  @Test
  void answersAs2019WhereTheTerminalSpeaks2019() {
    try (TerminalSocket terminal =
        new TerminalSocket(server.port(), OTHER_PHONE, PacketBuilder.Version.V2019)) {
      terminal.signIn(OTHER_PLATE);
      PlatformReply reply = terminal.ask(terminal.packets.heartbeat());
      assertEquals("000000000" + OTHER_PHONE, reply.phone());
    }
  }

  @Test
  void endsTheCodeOfATerminalOf2011AsThatIssueEndsTexts() {
    try (TerminalSocket terminal =
        new TerminalSocket(server.port(), OTHER_PHONE, PacketBuilder.Version.V2011)) {
      String code = terminal.ask(terminal.packets.register(registration(OTHER_PLATE))).authCode();
      assertTrue(code.matches("[A-Z0-9]{20}\\x00"), code);
      assertTrue(terminal.ask(terminal.packets.authenticate(code)).success(), "as it came");
      assertTrue(
          terminal.ask(terminal.packets.authenticate(code.substring(0, 20))).success(),
          "without the end");
    }
  }

  @Test
  void answersLogoutAndKnowsTheTerminalNoMore() {
    try (TerminalSocket terminal = connect(OTHER_PHONE)) {
      terminal.signIn(OTHER_PLATE);
      assertTrue(terminal.ask(terminal.packets.logout()).success());
      assertEquals(
          FAILURE,
          terminal
              .ask(terminal.packets.location(LocationBody.at(36.7, 119.1, Instant.now())))
              .result());
    }
  }

  @Test
  void closesAConnectionThatDoesNotAuthenticateInTime() {
    try (RunningServer hasty =
            new RunningServer(
                TerminalGatewayIT.class, Map.of("gateway.unauthenticated-time", "100ms"));
        TerminalSocket terminal = new TerminalSocket(hasty.port(), PHONE)) {
      assertTrue(terminal.isClosedByServer());
    }
  }

  @Test
  void closesAConnectionOnWhichNothingComes() {
    try (RunningServer hasty =
            new RunningServer(TerminalGatewayIT.class, Map.of("gateway.idle-time", "500ms"));
        TerminalSocket terminal = TerminalSocket.letIn(hasty.port(), PHONE, PLATE)) {
      assertTrue(terminal.isClosedByServer());
      assertTrue(hasty.meters.counter("gateway.closed", "reason", "idle").count() > 0);
    }
  }

  @Test
  void closesTheConnectionAboveTheLimitAndKeepsTheOthers() {
    try (RunningServer small =
            new RunningServer(TerminalGatewayIT.class, Map.of("gateway.connections", "1"));
        TerminalSocket first = new TerminalSocket(small.port(), PHONE)) {
      first.signIn(PLATE);
      try (TerminalSocket second = new TerminalSocket(small.port(), OTHER_PHONE)) {
        assertTrue(second.isClosedByServer());
      }
      assertTrue(first.ask(first.packets.heartbeat()).success());
    }
  }

  private static Registration registration(String plate) {
    return Registration.of("1234567", plate);
  }
}
