package io.qingtu.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.fixtures.city.SampleCity;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.CityRecords;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.Driver;
import io.qingtu.route.plan.Exemption;
import io.qingtu.route.plan.Identity;
import io.qingtu.route.plan.IncidentReport;
import io.qingtu.route.plan.Operation;
import io.qingtu.route.plan.Per;
import io.qingtu.route.plan.PointService;
import io.qingtu.route.plan.Requirement;
import io.qingtu.route.plan.RoadGrade;
import io.qingtu.route.plan.Side;
import io.qingtu.route.plan.SiteProgress;
import io.qingtu.route.plan.Validity;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.plan.VehicleKind;
import io.qingtu.route.plan.VehicleOrder;
import io.qingtu.route.plan.Weather;
import io.qingtu.server.dataset.DataSet;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is filed is what is read. */
class PlanStoreIT {
  private TestDatabase server;
  private Database database;
  private PlanStore plans;

  @BeforeEach
  void open() {
    server = TestDatabase.forClass(getClass());
    database = new Database(Database.Config.of(server.url()));
    plans = new PlanStore(database);
  }

  @AfterEach
  void close() {
    database.close();
    server.close();
  }

  @Test
  void whatIsDueInAWeekStaysSo() {
    Requirement lanes =
        new Requirement(
            "Q1",
            Optional.empty(),
            Optional.of(RoadGrade.LANE),
            Set.of(Side.FWD),
            Operation.SWEEP,
            3,
            DailyHours.ALL_DAY,
            Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            "",
            Per.WEEK);
    CityPlan none = CityPlan.EMPTY;
    plans.write(
        new CityPlan(
            none.vehicles(),
            none.places(),
            none.routes(),
            none.permits(),
            none.waybills(),
            none.gateEvents(),
            none.segments(),
            List.of(lanes),
            none.collectionPoints(),
            none.exemptions()));
    assertEquals(List.of(lanes), plans.read().requirements());
  }

  @Test
  void readsTheSampleCityBackAsItWasFiled(@TempDir Path folder) throws IOException {
    SampleCity.standard().write(folder);
    CityPlan city = DataSet.readPlan(folder);
    plans.write(city);
    plans.write(city);
    CityPlan back = plans.read();
    assertFalse(city.segments().isEmpty());
    assertSame(city.vehicles(), back.vehicles(), Object::toString);
    assertSame(city.places(), back.places(), Object::toString);
    assertSame(city.routes(), back.routes(), Object::toString);
    assertSame(city.permits(), back.permits(), Object::toString);
    assertSame(city.waybills(), back.waybills(), Object::toString);
    assertSame(city.gateEvents(), back.gateEvents(), Object::toString);
    assertSame(city.segments(), back.segments(), s -> s.id() + s.line() + s.grade() + s.tunnel());
    assertSame(
        city.requirements(),
        back.requirements(),
        r -> r.id() + new TreeSet<>(r.sides()) + r.window() + new TreeSet<>(r.days()) + r.op());
    assertSame(city.collectionPoints(), back.collectionPoints(), p -> p.id() + p.window());
    assertSame(city.exemptions(), back.exemptions(), e -> e.kind() + " " + e.period());
  }

  /** The store has its own order. */
  private static <T> void assertSame(List<T> filed, List<T> read, Function<T, String> text) {
    assertEquals(
        filed.stream().map(text).sorted().collect(Collectors.joining("\n")),
        read.stream().map(text).sorted().collect(Collectors.joining("\n")));
  }

  private static CityPlan plan(List<Vehicle> vehicles, List<Exemption> exemptions) {
    return new CityPlan(
        vehicles,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        exemptions);
  }

  private static Vehicle vehicle(String plate, double ratedLoad) {
    return new Vehicle(plate, VehicleKind.SWEEPER, "公司", ratedLoad, Set.of());
  }

  @Test
  void replacesARowOfTheSameIdAndKeepsTheOthers() {
    plans.write(plan(List.of(vehicle("鲁V00001", 8), vehicle("鲁V00002", 8)), List.of()));
    plans.write(plan(List.of(vehicle("鲁V00002", 16)), List.of()));
    assertEquals(List.of(vehicle("鲁V00001", 8), vehicle("鲁V00002", 16)), plans.read().vehicles());
  }

  @Test
  void readsBackHowWideAVehicleCleans() {
    Vehicle wide = new Vehicle("鲁V00001", VehicleKind.SWEEPER, "公司", 8, Set.of(), "联通", 3.2);
    plans.write(plan(List.of(wide, vehicle("鲁V00002", 8)), List.of()));
    assertEquals(List.of(wide, vehicle("鲁V00002", 8)), plans.read().vehicles());
  }

  @Test
  void keepsAnExemptionWithoutAnEnd() {
    Exemption open =
        new Exemption(
            Exemption.Kind.WEATHER,
            Optional.of(Operation.SPRINKLE),
            Set.of("B", "A"),
            new Validity(Instant.parse("2026-11-16T00:00:00Z"), Instant.MAX),
            "局");
    plans.write(plan(List.of(), List.of(open)));
    plans.write(plan(List.of(), List.of(open)));
    assertEquals(List.of(open), plans.read().exemptions());
  }

  @Test
  void readsBackWhatIsKnownBesideThePlan() {
    Instant t = Instant.parse("2026-11-16T00:00:00Z");
    Validity open = new Validity(t, Instant.MAX);
    CityRecords known =
        new CityRecords(
            List.of(
                new Weather(new Validity(t, t.plusSeconds(60)), -1.5, Optional.of(true)),
                new Weather(open, Double.NaN, Optional.empty())),
            List.of(new IncidentReport("R1", IncidentReport.Kind.PATROL, t, 119.1, 36.7)),
            List.of(
                new VehicleOrder("鲁V00001", VehicleOrder.Kind.LAID_UP, open, "局", ""),
                new VehicleOrder("鲁V00002", VehicleOrder.Kind.SUBSTITUTE, open, "", "鲁V00001")),
            List.of(new Identity("鲁V00001", t, Identity.Kind.DRIVER, "X1")),
            List.of(new Driver("X1", Set.of("鲁V00001", "鲁V00002"))),
            List.of(new PointService("鲁V00003", t, PointService.Kind.BIN_LIFT, "")),
            List.of(),
            List.of(new SiteProgress("S1", new Validity(t, t.plusSeconds(60)), 12_000)));
    plans.write(CityPlan.EMPTY.with(known));
    plans.write(CityPlan.EMPTY.with(known));
    assertEquals(known, plans.read().records());
  }

  @Test
  void filesNothingOfAPlanThatIsWrong() {
    Vehicle nul = vehicle("鲁V\u0000", 8);
    assertThrows(
        StoreException.class,
        () -> plans.write(plan(List.of(vehicle("鲁V00001", 8), nul), List.of())));
    assertTrue(plans.read().vehicles().isEmpty());
  }
}
