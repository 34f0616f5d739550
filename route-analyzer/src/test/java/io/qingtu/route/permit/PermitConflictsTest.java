package io.qingtu.route.permit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.permit.Conflict.Kind;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Permit;
import io.qingtu.route.plan.PermittedRoute;
import io.qingtu.route.plan.Place;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.plan.RoadGrade;
import io.qingtu.route.plan.Segment;
import io.qingtu.route.plan.Side;
import io.qingtu.route.plan.Validity;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/** One road eastwards from the site at 119.00 to the ground at 119.10. */
class PermitConflictsTest {
  private static final Instant NOW = Instant.parse("2026-11-18T04:00:00Z");
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final LineString ROAD = line(119.0, 36.0, 119.1, 36.0);
  private static final Place SITE = place("S", PlaceKind.SITE, 119.0, 36.0, Instant.MAX);
  private static final Place GROUND = place("G", PlaceKind.DISPOSAL, 119.1, 36.0, Instant.MAX);
  private static final PermittedRoute ROUTE = new PermittedRoute("R", ROAD, 50);

  private static LineString line(double... xy) {
    Coordinate[] c = new Coordinate[xy.length / 2];
    for (int i = 0; i < c.length; i++) {
      c[i] = new Coordinate(xy[2 * i], xy[2 * i + 1]);
    }
    return GEOMETRIES.createLineString(c);
  }

  private static Place place(String id, PlaceKind kind, double lon, double lat, Instant to) {
    return new Place(
        id,
        "",
        kind,
        GEOMETRIES.toGeometry(new Envelope(lon - 0.001, lon + 0.001, lat - 0.001, lat + 0.001)),
        new Validity(Instant.MIN, to),
        DailyHours.ALL_DAY);
  }

  private static Permit permit(String id, String routes, int fromHours, int toHours) {
    return new Permit(
        id,
        "鲁G1",
        "S",
        List.of("G"),
        routes.isEmpty() ? List.of() : List.of(routes.split(";")),
        new Validity(hours(fromHours), hours(toHours)),
        null,
        hours(fromHours));
  }

  private static Instant hours(int fromNow) {
    return NOW.plus(Duration.ofHours(fromNow));
  }

  private static List<Conflict> conflicts(
      List<Place> places, List<PermittedRoute> routes, Permit... permits) {
    Segment road =
        new Segment("W", "路", RoadGrade.FIRST, EnumSet.allOf(Side.class), ROAD, Double.NaN, false);
    CityPlan none = CityPlan.EMPTY;
    return PermitConflicts.of(
        new CityPlan(
            none.vehicles(),
            places,
            routes,
            List.of(permits),
            none.waybills(),
            none.gateEvents(),
            List.of(road),
            none.requirements(),
            none.collectionPoints(),
            none.exemptions()),
        Parameters.DEFAULTS,
        NOW);
  }

  private static List<Kind> kinds(
      List<Place> places, List<PermittedRoute> routes, Permit... permits) {
    return conflicts(places, routes, permits).stream().map(Conflict::kind).toList();
  }

  private static List<Kind> kinds(Permit... permits) {
    return kinds(List.of(SITE, GROUND), List.of(ROUTE), permits);
  }

  @Test
  void aPermitThatFitsHasNone() {
    assertEquals(List.of(), kinds(permit("A", "R", -48, 48)));
  }

  @Test
  void oneThatRanOutIsToldForAMonthUnlessThereIsAnother() {
    assertEquals(List.of(Kind.EXPIRED), kinds(permit("A", "R", -48, 0)));
    assertEquals(List.of(Kind.EXPIRED), kinds(permit("A", "R", -2000, -30 * 24 + 1)));
    assertEquals(List.of(), kinds(permit("A", "R", -2000, -30 * 24)));
    assertEquals(List.of(), kinds(permit("A", "R", -48, -1), permit("B", "R", -1, 48)));
  }

  @Test
  void twoInForceAtOnceOverlapAndTwoThatFollowEachOtherDoNot() {
    List<Conflict> found =
        conflicts(
            List.of(SITE, GROUND),
            List.of(ROUTE),
            permit("A", "R", -48, 48),
            permit("B", "R", 47, 96));
    assertEquals(1, found.size());
    assertEquals(
        "B overlaps A", found.get(0).permit().id() + " overlaps " + found.get(0).objectId());
    assertEquals(List.of(), kinds(permit("A", "R", -48, 48), permit("B", "R", 48, 96)));
  }

