package io.qingtu.server.command;

import static io.qingtu.server.RunningServer.PHONE;
import static io.qingtu.server.RunningServer.PLATE;
import static io.qingtu.server.store.CommandState.ANSWERED;
import static io.qingtu.server.store.CommandState.REFUSED;
import static io.qingtu.server.store.CommandState.SENT;
import static io.qingtu.server.store.CommandState.TIMED_OUT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.packet.AnswerPackets;
import io.qingtu.fixtures.packet.PacketBuilder.Version;
import io.qingtu.fixtures.packet.PlatformPacket;
import io.qingtu.fixtures.packet.RecorderBlock;
import io.qingtu.fixtures.packet.Registration;
import io.qingtu.server.TerminalSocket;
import io.qingtu.server.recorder.RecorderAnswer;
import io.qingtu.server.store.CommandRow;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The driving recorder is asked for its vehicle, over TCP and through the database. */
class RecorderQueryIT {
  private static final int QUERY = 0x8700;
  private static final int CLOCK = 0x02;
  private static final String VIN = "LZZ5ELSD0AB123456";
  private static final byte[] VEHICLE = RecorderBlock.vehicle(VIN, PLATE, "大型汽车");
  private static final Duration LAST_WAIT = Duration.ofSeconds(60);

  private Commands commands;

  @BeforeEach
  void start() {
    commands = new Commands(RecorderQueryIT.class);
  }

  @AfterEach
  void stop() {
    commands.close();
  }

  private long ask() {
    return commands.ask(CommandKind.QUERY_RECORDER_VEHICLE, "{}");
  }

  /** 0x0700 of this terminal. */
  private static byte[] answer(TerminalSocket terminal, int serial, int command, byte... block) {
    return new AnswerPackets(terminal.packets, Registration.of("1234567", PLATE))
        .recorder(serial, command, block);
  }

  private List<String> told() {
    return commands
        .server
        .parts()
        .database()
        .query("select phone || ' ' || vin told from recorder_vin", row -> row.getString("told"));
  }

  private long reports() {
    return commands.server.database.ask("select count(*) from terminal_report");
  }

  @ParameterizedTest
  @EnumSource(Version.class)
  void asksAsEachIssueHasItAndFilesWhatTheRecorderTells(Version version) {
    try (TerminalSocket terminal = commands.connect(version)) {
      terminal.signIn(PLATE);
      long id = ask();
      PlatformPacket sent = terminal.command();
      assertEquals(QUERY, sent.messageId());
      assertEquals(
          version == Version.V2011 ? "05" : "05aa7505000000da",
          HexFormat.of().formatHex(sent.body()));
      assertTrue(
          terminal.ask(answer(terminal, sent.serial(), RecorderBlock.VEHICLE, VEHICLE)).success());
      CommandRow row = commands.await(id, ANSWERED);
      assertEquals("done", row.detail());
      assertEquals(0x0700, row.reply().orElseThrow().messageId());
      assertEquals(List.of(PHONE + " " + VIN), told());
      assertEquals(0, reports(), "it stands with its command");
    }
  }

  @Test
  void aRecorderThatWasNeverSetHasAnswered() {
    try (TerminalSocket terminal = commands.signIn()) {
      long id = ask();
      byte[] unset = RecorderBlock.vehicle("00000000000000000", "", "");
      terminal.send(answer(terminal, terminal.command().serial(), RecorderBlock.VEHICLE, unset));
      commands.await(id, ANSWERED);
      assertEquals(List.of(PHONE + " "), told());
    }
  }

