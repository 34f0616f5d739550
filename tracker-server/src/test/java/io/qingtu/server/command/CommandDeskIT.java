package io.qingtu.server.command;

import static io.qingtu.server.store.CommandState.ANSWERED;
import static io.qingtu.server.store.CommandState.EXPIRED;
import static io.qingtu.server.store.CommandState.QUEUED;
import static io.qingtu.server.store.CommandState.REFUSED;
import static io.qingtu.server.store.CommandState.SENT;
import static io.qingtu.server.store.CommandState.TIMED_OUT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.packet.PacketBuilder;
import io.qingtu.fixtures.packet.PlatformPacket;
import io.qingtu.server.RunningServer;
import io.qingtu.server.TerminalSocket;
import io.qingtu.server.store.CommandRow;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way of a command, over TCP and through the database. */
class CommandDeskIT {
  private static final int TEXT = 0x8300;
  private static final String HELLO = "{'text':'请靠边停车'}";
  private static final String MOMENT = "PT0.001S";
  private static final Duration FIRST_WAIT = Duration.ofSeconds(10);

  private Commands commands;

  @BeforeEach
  void start() {
    commands = new Commands(CommandDeskIT.class);
  }

  @AfterEach
  void stop() {
    commands.close();
  }

  private static void answer(TerminalSocket terminal, PlatformPacket command, int result) {
    terminal.send(terminal.packets.generalReply(command.serial(), command.messageId(), result));
  }

  @Test
  void reachesAConnectedTerminalAndFilesItsAnswer() {
    try (TerminalSocket terminal = commands.signIn()) {
      long id = commands.ask(CommandKind.TEXT, HELLO);
      PlatformPacket sent = terminal.command();
      assertEquals(TEXT, sent.messageId());
      answer(terminal, sent, 0);

      CommandRow row = commands.await(id, ANSWERED);
      assertEquals(List.of(QUEUED, SENT, ANSWERED), commands.history(id));
      assertEquals(Optional.of(0), row.result());
      assertEquals(TEXT, row.sent().orElseThrow().messageId());
      assertEquals(sent.body().length, row.sent().get().body().length());
      assertEquals(1, row.reply().orElseThrow().messageId());
      assertEquals(commands.clock.now, row.answeredAt());
      assertEquals("", row.requestedBy(), "nobody who is known");
    }
  }

  @Test
  void writesToATerminalThatRegisteredAs2011AsThatIssueHasIt() {
    String code;
    try (TerminalSocket terminal = commands.connect(PacketBuilder.Version.V2011)) {
      code = terminal.signIn(RunningServer.PLATE);
    }
    try (TerminalSocket terminal = commands.connect(PacketBuilder.Version.V2011)) {
      // on a later connection it does not register again
      assertTrue(terminal.ask(terminal.packets.authenticate(code)).success());
      long id = commands.ask(CommandKind.TEXT, "{'text':'one'}");
      PlatformPacket sent = terminal.command();
      assertTrue(new String(sent.body()).endsWith("one\0"), "with the end of a text of 2011");
      answer(terminal, sent, 0);
      commands.await(id, ANSWERED);
      assertEquals("V2011", commands.find(id).sent().orElseThrow().version());
    }
  }

  @Test
  void keepsWhatTheTerminalRefuses() {
    try (TerminalSocket terminal = commands.signIn()) {
      long id = commands.ask(CommandKind.TEXT, HELLO);
      answer(terminal, terminal.command(), 3);
      CommandRow row = commands.await(id, REFUSED);
      assertEquals(Optional.of(3), row.result());
      assertEquals("not supported", row.detail());
    }
  }

  @Test
  void waitsForATerminalThatIsOffline() {
    long id = commands.ask(CommandKind.TEXT, HELLO);
    commands.pass(Commands.LIFETIME.minus(Duration.parse(MOMENT)));
    assertEquals(QUEUED, commands.find(id).state());
    assertNull(commands.find(id).sentAt());
    try (TerminalSocket terminal = commands.signIn()) {
      answer(terminal, terminal.command(), 0);
      commands.await(id, ANSWERED);
    }
  }

  @Test
  void expiresAtItsMomentAndIsNotSentThen() {
    long id = commands.ask(CommandKind.TEXT, HELLO);
    commands.pass(Commands.LIFETIME);
    commands.await(id, EXPIRED);
    try (TerminalSocket terminal = commands.signIn()) {
      long next = commands.ask(CommandKind.TEXT, "{'text':'next'}");
      PlatformPacket sent = terminal.command();
      assertTrue(new String(sent.body()).endsWith("next"), "the expired one does not come");
      answer(terminal, sent, 0);
      commands.await(next, ANSWERED);
    }
    assertEquals(List.of(QUEUED, EXPIRED), commands.history(id));
  }

