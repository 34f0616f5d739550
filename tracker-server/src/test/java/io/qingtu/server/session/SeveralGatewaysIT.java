package io.qingtu.server.session;

import static io.qingtu.fixtures.Patience.await;
import static io.qingtu.server.RunningServer.PHONE;
import static io.qingtu.server.RunningServer.PLATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.qingtu.fixtures.FreePort;
import io.qingtu.fixtures.TestDatabase;
import io.qingtu.fixtures.TestFolder;
import io.qingtu.fixtures.packet.PlatformPacket;
import io.qingtu.server.RunningServer;
import io.qingtu.server.TerminalSocket;
import io.qingtu.server.command.CommandIntake;
import io.qingtu.server.command.CommandIntake.Wish;
import io.qingtu.server.command.CommandKind;
import io.qingtu.server.connections.GatewayProcess;
import io.qingtu.server.store.CommandQueries;
import io.qingtu.server.store.CommandState;
import io.qingtu.server.store.FleetQueries;
import io.qingtu.server.store.Scope;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two gateways on one port and one database: the system decides which one a terminal comes to. */
class SeveralGatewaysIT {
  private final int port = FreePort.find();
  private TestDatabase database;
  private RunningServer one;
  private RunningServer other;

  @BeforeEach
  void start() {
    database = TestDatabase.forClass(SeveralGatewaysIT.class);
    one = server();
    other = server();
  }

  private RunningServer server() {
    return new RunningServer(
        database,
        Clock.systemUTC(),
        Map.of(
            "gateway.port",
            Integer.toString(port),
            "gateway.reuse-port",
            "true",
            "analysis.enabled",
            "false"));
  }

  @AfterEach
  void stop() {
    one.stop();
    other.stop();
    database.close();
  }

  /** A connection that the system gives to this gateway; those to the other one are closed. */
  private TerminalSocket connectTo(RunningServer gateway, Consumer<TerminalSocket> signIn) {
    while (true) {
      // it may still hold one that the terminal has left
      Optional<TerminalSession> before = session(gateway);
      TerminalSocket terminal = new TerminalSocket(port, PHONE);
      signIn.accept(terminal);
      if (session(gateway).isPresent() && !session(gateway).equals(before)) {
        return terminal;
      }
      terminal.close();
    }
  }

  private TerminalSocket connectTo(RunningServer gateway) {
    return connectTo(gateway, terminal -> terminal.signIn(PLATE));
  }

  private static Optional<TerminalSession> session(RunningServer gateway) {
    return gateway.parts().sessions().find(PHONE);
  }

  private static boolean holds(RunningServer gateway) {
    return session(gateway).isPresent();
  }

  private long sessionsOnFile() {
    return database.ask("select count(*) from terminal_session where not replaced");
  }

  @Test
  void aCommandReachesTheTerminalAtEitherGateway() throws Exception {
    for (RunningServer gateway : List.of(one, other)) {
      try (TerminalSocket terminal = connectTo(gateway)) {
        long id = fileCommand(gateway == one ? other : one);
        PlatformPacket command = terminal.command();
        terminal.send(terminal.packets.generalReply(command.serial(), command.messageId(), 0));
        CommandQueries commands = new CommandQueries(gateway.parts().database());
        await("the answer is on file")
            .untilAsserted(
                () ->
                    assertEquals(
                        CommandState.ANSWERED,
                        commands.find(id, Scope.CITY).orElseThrow().state()));
      }
      await("it has gone").until(() -> !holds(gateway));
    }
  }

  private static long fileCommand(RunningServer at) throws Exception {
    return new CommandIntake(at.parts().commands(), at.parts().plans(), Clock.systemUTC())
        .file(
            new FleetQueries(at.parts().database()).find(PLATE, Scope.CITY).orElseThrow(),
            new Wish(
                CommandKind.TEXT,
                new ObjectMapper().readTree("{\"text\":\"请靠边停车\"}"),
                "a test",
                null,
                Duration.ofMinutes(10)));
  }

  @Test
  void theConnectionThatATerminalLeftAtOneGatewayEndsWhenItComesToTheOther() {
    try (TerminalSocket left = connectTo(one);
        TerminalSocket newer = connectTo(other)) {
      assertTrue(left.isClosedByServer());
      await("one gateway holds it").until(() -> !holds(one) && sessionsOnFile() == 1);
      assertTrue(holds(other));
      assertTrue(newer.ask(newer.packets.heartbeat()).success(), "the newer one goes on");
    }
  }

  @Test
  void theNewestConnectionStaysAfterThereAndBack() {
    try (TerminalSocket first = connectTo(one);
        TerminalSocket second = connectTo(other);
        TerminalSocket third = connectTo(one)) {
      assertTrue(first.isClosedByServer());
      assertTrue(second.isClosedByServer());
      await("one gateway holds it").until(() -> !holds(other) && sessionsOnFile() == 1);
      assertTrue(third.ask(third.packets.heartbeat()).success());
    }
  }

  @Test
  void aCodeThatOneGatewayHasGivenOpensTheOtherAtOnce() {
    String code;
    try (TerminalSocket terminal = connectTo(one)) {
      code = terminal.signIn(PLATE);
    }
    try (TerminalSocket terminal =
        connectTo(
            other, t -> assertTrue(t.ask(t.packets.authenticate(code)).success(), "at either"))) {
      assertTrue(terminal.ask(terminal.packets.heartbeat()).success());
    }
  }

  @Test
  void aCodeThatNoGatewayHasGivenOpensNone() {
    try (TerminalSocket terminal = new TerminalSocket(port, PHONE)) {
      assertEquals(1, terminal.ask(terminal.packets.authenticate("ANOTHERCODE")).result());
    }
  }

  @Test
  void whatAKilledGatewayHeldCountsAsGone() throws Exception {
    int apart = FreePort.find();
    GatewayProcess killed =
        GatewayProcess.start(
            List.of(),
            List.of(
                "database.url=" + database.url(),
                "database.user=",
                "media.folder=" + TestFolder.make("media"),
                "journal.folder=" + TestFolder.make("journal"),
                "gateway.port=" + apart,
                "analysis.enabled=false"));
    try {
      killed.awaitReady();
      try (TerminalSocket terminal = new TerminalSocket(apart, PHONE)) {
        terminal.signIn(PLATE);
        await("it is on file").until(() -> sessionsOnFile() == 1);
        GatewayProcess.kill(List.of(killed));
        await("it has gone").until(() -> sessionsOnFile() == 0);
      }
    } finally {
      GatewayProcess.kill(List.of(killed));
    }
    assertEquals(2, database.ask("select count(*) from gateway"), "the others go on");
  }
}