  @Test
  void takesOnlyTheAnswerToItsOwnQuestion() {
    try (TerminalSocket terminal = commands.signIn()) {
      long id = ask();
      int serial = terminal.command().serial();
      byte[] clock = RecorderBlock.answer(CLOCK, HexFormat.of().parseHex("261118120000"));
      assertTrue(terminal.ask(answer(terminal, serial, CLOCK, clock)).success());
      byte[] other = RecorderBlock.vehicle("LZZ5ELSD0AB000009", PLATE, "");
      byte[] unasked = answer(terminal, serial + 1, RecorderBlock.VEHICLE, other);
      assertTrue(terminal.ask(unasked).success());
      assertEquals(2, reports(), "what nobody has asked for is filed as it came");
      assertEquals(SENT, commands.find(id).state());
      assertTrue(terminal.ask(answer(terminal, serial, RecorderBlock.VEHICLE, VEHICLE)).success());
      commands.await(id, ANSWERED);
      assertEquals(List.of(PHONE + " " + VIN), told());
    }
  }

  @Test
  void anOldTerminalsOtherReportIsNotTakenForTheAnswerThoughItNamesNoQuestion() {
    try (TerminalSocket terminal = commands.connect(Version.V2011)) {
      terminal.signIn(PLATE);
      long id = ask();
      int serial = terminal.command().serial();
      byte[] clock = RecorderBlock.answer(CLOCK, HexFormat.of().parseHex("261118120000"));
      assertTrue(terminal.ask(answer(terminal, serial, CLOCK, clock)).success());
      assertEquals(SENT, commands.find(id).state());
      terminal.send(answer(terminal, serial, RecorderBlock.VEHICLE, VEHICLE));
      commands.await(id, ANSWERED);
    }
  }

  @Test
  void believesNothingOfAnAnswerThatIsNotWhole() {
    byte[] torn = VEHICLE.clone();
    torn[22] ^= 1;
    byte[] shorter =
        RecorderBlock.answer(RecorderBlock.VEHICLE, Arrays.copyOfRange(VEHICLE, 6, 6 + 40));
    Map<String, byte[]> wrong =
        Map.of(
            RecorderAnswer.CHECKSUM,
            torn,
            RecorderAnswer.LENGTH,
            shorter,
            RecorderAnswer.OTHER_COMMAND,
            RecorderBlock.answer(CLOCK, new byte[6]),
            RecorderAnswer.NO_PACKET,
            new byte[] {1, 2, 3});
    try (TerminalSocket terminal = commands.signIn()) {
      wrong.forEach(
          (why, block) -> {
            long id = ask();
            int serial = terminal.command().serial();
            assertTrue(
                terminal.ask(answer(terminal, serial, RecorderBlock.VEHICLE, block)).success());
            CommandRow row = commands.await(id, REFUSED);
            assertEquals(why, row.detail());
            assertEquals(Optional.empty(), row.result());
            assertTrue(
                row.reply().orElseThrow().body().hex().endsWith(HexFormat.of().formatHex(block)),
                "what came is kept");
          });
    }
    assertEquals(List.of(), told());
  }

  @Test
  void keepsThatTheRecorderFailed() {
    try (TerminalSocket terminal = commands.signIn()) {
      for (int command : new int[] {RecorderBlock.QUERY_FAILED, RecorderBlock.VEHICLE}) {
        long id = ask();
        int serial = terminal.command().serial();
        assertTrue(
            terminal.ask(answer(terminal, serial, command, RecorderBlock.failed())).success());
        assertEquals(RecorderAnswer.FAILED, commands.await(id, REFUSED).detail());
      }
    }
    assertEquals(List.of(), told());
  }

  @Test
  void endsWhereTheTerminalRefusesOrPromisesInVain() {
    try (TerminalSocket terminal = commands.signIn()) {
      long refused = ask();
      terminal.send(terminal.packets.generalReply(terminal.command().serial(), QUERY, 3));
      assertEquals("not supported", commands.await(refused, REFUSED).detail());
      long promised = ask();
      terminal.send(terminal.packets.generalReply(terminal.command().serial(), QUERY, 0));
      commands.await(() -> commands.find(promised).detail().equals("acknowledged"));
      commands.pass(LAST_WAIT);
      commands.await(promised, TIMED_OUT);
    }
    assertEquals(List.of(), told());
  }
}
