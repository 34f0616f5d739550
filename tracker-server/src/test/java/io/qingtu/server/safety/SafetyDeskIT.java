package io.qingtu.server.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.Patience;
import io.qingtu.fixtures.TestDatabase;
import io.qingtu.fixtures.packet.LocationBody;
import io.qingtu.fixtures.packet.Registration;
import io.qingtu.fixtures.packet.SafetyAlarmPackets;
import io.qingtu.server.RunningServer;
import io.qingtu.server.TerminalSocket;
import io.qingtu.server.attachment.EvidenceTerminal;
import io.qingtu.server.store.SafetyAlarmQueries;
import io.qingtu.server.store.SafetyAlarmRow;
import io.qingtu.server.store.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetyDeskIT {
  private static final Map<String, String> SETTINGS = Map.of("analysis.enabled", "false");
  private static final Map<String, String> WANTED =
      Map.of(
          "analysis.enabled", "false",
          "attachment.enabled", "true",
          "attachment.port", "0",
          "attachment.public-host", "10.1.2.3",
          "attachment.public-port", "7699");

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  private static List<SafetyAlarmRow> alarms(RunningServer server, String plate) {
    return new SafetyAlarmQueries(server.parts().database())
        .ofVehicle(plate, Instant.EPOCH, Instant.MAX, Optional.empty(), Scope.CITY, 100);
  }

  private static List<SafetyAlarmRow> await(RunningServer server, int count) {
    return await(server, RunningServer.PLATE, count);
  }

  private static List<SafetyAlarmRow> await(RunningServer server, String plate, int count) {
    return Patience.await(count + " alarms of " + plate)
        .until(() -> alarms(server, plate), filed -> filed.size() == count);
  }

  private static TerminalSocket terminal(RunningServer server) {
    TerminalSocket terminal = new TerminalSocket(server.port(), RunningServer.PHONE);
    terminal.signIn(RunningServer.PLATE);
    return terminal;
  }

  private EvidenceTerminal evidence(RunningServer server) {
    return new EvidenceTerminal(server.port(), RunningServer.PHONE, RunningServer.PLATE, now);
  }

  private static LocationBody report(Instant reported, SafetyAlarmPackets... alarms) {
    LocationBody body = LocationBody.at(31.2, 121.5, reported).satellites(9);
    for (SafetyAlarmPackets alarm : alarms) {
      body.item(0x65, alarm.driverState(2, 1, 0, 0));
    }
    return body;
  }

  private static SafetyAlarmPackets alarm(Instant time, int sequence) {
    return new SafetyAlarmPackets("1234567", time, sequence, 0);
  }

  @Test
  void filesEveryAlarmOfAReportOnce() {
    try (RunningServer server = new RunningServer(getClass(), SETTINGS);
        TerminalSocket terminal = terminal(server)) {
      LocationBody two = report(now, alarm(now, 0), alarm(now, 1));
      assertTrue(terminal.ask(terminal.packets.location(two)).success());
      assertTrue(terminal.ask(terminal.packets.location(two)).success());
      Instant before = now.minus(Duration.ofHours(5));
      LocationBody late = report(before, alarm(before, 0));
      assertTrue(terminal.ask(terminal.packets.batch(1, late, report(now))).success());
      List<SafetyAlarmRow> filed = await(server, 3);
      assertEquals(List.of(now, now, before), filed.stream().map(SafetyAlarmRow::time).toList());
      SafetyAlarmRow one = filed.get(0);
      assertEquals(0x65, one.kind());
      assertEquals(2, one.type());
      assertEquals(1, one.level());
      assertEquals(1, one.phase());
      assertEquals(48, one.speedKmh());
      assertEquals(121.5, one.lon(), 1e-6, "the alarm says no place, the report does");
      assertEquals(31.2, one.lat(), 1e-6);
    }
  }

  @Test
  void alarmsOfATerminalWithoutAClockAreNotOne() {
    byte[] first = withoutTime(1);
    byte[] second = withoutTime(2);
    try (RunningServer server = new RunningServer(getClass(), SETTINGS);
        TerminalSocket terminal = terminal(server)) {
      for (byte[] item : List.of(first, second, first)) {
        LocationBody body = LocationBody.at(31.2, 121.5, now).item(0x65, item);
        assertTrue(terminal.ask(terminal.packets.location(body)).success());
      }
      assertEquals(List.of(now, now), await(server, 2).stream().map(SafetyAlarmRow::time).toList());
    }
  }

  /** The item of an alarm whose two times are zeros. */
  private byte[] withoutTime(int number) {
    byte[] item = alarm(now, 0).driverState(2, 1, 0, 0);
    Arrays.fill(item, 23, 29, (byte) 0);
    Arrays.fill(item, 38, 44, (byte) 0);
    item[3] = (byte) number;
    return item;
  }

  @Test
  void aKillBetweenPositionAndAlarmLosesNone() {
    TestDatabase database;
    RunningServer server = new RunningServer(getClass(), SETTINGS);
    try (TerminalSocket terminal = terminal(server)) {
      terminal.ask(terminal.packets.location(report(now, alarm(now, 0))));
      Instant before = now.minus(Duration.ofHours(30));
      terminal.ask(terminal.packets.batch(1, report(before, alarm(before, 0))));
    }
    await(server, 2);
    // as if they had not been filed yet
    server.parts().database().update("delete from active_safety_alarm");
    database = server.stop();
    try (RunningServer next = new RunningServer(database, Clock.systemUTC(), SETTINGS)) {
      assertEquals(2, await(next, 2).size());
    }
  }

  @Test
  void whatTheProfileCallsOtherwiseIsNoAlarm(@TempDir Path profiles) throws IOException {
    Files.writeString(
        profiles.resolve("axles.yaml"),
        """
        name: axles
        description: Made up
        match: {manufacturer: AXLES, model: "*"}
        items:
          - {id: 0x65, length: 47, name: axleLoads}
        """);
    Map<String, String> settings =
        Map.of("analysis.enabled", "false", "ingest.profiles", profiles.toString());
    RunningServer server = new RunningServer(getClass(), settings);
    try (TerminalSocket terminal = new TerminalSocket(server.port(), RunningServer.PHONE);
        TerminalSocket other = new TerminalSocket(server.port(), RunningServer.OTHER_PHONE)) {
      other.signIn(RunningServer.OTHER_PLATE);
      Registration axles =
          new Registration(44, 300, "AXLES", "A1", "1234567", 2, RunningServer.PLATE);
      String code = terminal.ask(terminal.packets.register(axles)).authCode();
      assertTrue(terminal.ask(terminal.packets.authenticate(code)).success());
      LocationBody both = report(now, alarm(now, 0)).item(0x65, longDriverState());
      assertTrue(terminal.ask(terminal.packets.location(both)).success());
      assertTrue(other.ask(other.packets.location(both)).success());
      assertEquals(3, await(server, 1).get(0).type(), "of 71 bytes it is the standard's");
      await(server, RunningServer.OTHER_PLATE, 2);
    }
    // as if they had not been filed yet
    server.parts().database().update("delete from active_safety_alarm");
    try (RunningServer next = new RunningServer(server.stop(), Clock.systemUTC(), settings)) {
      await(next, RunningServer.OTHER_PLATE, 2);
      assertEquals(3, await(next, 1).get(0).type());
    }
  }

  /** The item with the longer alarm id: 30 bytes of the terminal, and two spare ones. */
  private byte[] longDriverState() {
    byte[] item = alarm(now, 1).driverState(3, 1, 0, 0);
    byte[] whole = Arrays.copyOf(item, 71);
    Arrays.fill(whole, 31, 71, (byte) 0);
    System.arraycopy(item, 31, whole, 31, 7);
    System.arraycopy(item, 38, whole, 61, 9);
    return whole;
  }

  @Test
  void evidenceThatCouldNotBeAskedForIsAskedForAtTheNextConnection() {
    RunningServer unwanting = new RunningServer(getClass(), SETTINGS);
    try (EvidenceTerminal terminal = evidence(unwanting)) {
      terminal.raiseAndWait();
      assertNull(await(unwanting, 1).get(0).askedAt());
    }
    TestDatabase database = unwanting.stop();
    try (RunningServer server = new RunningServer(database, Clock.systemUTC(), WANTED);
        EvidenceTerminal terminal = evidence(server)) {
      SafetyAlarmPackets.Order order = terminal.nextOrder();
      assertEquals("10.1.2.3", order.host());
      assertEquals(7699, order.port());
      assertEquals(
          alarms(server, RunningServer.PLATE).get(0).id(),
          server.parts().safetyAlarms().findByNumber(order.number()).orElseThrow().id());
    }
  }
}