  @Test
  void sendsTheSecondOnlyWhenTheFirstIsAnswered() {
    long first = commands.ask(CommandKind.TEXT, "{'text':'one'}");
    long second = commands.ask(CommandKind.TEXT, "{'text':'two'}");
    try (TerminalSocket terminal = commands.signIn()) {
      PlatformPacket one = terminal.command();
      assertTrue(new String(one.body()).endsWith("one"));
      commands.server.parts().desk().nudge();
      assertTrue(terminal.isSilentFor(200));
      assertEquals(QUEUED, commands.find(second).state());
      answer(terminal, one, 1);
      PlatformPacket two = terminal.command();
      assertTrue(new String(two.body()).endsWith("two"));
      answer(terminal, two, 0);
      commands.await(second, ANSWERED);
      assertEquals(REFUSED, commands.find(first).state());
    }
  }

  @Test
  void countsAReplyWithAnotherSerialOrIdAndWaitsOn() {
    try (TerminalSocket terminal = commands.signIn()) {
      long id = commands.ask(CommandKind.TEXT, HELLO);
      PlatformPacket sent = terminal.command();
      terminal.send(
          terminal.packets.generalReply(sent.serial() + 1, TEXT, 0),
          terminal.packets.generalReply(sent.serial() - 1 & 0xffff, TEXT, 0),
          terminal.packets.generalReply(sent.serial(), TEXT + 1, 0));
      commands.await(() -> commands.server.count("command.reply.unmatched") == 3);
      assertEquals(3, commands.server.count("command.reply.unmatched"));
      assertEquals(SENT, commands.find(id).state());
      answer(terminal, sent, 0);
      commands.await(id, ANSWERED);
      answer(terminal, sent, 0);
      commands.await(() -> commands.server.count("command.reply.unmatched") == 4);
      assertEquals(4, commands.server.count("command.reply.unmatched"), "said twice");
    }
  }

  @Test
  void takesTheSerialOfTheLastOfSeveralPackets() {
    try (TerminalSocket terminal = commands.signIn()) {
      long id = commands.ask(CommandKind.TEXT, "{'text':'" + "x".repeat(1024) + "'}");
      PlatformPacket first = terminal.command();
      PlatformPacket last = terminal.command();
      assertEquals(2, first.parts());
      assertEquals(2, last.part());
      assertEquals(first.serial() + 1, last.serial());
      answer(terminal, last, 0);
      commands.await(id, ANSWERED);
    }
  }

  @Test
  void isSentAgainAfterEachWaitAndThenGivenUp() {
    try (TerminalSocket terminal = commands.signIn()) {
      long id = commands.ask(CommandKind.TEXT, HELLO);
      PlatformPacket first = terminal.command();
      commands.await(() -> commands.find(id).sent().isPresent());
      commands.pass(FIRST_WAIT.minus(Duration.parse(MOMENT)));
      assertTrue(terminal.isSilentFor(200), "a moment too early");
      commands.pass(Duration.parse(MOMENT));
      PlatformPacket second = terminal.command();
      assertNotEquals(first.serial(), second.serial());
      commands.pass(FIRST_WAIT.multipliedBy(2));
      assertEquals(TEXT, terminal.command().messageId());
      commands.await(() -> commands.find(id).tries() == 3);
      commands.pass(FIRST_WAIT.multipliedBy(6).minus(Duration.parse(MOMENT)));
      assertEquals(SENT, commands.find(id).state());
      commands.pass(Duration.parse(MOMENT));
      CommandRow row = commands.await(id, TIMED_OUT);
      assertEquals(3, row.tries());
      assertEquals(List.of(QUEUED, SENT, SENT, SENT, TIMED_OUT), commands.history(id));
    }
  }

  @Test
  void takesALateAnswerToTheFirstOfTwoTries() {
    try (TerminalSocket terminal = commands.signIn()) {
      long id = commands.ask(CommandKind.TEXT, HELLO);
      PlatformPacket first = terminal.command();
      commands.await(() -> commands.find(id).sent().isPresent());
      commands.pass(FIRST_WAIT);
      terminal.command();
      answer(terminal, first, 0);
      commands.await(id, ANSWERED);
    }
  }

