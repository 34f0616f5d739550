package io.qingtu.server.analyze;

import static io.qingtu.fixtures.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.fixtures.dataset.Rows;
import io.qingtu.fixtures.fleet.ConnectedFleet;
import io.qingtu.fixtures.golden.GoldenTrack;
import io.qingtu.fixtures.golden.GoldenTracks;
import io.qingtu.fixtures.packet.DriverCard;
import io.qingtu.fixtures.packet.PacketBuilder;
import io.qingtu.fixtures.packet.PacketBuilder.Version;
import io.qingtu.fixtures.track.Fix;
import io.qingtu.route.BatchAnalysis;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.plan.Identity;
import io.qingtu.route.plan.Identity.Kind;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Validity;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.server.HandClock;
import io.qingtu.server.Playback;
import io.qingtu.server.RunningServer;
import io.qingtu.server.TerminalSocket;
import io.qingtu.server.dataset.DataSet;
import io.qingtu.server.store.PaperNews;
import io.qingtu.server.store.StoredAlert;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * FEATURE UNDER TEST: drivers' cards over TCP, to M15 in the store. Two trucks haul four loads each
 * without any violation; for both X1 is registered, with the identity card N1x, and S9 for another.
 */
class DriverCardLiveIT {
  private static final Duration STEP = Duration.ofMinutes(5);
  private static final Map<String, String> SETTINGS =
      Map.of("analysis.window", "20d", "ingest.linger", "1ms");
  private static final DriverCard DRIVER = new DriverCard("张三", "X1", "");
  private static final DriverCard SAME = new DriverCard("张三", "L1", "N1X");
  private static final DriverCard UNREGISTERED = new DriverCard("王五", "S8", "N8");
  private static final DriverCard STRANGER = new DriverCard("李四", "S9", "N9");

  private final GoldenTrack track = GoldenTracks.of(1);
  private final List<Fix> fixes = track.fixes();
  private final Rows.Terminal newer = track.data().terminals().get(0);
  private final Rows.Terminal older = track.data().terminals().get(1);
  private final HandClock clock = new HandClock(fixes.get(0).receivedTime());
  private final Instant begin = clock.now;
  private RunningServer running;
  private DataSet data;

  @BeforeEach
  void start(@TempDir Path dir) throws IOException {
    running = new RunningServer(TestDatabase.forClass(getClass()), clock, SETTINGS);
    track.data().add(new Rows.Driver("X1", newer.plate() + ";" + older.plate()));
    track.data().add(new Rows.Driver("N1x", newer.plate()));
    track.data().add(new Rows.Driver("S9", RunningServer.PLATE));
    track.write(dir);
    data = DataSet.read(dir);
    running.parts().plans().write(data.plan());
    for (Rows.Terminal t : track.data().terminals()) {
      running.parts().terminals().enter(t.phone(), t.plate(), t.profile());
    }
    running.server.reloadPlan();
  }

  @AfterEach
  void stop() {
    running.close();
  }

  /** The terminal says what it has to say of cards, each thing acknowledged; then it hangs up. */
  @SafeVarargs
  private void says(
      Version version, Rows.Terminal terminal, Function<PacketBuilder, byte[]>... cards) {
    try (TerminalSocket socket = new TerminalSocket(running.port(), terminal.phone(), version)) {
      socket.signIn(terminal.plate());
      for (Function<PacketBuilder, byte[]> card : cards) {
        assertTrue(socket.ask(card.apply(socket.packets)).success());
      }
    }
    running.server.lookAtNews();
  }

