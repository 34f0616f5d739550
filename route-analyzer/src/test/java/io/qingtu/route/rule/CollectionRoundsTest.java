package io.qingtu.route.rule;

import static io.qingtu.route.sweep.CleaningScene.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.Exemption;
import io.qingtu.route.plan.PointService;
import io.qingtu.route.plan.VehicleKind;
import io.qingtu.route.sweep.CleaningScene;
import io.qingtu.route.sweep.PointDuty;
import io.qingtu.route.sweep.PointDuty.State;
import io.qingtu.route.sweep.PointVisit;
import io.qingtu.route.sweep.PointVisit.Kind;
import io.qingtu.route.sweep.Whereabouts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: what a collection point's window has come to, at any moment of it. */
class CollectionRoundsTest {
  private static final LocalDate DAY = at("05:00").atZone(DailyHours.CITY_ZONE).toLocalDate();

  private final CleaningScene city =
      new CleaningScene()
          .mainRoad()
          .vehicle("C1", VehicleKind.COLLECTION_TRUCK)
          .vehicle("C2", VehicleKind.COLLECTION_TRUCK)
          .point("P1", 500, 0, "05:00-07:00");
  private final List<PointVisit> ofC1 = new ArrayList<>();
  private final List<PointVisit> ofC2 = new ArrayList<>();
  private final Set<String> heard = new HashSet<>(Set.of("C1", "C2"));

  private static PointVisit visit(Kind kind, String from, String to, double metres) {
    return new PointVisit("P1", kind, at(from), at(to), metres, 20);
  }

  private PointDuty asOf(String moment) {
    List<Crew> crews = List.of(crew("C1", ofC1), crew("C2", ofC2));
    Instant now = at(moment);
    return new CollectionRounds(city.rules()).of(crews, at("00:00"), now, now).get(0);
  }

  private Crew crew(String plate, List<PointVisit> visits) {
    Set<LocalDate> days = heard.contains(plate) ? Set.of(DAY) : Set.of(DAY.minusDays(1));
    return new Crew(city.vehicle(plate), new Whereabouts(List.of(), visits), List.of(), days);
  }

  @Test
  void isUpcomingThenRunningThenMissed() {
    assertEquals(State.UPCOMING, asOf("04:59").state());
    assertEquals(State.RUNNING, asOf("05:00").state());
    assertEquals(State.RUNNING, asOf("07:29:59").state());
    assertEquals(State.MISSED, asOf("07:30").state());
    assertFalse(State.RUNNING.isJudged());
    assertTrue(State.MISSED.isJudged());
  }

  @Test
  void isServedAsSoonAsATruckHasStood() {
    ofC2.add(visit(Kind.STOP, "05:10", "05:11", 0));
    PointDuty served = asOf("05:12");
    assertEquals(State.SERVED, served.state());
    assertEquals("C2", served.plate());
    assertTrue(served.inTime());
  }

  @Test
  void namesTheFirstServiceWhoeverCameNearerBefore() {
    ofC1.add(visit(Kind.PASS, "05:05", "05:05", 3));
    ofC1.add(visit(Kind.STOP, "06:30", "06:31", 0));
    ofC2.add(visit(Kind.COUNTED, "06:10", "06:10", 0));
    assertEquals("C2", asOf("06:40").plate());
    assertEquals(at("06:10"), asOf("06:40").visit().orElseThrow().start());
  }

  @Test
  void isServedButNotInTimeOutsideItsWindow() {
    ofC1.add(visit(Kind.STOP, "04:40", "04:59:59", 0));
    assertEquals(State.SERVED, asOf("08:00").state());
    assertFalse(asOf("08:00").inTime());
    ofC1.set(0, visit(Kind.STOP, "04:40", "05:00", 0));
    assertTrue(asOf("08:00").inTime());
    ofC1.set(0, visit(Kind.STOP, "06:59:59", "07:02", 0));
    assertTrue(asOf("08:00").inTime());
    ofC1.set(0, visit(Kind.STOP, "07:00", "07:02", 0));
    assertEquals(State.SERVED, asOf("08:00").state());
    assertFalse(asOf("08:00").inTime());
    ofC1.set(0, visit(Kind.STOP, "07:30", "07:32", 0));
    assertEquals(State.MISSED, asOf("08:00").state());
  }

  @Test
  void tellsWhoCameNearest() {
    ofC1.add(visit(Kind.PASS, "05:05", "05:05", 60));
    ofC2.add(visit(Kind.PASS, "05:20", "05:20", 40));
    PointDuty missed = asOf("07:30");
    assertEquals(State.MISSED, missed.state());
    assertEquals("C2", missed.plate());
    assertEquals(40, missed.visit().orElseThrow().metres());
  }

  @Test
  void whatMayHaveBeenServedUnseenIsUnobserved() {
    ofC1.add(visit(Kind.UNSEEN, "05:05", "05:07", 12));
    assertEquals(State.RUNNING, asOf("07:00").state());
    assertEquals(State.UNOBSERVED, asOf("07:30").state());
  }

  @Test
  void whereNothingCameFromAnyTruckAllDayItIsUnobserved() {
    heard.remove("C1");
    assertEquals(State.MISSED, asOf("07:30").state(), "the other one reported");
    heard.remove("C2");
    assertEquals(State.RUNNING, asOf("07:29").state());
    assertEquals(State.UNOBSERVED, asOf("07:30").state());
    city.counted("C2", "05:32", PointService.Kind.RFID, "P1");
    assertEquals(State.SERVED, asOf("07:30").state(), "the point's own tag has seen it");
  }

  @Test
  void aPointThatNoTruckMayBeAskedForIsMissed() {
    CleaningScene empty = new CleaningScene().mainRoad().point("P1", 500, 0, "05:00-07:00");
    Instant now = at("07:30");
    assertEquals(
        State.MISSED,
        new CollectionRounds(empty.rules()).of(List.of(), at("00:00"), now, now).get(0).state());
  }

  @Test
  void anExemptionIsWeighedBeforeWhatWasNotSeen() {
    ofC1.add(visit(Kind.UNSEEN, "05:05", "05:07", 12));
    city.exempt(Exemption.Kind.EVENT, null, Set.of("P1"), "05:31", "05:32");
    assertEquals(State.EXEMPT, asOf("07:30").state());
    ofC1.add(visit(Kind.STOP, "06:00", "06:01", 0));
    assertEquals(State.SERVED, asOf("07:30").state());
  }

  @Test
  void aReadOfThePointsOwnTagNamesItsTruck() {
    city.counted("C2", "05:32", PointService.Kind.RFID, "P1");
    PointDuty read = asOf("05:40");
    assertEquals(State.SERVED, read.state());
    assertEquals("C2", read.plate());
  }
}
