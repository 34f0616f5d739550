package io.qingtu.server.vendor;

import static io.qingtu.server.RunningServer.PHONE;
import static io.qingtu.server.RunningServer.PLATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.fixtures.packet.LocationBody;
import io.qingtu.fixtures.packet.Registration;
import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Position;
import io.qingtu.server.RunningServer;
import io.qingtu.server.TerminalSocket;
import io.qingtu.server.store.OddCount;
import io.qingtu.server.store.Scope;
import io.qingtu.server.store.TraitQueries;
import io.qingtu.server.store.TraitQueries.TerminalRow;
import io.qingtu.server.store.TraitRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A vendor nobody has heard of: what its terminals send is first on the page of what is not
 * understood, and after a file was written for it, understood. Nothing else changes.
 */
class NewVendorIT {
  private static final int SUCCESS = 0;
  private static final int UNSUPPORTED = 3;

  private static final String PROFILE =
      """
      name: yushi
      description: Made up
      match: {manufacturer: YUSHI, model: YS-7*}
      healing: {batch0210: true}
      items:
        - {id: 0x5A, length: 2, name: oilPressure, unit: kPa}
        - {id: 0x02, length: 1, name: fuelPercent, unit: "%"}
      messages:
        - {id: 0x0F77, name: selfTest}
      cover:
        source: item
        item: 0x5B
        values: {0x11: OPEN, 0x22: CLOSED}
      lift:
        source: transparent
        type: 0xA1
        offset: 1
        values: {7: UP, 8: DOWN}
      """;

  @Test
  void isUnderstoodByAFileAlone(@TempDir Path folder) throws IOException {
    try (TestDatabase database = TestDatabase.forClass(NewVendorIT.class)) {
      RunningServer before = new RunningServer(database, Clock.systemUTC(), Map.of());
      // transparent data is filed whoever may read it
      assertEquals(List.of(UNSUPPORTED, SUCCESS, UNSUPPORTED), sayEverything(before, true, 60));
      before.parts().traits().flush();
      List<OddCount> unknown = new TraitQueries(before.parts().database()).unknown(PHONE);
      assertEquals(
          List.of(
              "ITEM 5a 2 5678",
              "ITEM 5b 1 11",
              "ITEM_LENGTH 2 1 2a",
              "MESSAGE 210 -1",
              "MESSAGE f77 -1 0102",
              "TRANSPARENT a1 -1 a10007"),
          unknown.stream().map(NewVendorIT::text).sorted().toList());
      assertEquals("STANDARD", traits(before).profileBy());
      assertEquals(Cover.UNKNOWN, latest(before).sensors().cover());
      before.stop();

      Files.writeString(folder.resolve("yushi.yaml"), PROFILE);
      RunningServer after =
          new RunningServer(
              database, Clock.systemUTC(), Map.of("ingest.profiles", folder.toString()));
      // does not register again: the server remembers who it is
      assertEquals(List.of(SUCCESS, SUCCESS, SUCCESS), sayEverything(after, false, 0));
      after.parts().traits().flush();
      assertEquals("MATCH", traits(after).profileBy());
      assertEquals("yushi", traits(after).profile());
      assertEquals("YS-700", traits(after).model());
      assertEquals(
          unknown.stream().mapToLong(OddCount::count).sum(),
          new TraitQueries(after.parts().database())
              .unknown(PHONE).stream().mapToLong(OddCount::count).sum(),
          "nothing more is unknown");
      assertEquals(Cover.OPEN, latest(after).sensors().cover());
      assertEquals(Lift.UP, latest(after).sensors().lift());
      after.stop();
    }
  }

  private static String code;

  /** The results of the three messages that only the vendor knows. */
  private static List<Integer> sayEverything(
      RunningServer server, boolean register, int secondsAgo) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(secondsAgo);
    try (TerminalSocket terminal = new TerminalSocket(server.port(), PHONE)) {
      if (register) {
        Registration registration =
            new Registration(44, 300, "YUSHI", "YS-700", "1234567", 2, PLATE);
        code = terminal.ask(terminal.packets.register(registration)).authCode();
      }
      assertTrue(terminal.ask(terminal.packets.authenticate(code)).success());
      int selfTest = terminal.ask(terminal.packets.packet(0x0f77, (byte) 1, (byte) 2)).result();
      int body = terminal.ask(terminal.packets.transparent(0xa1, (byte) 0, (byte) 7)).result();
      byte[] early = LocationBody.at(36.7, 119.1, now.minusSeconds(9)).toBytes();
      byte[] batch = new byte[1 + early.length];
      batch[0] = (byte) early.length;
      System.arraycopy(early, 0, batch, 1, early.length);
      int byteBatch = terminal.ask(terminal.packets.packet(0x0210, batch)).result();
      LocationBody location =
          LocationBody.at(36.7, 119.1, now)
              .satellites(9)
              .item(0x5a, (byte) 0x56, (byte) 0x78)
              .item(0x5b, (byte) 0x11)
              .item(0x02, (byte) 42);
      assertTrue(terminal.ask(terminal.packets.location(location)).success());
      return List.of(selfTest, body, byteBatch);
    }
  }

  private static Position latest(RunningServer server) {
    return server.parts().positions().latest().stream()
        .filter(position -> position.plate().equals(PLATE))
        .findFirst()
        .orElseThrow();
  }

  private static TraitRow traits(RunningServer server) {
    return new TraitQueries(server.parts().database())
        .terminals(Scope.CITY).stream()
            .filter(row -> row.phone().equals(PHONE))
            .findFirst()
            .flatMap(TerminalRow::traits)
            .orElseThrow();
  }

  private static String text(OddCount count) {
    String sample = count.key().id() == 0x0210 ? "" : " " + String.join(" ", count.samples());
    return count.key().kind()
        + " "
        + Integer.toHexString(count.key().id())
        + " "
        + count.key().length()
        + sample;
  }
}