  private void drive() throws InterruptedException {
    InetSocketAddress platform =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), running.port());
    try (ConnectedFleet fleet = new ConnectedFleet(platform, track.data().terminals())) {
      Playback.play(fixes, STEP, fleet, clock);
    }
    clock.now = clock.now.plusSeconds(600);
  }

  /** When a truck has left the site with its load. */
  private Instant out(Rows.Terminal terminal, int trip) {
    return track.data().waybills().stream()
        .filter(w -> w.plate().equals(terminal.plate()))
        .map(Rows.Waybill::scanOut)
        .sorted()
        .toList()
        .get(trip - 1);
  }

  /** Each alert of a vehicle that stands, by its rule and the load that it is about. */
  private List<String> told(Collection<Alert> alerts) {
    List<String> told = new ArrayList<>();
    for (Rows.Terminal terminal : List.of(newer, older)) {
      for (int trip = 1; trip <= 4; trip++) {
        Instant from = out(terminal, trip).minusSeconds(300);
        Instant to = trip == 4 ? Instant.MAX : out(terminal, trip + 1).minusSeconds(300);
        String of = (terminal == newer ? " newer " : " older ") + trip;
        alerts.stream()
            .filter(a -> a.plate().equals(terminal.plate()))
            .filter(a -> a.status() != AlertStatus.RETRACTED)
            .filter(a -> !a.start().isBefore(from) && a.start().isBefore(to))
            .forEach(a -> told.add(a.rule() + of));
      }
    }
    return told.stream().sorted().toList();
  }

  private void expect(String... told) {
    await("the live analysis tells of the strangers")
        .untilAsserted(
            () -> {
              running.server.lookAtNews();
              running.parts().analysis().judgeNow();
              assertEquals(
                  List.of(told),
                  told(
                      running.parts().alerts().between(Instant.EPOCH, clock.now).stream()
                          .map(StoredAlert::alert)
                          .toList()));
            });
    Validity all = new Validity(begin, clock.now);
    RuleSet rules = new RuleSet(running.parts().plans().read(all), Parameters.DEFAULTS);
    assertEquals(
        List.of(told), told(BatchAnalysis.run(rules, data.positions()).alerts()), "in a batch");
  }

  private long cards() {
    return running.database.ask("select count(*) from driver_card");
  }

  @Test
  void aStrangersCardIsAMismatchByBothLayoutsUntilItIsOutOrAnotherIsIn() throws Exception {
    says(
        Version.V2019,
        newer,
        p -> STRANGER.in(p, begin),
        // what the terminal had not got rid of before comes later
        p -> SAME.in(p, out(newer, 3).minusSeconds(400)));
    says(
        Version.V2013,
        older,
        p -> STRANGER.in(p, begin),
        p -> DriverCard.anyOut(p, out(older, 2).minusSeconds(400)));
    drive();
    expect("M15 newer 1", "M15 newer 2", "M15 older 1");
  }

  @Test
  void whoeverIsOnTheListOrUnknownIsNone() throws Exception {
    says(
        Version.V2019,
        newer,
        p -> DriverCard.unread(p, begin, 1),
        p -> SAME.in(p, begin.plusSeconds(30)),
        // of the same person as one of the list, or of another one
        p -> UNREGISTERED.in(p, out(newer, 3).minusSeconds(400)));
    says(
        Version.V2013,
        older,
        p -> STRANGER.in(p, begin),
        p -> STRANGER.out(p, begin.plusSeconds(30)),
        p -> DRIVER.in(p, out(older, 1)),
        p -> STRANGER.in(p, out(older, 2).minusSeconds(400)),
        p -> DriverCard.unread(p, out(older, 2).minusSeconds(390), 3),
        // by a clock that is wrong nobody is known now, where nobody was
        p -> STRANGER.in(p, begin.plus(Duration.ofDays(2))),
        p -> STRANGER.in(p, begin.minus(Duration.ofDays(31))));
    says(
        Version.V2013,
        new Rows.Terminal(RunningServer.PHONE, RunningServer.PLATE, ""),
        p -> STRANGER.in(p, begin));
    drive();
    expect();
    assertEquals(10, cards());
  }

  @Test
  void whatATerminalHasKeptForLaterCountsWhenItComesAndOnce() throws Exception {
    drive();
    expect();
    for (int again = 0; again < 2; again++) {
      says(
          Version.V2013,
          older,
          p -> DRIVER.in(p, out(older, 4).minusSeconds(400)),
          p -> STRANGER.in(p, out(older, 3).minusSeconds(400)));
      expect("M15 older 3");
      clock.now = clock.now.plus(Duration.ofMinutes(11));
    }
    assertEquals(2, cards());
    assertEquals(4, running.database.ask("select count(*) from terminal_report"));
  }

  @Test
  void aCardThatIsShownWhileThePlanIsReadIsNotLost() throws Exception {
    LiveAnalysis analysis = running.parts().analysis();
    PaperWatch papers = new PaperWatch(new PaperNews(running.parts().database()), analysis);
    Thread look = new Thread(papers::look);
    papers.reload(
        () -> {
          RuleSet read = running.parts().rules();
          running
              .parts()
              .database()
              .update(
                  "insert into driver_card (vehicle_id, time, licence, id_number, name)"
                      + " select id, ?, 'S9', '', '' from vehicle where plate = ?",
                  begin,
                  newer.plate());
          look.start();
          await("the look waits")
              .untilAsserted(() -> assertEquals(Thread.State.BLOCKED, look.getState()));
          return read;
        });
    look.join();
    papers.close();
    assertEquals(
        List.of("S9"),
        analysis.rules().identities().of(newer.plate(), Kind.DRIVER).stream()
            .map(Identity::value)
            .toList());
  }

  @Test
  void theIssueOf2011SaysWhoDrivesNow() throws Exception {
    clock.now = out(older, 1).minusSeconds(400);
    says(Version.V2011, older, p -> STRANGER.in(p, begin));
    clock.now = out(older, 2).minusSeconds(400);
    says(Version.V2011, older, p -> DRIVER.in(p, begin));
    clock.now = begin;
    drive();
    expect("M15 older 1");
  }
}