  @Test
  void isSentAgainOverANewConnectionWhoseOldOneBroke() {
    long id;
    try (TerminalSocket terminal = commands.signIn()) {
      id = commands.ask(CommandKind.TEXT, HELLO);
      terminal.command();
      commands.await(() -> commands.find(id).sent().isPresent());
    }
    try (TerminalSocket terminal = commands.signIn()) {
      answer(terminal, terminal.command(), 0);
      commands.await(id, ANSWERED);
      assertEquals(2, commands.find(id).tries());
    }
  }

  @Test
  void doesNotRestartATerminalTwice() {
    long id;
    try (TerminalSocket terminal = commands.signIn()) {
      id = commands.ask(CommandKind.RESTART, "{}");
      PlatformPacket sent = terminal.command();
      assertEquals(0x8105, sent.messageId());
      assertEquals(4, sent.body()[0]);
      commands.await(() -> commands.find(id).sent().isPresent());
    }
    try (TerminalSocket terminal = commands.signIn()) {
      commands.await(id, TIMED_OUT);
      assertTrue(terminal.isSilentFor(200));
    }
  }

  @Test
  void waitsForThePicturesThatAReplyNames() {
    try (TerminalSocket terminal = commands.signIn()) {
      long id = commands.ask(CommandKind.SNAPSHOT, "{'channel':3,'count':2}");
      PlatformPacket sent = terminal.command();
      assertEquals(0x8801, sent.messageId());
      assertEquals("030002000000020580404080", HexFormat.of().formatHex(sent.body()));
      answer(terminal, sent, 0);
      commands.await(() -> commands.find(id).detail().equals("acknowledged"));
      commands.pass(FIRST_WAIT);
      assertTrue(terminal.isSilentFor(200), "it has it, it is not told again");
      terminal.send(terminal.packets.shot(sent.serial(), 0, 17, 18));
      commands.await(id, ANSWERED);
      assertEquals(0x0805, commands.find(id).reply().orElseThrow().messageId());
      assertEquals(
          List.of(17L, 18L),
          commands
              .server
              .parts()
              .database()
              .query("select unnest(media_ids) id from command", r -> r.getLong("id")));
    }
  }

  @Test
  void givesUpAPictureThatWasPromisedAndDidNotCome() {
    try (TerminalSocket terminal = commands.signIn()) {
      long id = commands.ask(CommandKind.SNAPSHOT, "{}");
      answer(terminal, terminal.command(), 0);
      commands.await(() -> commands.find(id).detail().equals("acknowledged"));
      commands.pass(FIRST_WAIT.multipliedBy(6));
      assertTrue(commands.await(id, TIMED_OUT).detail().startsWith("acknowledged, but"));
    }
  }

  @Test
  void keepsThatTheTerminalHasNoSuchCamera() {
    try (TerminalSocket terminal = commands.signIn()) {
      long id = commands.ask(CommandKind.SNAPSHOT, "{'channel':9}");
      terminal.send(terminal.packets.shot(terminal.command().serial(), 2));
      assertEquals("not supported", commands.await(id, REFUSED).detail());
    }
  }

  @Test
  void survivesARestartOfTheServer() {
    long answered;
    long open;
    long waiting;
    String code;
    try (TerminalSocket terminal = commands.connect()) {
      code = terminal.signIn(RunningServer.PLATE);
      answered = commands.ask(CommandKind.TEXT, "{'text':'answered'}");
      answer(terminal, terminal.command(), 0);
      commands.await(answered, ANSWERED);
      open = commands.ask(CommandKind.TEXT, "{'text':'open'}");
      waiting = commands.ask(CommandKind.TEXT, "{'text':'waiting'}");
      terminal.command();
      commands.await(() -> commands.find(open).sent().isPresent());
      commands = commands.restarted();
    }
    try (TerminalSocket terminal = commands.connect()) {
      assertTrue(terminal.ask(terminal.packets.authenticate(code)).success());
      for (String text : List.of("open", "waiting")) {
        PlatformPacket sent = terminal.command();
        assertTrue(new String(sent.body()).endsWith(text), text);
        answer(terminal, sent, 0);
      }
      commands.await(waiting, ANSWERED);
      assertEquals(List.of(QUEUED, SENT, SENT, ANSWERED), commands.history(open));
      assertEquals(List.of(QUEUED, SENT, ANSWERED), commands.history(answered));
    }
  }
}
