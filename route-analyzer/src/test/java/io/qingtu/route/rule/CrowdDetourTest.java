package io.qingtu.route.rule;

import static io.qingtu.route.rule.Deviations.alert;
import static io.qingtu.route.sweep.CleaningScene.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Permit;
import io.qingtu.route.plan.Validity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: several trucks leave the same route at the same place. */
class CrowdDetourTest {
  private static final RuleSet RULES = rules();

  private static RuleSet rules() {
    List<Permit> permits = new ArrayList<>();
    for (String plate : List.of("T1", "T2", "T3", "T4", "X9")) {
      permits.add(
          new Permit(
              "P" + plate,
              plate,
              "SITE",
              List.of("D1"),
              List.of(plate.equals("X9") ? "R9" : "R1"),
              Validity.ALWAYS,
              null,
              null));
    }
    CityPlan e = CityPlan.EMPTY;
    return new RuleSet(
        new CityPlan(
            e.vehicles(),
            e.places(),
            e.routes(),
            permits,
            e.waybills(),
            e.gateEvents(),
            e.segments(),
            e.requirements(),
            e.collectionPoints(),
            e.exemptions()),
        Parameters.DEFAULTS);
  }

  private static Alert off(String plate, String time, double lon, String... segments) {
    return alert("M04", plate, at(time), lon, "P" + plate, segments);
  }

  private static List<AlertStatus> judged(Alert... alerts) {
    return new CrowdDetour(RULES).judge(List.of(alerts)).stream().map(Alert::status).toList();
  }

  private static final AlertStatus STANDS = AlertStatus.ENDED;
  private static final AlertStatus HELD = AlertStatus.SUPPRESSED;

  @Test
  void threeVehiclesOffTheSameStreetsAreACrowd() {
    Alert first =
        new CrowdDetour(RULES)
            .judge(
                List.of(
                    off("T1", "21:00", 119.1, "E1", "E2"),
                    off("T2", "22:00", 119.1, "E2", "E3"),
                    off("T3", "23:00", 119.1, "E2")))
            .get(0);
    assertEquals(HELD, first.status());
    assertEquals("route_outdated", first.reason());
  }

  @Test
  void twoVehiclesAreNotHoweverOften() {
    assertEquals(
        List.of(STANDS, STANDS, STANDS),
        judged(
            off("T1", "21:00", 119.1, "E1"),
            off("T2", "22:00", 119.1, "E1"),
            off("T1", "23:00", 119.1, "E1")));
  }

  @Test
  void otherStreetsAnotherRouteOrAnotherDayAreNoCrowd() {
    assertEquals(
        List.of(STANDS, STANDS, STANDS),
        judged(
            off("T1", "21:00", 119.1, "E1"),
            off("T2", "22:00", 119.1, "E1"),
            off("T3", "23:00", 119.1, "E7")));
    assertEquals(
        List.of(STANDS, STANDS, STANDS),
        judged(
            off("T1", "21:00", 119.1, "E1"),
            off("T2", "22:00", 119.1, "E1"),
            off("X9", "23:00", 119.1, "E1")));
    assertEquals(
        List.of(STANDS, STANDS, STANDS),
        judged(
            off("T1", "01:00", 119.1, "E1"),
            off("T2", "13:00", 119.1, "E1"),
            off("T3", "25:00:01", 119.1, "E1")));
    assertEquals(
        List.of(HELD, HELD, HELD),
        judged(
            off("T1", "01:00", 119.1, "E1"),
            off("T2", "13:00", 119.1, "E1"),
            off("T3", "25:00", 119.1, "E1")));
  }

  @Test
  void whereNoStreetIsKnownThePlaceDecides() {
    assertEquals(
        List.of(HELD, HELD, HELD),
        judged(
            off("T1", "21:00", 119.1), off("T2", "22:00", 119.1005), off("T3", "23:00", 119.101)));
    assertEquals(
        List.of(STANDS, STANDS, STANDS),
        judged(off("T1", "21:00", 119.1), off("T2", "22:00", 119.11), off("T3", "23:00", 119.12)));
  }
}
