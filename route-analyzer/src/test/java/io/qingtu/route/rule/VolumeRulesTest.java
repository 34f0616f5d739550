package io.qingtu.route.rule;

import static io.qingtu.route.scene.Scene.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Permit;
import io.qingtu.route.plan.Validity;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.plan.VehicleKind;
import io.qingtu.route.plan.Waybill;
import io.qingtu.route.trip.Trip;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: M06g and P02; a truck of 14 t carries 10 m³ at 1.4 t/m³. */
class VolumeRulesTest {
  private static final Instant FROM = at("12:00:00");
  private static final Instant TO = FROM.plus(Duration.ofDays(3));

  private static List<Alert> judge(int trips, double approved, double declaredT, Instant asOf) {
    List<Trip> driven = new ArrayList<>();
    List<Waybill> waybills = new ArrayList<>();
    for (int i = 0; i < trips; i++) {
      String id = declaredT > 0 ? "W" + i : "";
      driven.add(trip(FROM.plus(Duration.ofHours(i + 1)), id));
      waybills.add(new Waybill("W" + i, "A1", "S1", "D1", null, null, declaredT));
    }
    CityPlan e = CityPlan.EMPTY;
    Permit permit =
        new Permit(
            "P1", "A1", "S1", List.of(), List.of(), new Validity(FROM, TO), null, null, approved);
    CityPlan plan =
        new CityPlan(
            List.of(new Vehicle("A1", VehicleKind.MUCK_TRUCK, "", 14, Set.of())),
            e.places(),
            e.routes(),
            List.of(permit),
            waybills,
            e.gateEvents(),
            e.segments(),
            e.requirements(),
            e.collectionPoints(),
            e.exemptions());
    return new VolumeRules(new RuleSet(plan, Parameters.DEFAULTS)).judge(driven, FROM, asOf);
  }

  private static Trip trip(Instant out, String waybill) {
    return new Trip(
        "T-" + out,
        "A1",
        "P1",
        "S1",
        out,
        Trip.EndKind.OK,
        "D1",
        out.plusSeconds(1200),
        Grade.C,
        9000,
        1,
        0,
        0,
        0,
        50,
        1,
        waybill,
        "");
  }

  private static List<String> codes(int trips, double approved, double declaredT, Instant asOf) {
    return judge(trips, approved, declaredT, asOf).stream().map(Alert::rule).toList();
  }

  @Test
  void aTenthMoreIsToleratedAndOneTripMoreIsOverScope() {
    assertEquals(List.of(), codes(11, 100, 0, FROM));
    Alert a = judge(12, 100, 0, FROM).get(0);
    assertEquals("M06g", a.rule());
    assertEquals(2, a.severity());
    assertEquals(FROM.plus(Duration.ofHours(12)), a.start());
    assertEquals(120, a.measured());
    assertEquals("P1", a.permitId());
  }

  @Test
  void theWaybillSaysHowMuchItWas() {
    assertEquals(List.of("M06g"), codes(8, 100, 21, FROM));
    assertEquals(List.of(), codes(7, 100, 21, FROM));
  }

  @Test
  void aPermitThatNamesNoVolumeHasNone() {
    assertEquals(List.of(), codes(50, Double.NaN, 0, TO));
  }

  @Test
  void muchLessIsANoteOnceThePermitHasRunOut() {
    assertEquals(List.of("P02"), codes(6, 100, 0, TO));
    assertEquals(List.of(), codes(6, 100, 0, TO.minusSeconds(1)));
    assertEquals(List.of(), codes(7, 100, 0, TO));
  }
}
