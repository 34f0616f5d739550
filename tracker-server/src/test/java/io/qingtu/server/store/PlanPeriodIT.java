package io.qingtu.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.CityRecords;
import io.qingtu.route.plan.GateEvent;
import io.qingtu.route.plan.Identity;
import io.qingtu.route.plan.PointService;
import io.qingtu.route.plan.Validity;
import io.qingtu.route.plan.Waybill;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of what a city notes day by day, what a period is judged with, and no more. */
class PlanPeriodIT {
  private static final Instant FROM = Instant.parse("2026-11-16T00:00:00Z");
  private static final Instant TO = FROM.plus(Duration.ofDays(7));

  /** The first and the last moment of what is read, and their neighbours outside. */
  private static final Instant FIRST = FROM.minus(Duration.ofDays(7));

  private static final Instant BEFORE = FIRST.minusSeconds(1);
  private static final Instant AFTER = TO.plus(Duration.ofDays(7));
  private static final Instant LAST = AFTER.minusSeconds(1);

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
  void waybillsOfWhichAnyScanIsNearOrNoneYet() {
    plans.write(
        CityPlan.EMPTY.withPapers(
            List.of(
                waybill("W1", BEFORE, null),
                waybill("W2", BEFORE.minusSeconds(60), BEFORE),
                waybill("W3", BEFORE, FIRST),
                waybill("W4", LAST, null),
                waybill("W5", LAST, AFTER),
                waybill("W6", AFTER, null),
                waybill("W7", null, null),
                waybill("W8", null, FIRST),
                waybill("W9", AFTER, AFTER.plusSeconds(60))),
            List.of()));
    assertEquals(List.of("W3", "W4", "W5", "W7", "W8", "W9"), ids(plans.read(week())));
    assertEquals(9, plans.read().waybills().size());
  }

  @Test
  void theNewestWaybillTellsThatTheCityHasAny() {
    plans.write(
        CityPlan.EMPTY.withPapers(
            List.of(waybill("W1", BEFORE.minusSeconds(9), null), waybill("W2", BEFORE, null)),
            List.of()));
    assertEquals(List.of("W2"), ids(plans.read(week())));
  }

  @Test
  void capturesIdentitiesAndServicesNearThePeriod() {
    List<Instant> times = List.of(BEFORE, FIRST, LAST, AFTER);
    plans.write(
        CityPlan.EMPTY
            .withPapers(List.of(), times.stream().map(PlanPeriodIT::capture).toList())
            .with(
                new CityRecords(
                    List.of(),
                    List.of(),
                    List.of(),
                    times.stream().map(PlanPeriodIT::identity).toList(),
                    List.of(),
                    times.stream().map(PlanPeriodIT::service).toList())));
    CityPlan read = plans.read(week());
    List<Instant> near = List.of(FIRST, LAST);
    assertEquals(near, read.gateEvents().stream().map(GateEvent::time).toList());
    assertEquals(near, read.records().identities().stream().map(Identity::time).toList());
    assertEquals(near, read.records().services().stream().map(PointService::time).toList());
    CityPlan live = plans.read(new Validity(FROM, Instant.MAX));
    assertEquals(3, live.gateEvents().size());
    assertEquals(4, plans.read().gateEvents().size());
  }

  private static Validity week() {
    return new Validity(FROM, TO);
  }

  private static List<String> ids(CityPlan plan) {
    return plan.waybills().stream().map(Waybill::id).toList();
  }

  private static Waybill waybill(String id, Instant scanOut, Instant scanIn) {
    return new Waybill(id, "鲁V00001", "S1", "D1", scanOut, scanIn, 12);
  }

  private static GateEvent capture(Instant time) {
    Optional<Boolean> unknown = Optional.empty();
    return new GateEvent("C1", "S1", true, time, "鲁V00001", 0.9, unknown, unknown, unknown);
  }

  private static Identity identity(Instant time) {
    return new Identity("鲁V00001", time, Identity.Kind.DRIVER, "X1");
  }

  private static PointService service(Instant time) {
    return new PointService("鲁V00001", time, PointService.Kind.BIN_LIFT, "");
  }
}
