package io.qingtu.server.analyze;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.qingtu.fixtures.TestDatabase;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.CollectionPoint;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.Exemption;
import io.qingtu.route.plan.Operation;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Requirement;
import io.qingtu.route.plan.RoadGrade;
import io.qingtu.route.plan.Segment;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.plan.Side;
import io.qingtu.route.plan.Validity;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.plan.VehicleKind;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Position;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.track.Switch;
import io.qingtu.server.HandClock;
import io.qingtu.server.store.AlertStore;
import io.qingtu.server.store.CollectionQueries;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.Decision;
import io.qingtu.server.store.ExemptionStore;
import io.qingtu.server.store.LedgerStore;
import io.qingtu.server.store.PlanStore;
import io.qingtu.server.store.PositionRow;
import io.qingtu.server.store.PositionStore;
import io.qingtu.server.store.Scope;
import io.qingtu.server.store.SweepingQueries;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * The board of the day: a street of 1 km that is to be swept eastwards from 12:00 to 14:00, with a
 * collection point at its east end that is to be served by then.
 */
class LiveBoardIT {
  private static final String SWEEPER = "鲁V00001";
  private static final String TRUCK = "鲁V00002";
  private static final int POINT_METRE = 900;
  private static final Instant NOON = Instant.parse("2026-11-16T04:00:00Z");
  private static final Duration LATENESS = Duration.ofMinutes(2);
  private static final double WEST = 119.107;
  private static final double METRE = 1 / (111_320 * Math.cos(Math.toRadians(36.709)));

  private final HandClock clock = new HandClock(NOON);
  private TestDatabase server;
  private Database database;
  private PositionStore positions;
  private LiveAnalysis analysis;

  @BeforeEach
  void open() {
    server = TestDatabase.forClass(getClass());
    database = new Database(Database.Config.of(server.url()));
    positions = new PositionStore(database);
    new PlanStore(database).write(plan("Q1"));
    analysis =
        new LiveAnalysis(
            new AnalysisConfig(
                true,
                1,
                Duration.ofHours(36),
                LATENESS,
                Duration.ofSeconds(30),
                Duration.ofDays(1),
                ""),
            clock,
            positions,
            new AlertStore(database),
            new LedgerStore(database),
            List.of(),
            new SimpleMeterRegistry());
    analysis.start(rules("Q1"));
  }

  @AfterEach
  void close() {
    analysis.close();
    database.close();
    server.close();
  }

  private static CityPlan plan(String requirement) {
    Segment street =
        new Segment(
            "S1",
            "Main Road",
            RoadGrade.FIRST,
            EnumSet.allOf(Side.class),
            new GeometryFactory()
                .createLineString(
                    new Coordinate[] {
                      new Coordinate(WEST, 36.709), new Coordinate(WEST + 1000 * METRE, 36.709)
                    }),
            50,
            false);
    Requirement sweep =
        new Requirement(
            requirement,
            Optional.of("S1"),
            Optional.empty(),
            EnumSet.of(Side.FWD),
            Operation.SWEEP,
            1,
            new DailyHours(LocalTime.of(12, 0), LocalTime.of(14, 0)),
            EnumSet.allOf(DayOfWeek.class),
            "East");
    Vehicle sweeper =
        new Vehicle(SWEEPER, VehicleKind.SWEEPER, "East", Double.NaN, Set.of(SensorKind.BRUSH));
    Vehicle truck = new Vehicle(TRUCK, VehicleKind.COLLECTION_TRUCK, "East", Double.NaN, Set.of());
    CollectionPoint point =
        new CollectionPoint(
            "K" + requirement,
            WEST + POINT_METRE * METRE,
            36.709,
            sweep.window(),
            EnumSet.allOf(DayOfWeek.class),
            "East");
    return new CityPlan(
        List.of(sweeper, truck),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(street),
        List.of(sweep),
        List.of(point),
        List.of());
  }

  private static RuleSet rules(String requirement) {
    return new RuleSet(plan(requirement), Parameters.DEFAULTS);
  }