  @Test
  void whatItNamesMustBeOnFileAndOpenUntilItEnds() {
    assertEquals(List.of(Kind.NO_ROUTE), kinds(permit("A", "", -48, 48)));
    assertEquals(List.of(Kind.ROUTE_UNKNOWN), kinds(permit("A", "X", -48, 48)));
    assertEquals(
        List.of(Kind.SITE_UNKNOWN, Kind.GROUND_UNKNOWN),
        kinds(List.of(), List.of(ROUTE), permit("A", "R", -48, 48)));
    Place closing = place("G", PlaceKind.DISPOSAL, 119.1, 36.0, hours(47));
    assertEquals(
        List.of(Kind.GROUND_CLOSED),
        kinds(List.of(SITE, closing), List.of(ROUTE), permit("A", "R", -48, 48)));
    assertEquals(
        List.of(), kinds(List.of(SITE, closing), List.of(ROUTE), permit("A", "R", -48, 47)));
    PermittedRoute ended = new PermittedRoute("R", ROAD, 50, new Validity(Instant.MIN, hours(1)));
    assertEquals(
        List.of(Kind.ROUTE_ENDED),
        kinds(List.of(SITE, GROUND), List.of(ended), permit("A", "R", -48, 48)));
  }

  @Test
  void aRouteIsHeldAgainstRoadsAndAgainstWhereItLeads() {
    PermittedRoute away = new PermittedRoute("R", line(119.0, 36.0, 119.0, 36.05, 119.1, 36.0), 50);
    List<Conflict> found =
        conflicts(List.of(SITE, GROUND), List.of(away), permit("A", "R", -48, 48));
    assertEquals(List.of(Kind.ROUTE_OFF_ROAD), found.stream().map(Conflict::kind).toList());
    assertTrue(found.get(0).measured() > 0.9, "measured " + found.get(0).measured());
    PermittedRoute tooShort = new PermittedRoute("R", line(119.0, 36.0, 119.05, 36.0), 50);
    found = conflicts(List.of(SITE, GROUND), List.of(tooShort), permit("A", "R", -48, 48));
    assertEquals(List.of(Kind.ROUTE_MISSES), found.stream().map(Conflict::kind).toList());
    assertEquals("G", found.get(0).objectId());
    // 0.049° of longitude at 36° north
    assertEquals(4418, found.get(0).measured(), 15);
  }

  @Test
  void oneTypedInAfterItBeganIsToldByHowMuch() {
    Permit p = permit("A", "R", -48, 48);
    Permit late =
        new Permit(
            "A", p.plate(), "S", p.disposalIds(), p.routeIds(), p.validity(), null, hours(-45));
    List<Conflict> found = conflicts(List.of(SITE, GROUND), List.of(ROUTE), late);
    assertEquals(List.of(Kind.ENTERED_LATE), found.stream().map(Conflict::kind).toList());
    assertEquals(3, found.get(0).measured(), 1e-9);
  }

  @Test
  void whatAPermitInForcePermitsStaysAndOnlyItsEndMoves() {
    Permit before = permit("A", "R", -48, 48);
    assertEquals(Optional.empty(), Amendment.refusal(before, permit("A", "R", -48, 96), NOW));
    assertEquals(Optional.empty(), Amendment.refusal(before, permit("A", "R", -48, 0), NOW));
    assertTrue(Amendment.refusal(before, permit("A", "R", -48, -1), NOW).isPresent());
    assertTrue(Amendment.refusal(before, permit("A", "R", -49, 48), NOW).isPresent());
    assertTrue(Amendment.refusal(before, permit("A", "R;Q", -48, 48), NOW).isPresent());
    assertEquals(hours(-48), Amendment.enteredAt(before, NOW));
    assertTrue(
        Amendment.refusal(permit("A", "R", -48, 0), permit("A", "R", -48, 48), NOW).isPresent(),
        "what has run out is not revived");
    Permit future = permit("A", "R", 1, 48);
    assertEquals(Optional.empty(), Amendment.refusal(future, permit("A", "Q", -10, 48), NOW));
    assertEquals(NOW, Amendment.enteredAt(future, NOW), "who dates it back is seen to be late");
  }
}