  /** Sweeps eastwards at 6 km/h, a fix every 10 s, and lets the analysis see it. */
  private void sweep(int fromMetre, int toMetre, Instant start) {
    List<Position> fixes = new ArrayList<>();
    for (double m = fromMetre; m <= toMetre; m += 6 / 3.6 * 10) {
      Instant time = start.plusSeconds(10L * fixes.size());
      fixes.add(fix(SWEEPER, time, m, 6, Switch.ON));
    }
    report(fixes);
  }

  private static Position fix(String plate, Instant time, double metre, double kmh, Switch brush) {
    return new Position(
        plate,
        time,
        time,
        WEST + metre * METRE,
        36.709 - 4 / 110_950.0,
        true,
        kmh,
        Double.NaN,
        90,
        20,
        true,
        12,
        Double.NaN,
        0,
        3,
        new Sensors(Cover.UNKNOWN, Lift.UNKNOWN, Load.UNKNOWN, Double.NaN, brush, Switch.UNKNOWN),
        false);
  }

  private void report(List<Position> fixes) {
    String plate = fixes.get(0).plate();
    int vehicle = (int) server.ask("select id from vehicle where plate = '" + plate + "'");
    positions.save(fixes.stream().map(p -> new PositionRow(vehicle, p, new byte[0])).toList());
    analysis.accept(fixes);
    // not before: the fixes would be late
    clock.now = fixes.get(fixes.size() - 1).fixTime().plus(LATENESS);
    analysis.judgeNow();
  }

  private List<String> board() {
    return new SweepingQueries(database)
        .between(NOON.minusSeconds(43_200), NOON.plusSeconds(43_200), Scope.CITY).stream()
            .map(
                r ->
                    String.format(
                        Locale.ROOT,
                        "%s %s %d/%d %.1f %s",
                        r.requirementId(),
                        r.result(),
                        r.done(),
                        r.required(),
                        r.coverage(),
                        r.plates()))
            .toList();
  }

  @Test
  void aWindowGrowsOnTheBoardAndItsVerdictTakesItsPlace() {
    sweep(0, 500, NOON.plusSeconds(600));
    assertEquals(List.of("Q1 RUNNING 0/1 0.5 [" + SWEEPER + "]"), board());
    assertEquals(0, server.ask("select count(*) from pass_result where judged"));
    sweep(500, 1000, NOON.plusSeconds(1200));
    assertEquals(List.of("Q1 RUNNING 1/1 1.0 [" + SWEEPER + "]"), board());
    clock.now = NOON.plusSeconds(7200).plus(LATENESS);
    analysis.judgeNow();
    assertEquals(List.of("Q1 DONE 1/1 1.0 [" + SWEEPER + "]"), board());
    assertEquals(1, server.ask("select count(*) from pass_result"));
  }

  private List<String> points() {
    return new CollectionQueries(database)
        .between(NOON.minusSeconds(43_200), NOON.plusSeconds(43_200), Scope.CITY).stream()
            .map(r -> r.pointId() + " " + r.state() + " " + r.plate() + " " + r.inTime())
            .toList();
  }

  /** The truck drives to a place and stands there for a minute. */
  private void stand(int metre, Instant start) {
    List<Position> fixes = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      boolean there = i >= 6;
      double at = there ? metre : metre - (6 - i) * 50;
      fixes.add(fix(TRUCK, start.plusSeconds(10L * i), at, there ? 0 : 18, Switch.UNKNOWN));
    }
    report(fixes);
  }

  @Test
  void aPointIsServedOnTheBoardAsSoonAsATruckHasStood() {
    sweep(0, 500, NOON.plusSeconds(600));
    assertEquals(List.of("KQ1 RUNNING  false"), points());
    stand(POINT_METRE, NOON.plusSeconds(1200));
    assertEquals(List.of("KQ1 SERVED " + TRUCK + " true"), points());
    assertEquals(1, new LedgerStore(database).points(NOON, NOON.plusSeconds(1)).size());
  }

  @Test
  void aPointThatNobodyServedIsMissedHalfAnHourAfterItsWindow() {
    sweep(0, 500, NOON.plusSeconds(600));
    stand(POINT_METRE - 60, NOON.plusSeconds(1200));
    clock.now = NOON.plusSeconds(9000).plus(LATENESS).minusSeconds(1);
    analysis.judgeNow();
    assertEquals(List.of("KQ1 RUNNING " + TRUCK + " false"), points());
    assertEquals(List.of(), new LedgerStore(database).points(NOON, NOON.plusSeconds(1)));
    clock.now = NOON.plusSeconds(9000).plus(LATENESS);
    analysis.judgeNow();
    assertEquals(List.of("KQ1 MISSED " + TRUCK + " false"), points());
  }

  /** Somebody asks that the window be excused, and somebody else decides. */
  private void exempt(Duration length, Decision decision) {
    ExemptionStore exemptions = new ExemptionStore(database);
    long id =
        exemptions.ask(
            new ExemptionStore.NewRequest(
                Exemption.Kind.CLOSURE,
                Optional.empty(),
                Set.of("S1", "KQ1"),
                new Validity(NOON, NOON.plus(length)),
                "works",
                "permit 7",
                1),
            Scope.CITY,
            clock.now);
    exemptions.decide(id, new ExemptionStore.Verdict(decision, "seen", 2), Scope.CITY, clock.now);
    analysis.reload(new RuleSet(new PlanStore(database).read(), Parameters.DEFAULTS));
    analysis.judgeNow();
  }

  /** Nobody comes to the street nor to the point, and the windows of both have ended. */
  private void miss() {
    database.update("insert into company (name) values ('East') on conflict do nothing");
    database.update(
        "insert into app_user (login, display_name, role, password_hash)"
            + " values ('ask', 'ask', 'SANITATION', ''), ('decide', 'decide', 'SUPERVISOR', '')");
    sweep(0, 100, NOON.plusSeconds(600));
    stand(POINT_METRE - 200, NOON.plusSeconds(9000));
    assertEquals(List.of("S01 ENDED", "S12 ENDED"), missed());
  }

  private List<String> missed() {
    return database.query(
        "select rule || ' ' || status line from alert where rule in ('S01', 'S12') order by id",
        row -> row.getString("line"));
  }

  @Test
  void whatIsExemptedAfterwardsIsTakenBackAndIsNoLongerMissed() {
    miss();
    exempt(Duration.ofHours(2), Decision.APPROVED);
    assertEquals(List.of("S01 RETRACTED", "S12 RETRACTED"), missed());
    assertEquals(
        2,
        server.ask(
            "select count(*) from alert_revision where content::text like '%taken back%exempt%'"));
    assertEquals(List.of("Q1 EXEMPT 0/1 0.1 [" + SWEEPER + "]"), board());
    assertEquals(List.of("KQ1 EXEMPT  false"), points());
    analysis.judgeNow();
    assertEquals(2, missed().size(), "taken back once");
  }

  @Test
  void anExemptionThatIsRefusedChangesNothing() {
    miss();
    exempt(Duration.ofHours(2), Decision.REJECTED);
    assertEquals(List.of("S01 ENDED", "S12 ENDED"), missed());
    assertEquals(List.of("Q1 MISSED 0/1 0.1 [" + SWEEPER + "]"), board());
  }

  @Test
  void anExemptionExcusesAWindowOfWhichItCoversFourFifths() {
    miss();
    exempt(Duration.ofMinutes(95), Decision.APPROVED);
    assertEquals("S01 ENDED", missed().get(0));
    assertEquals(List.of("Q1 MISSED 0/1 0.1 [" + SWEEPER + "]"), board());
    exempt(Duration.ofMinutes(96), Decision.APPROVED);
    assertEquals("S01 RETRACTED", missed().get(0));
  }

  @Test
  void anotherPlanClearsTheBoardOfPoints() {
    sweep(0, 500, NOON.plusSeconds(600));
    new PlanStore(database).write(plan("Q2"));
    analysis.reload(rules("Q2"));
    analysis.judgeNow();
    assertEquals(List.of("KQ2 RUNNING  false"), points());
  }

  @Test
  void anotherPlanClearsTheBoard() {
    sweep(0, 500, NOON.plusSeconds(600));
    new PlanStore(database).write(plan("Q2"));
    analysis.reload(rules("Q2"));
    analysis.judgeNow();
    assertEquals(List.of("Q2 RUNNING 0/1 0.5 [" + SWEEPER + "]"), board());
  }
}
