package io.qingtu.route.forensics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.alert.Grade;
import io.qingtu.route.forensics.Conduct.Indicator;
import io.qingtu.route.forensics.Conduct.Kind;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.trip.Trip;
import io.qingtu.route.trip.Trip.EndKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: P10, whose trips went otherwise than those of the others.
 *
 * <pre>
 *   H1, H2: ten trips each, an hour a round, all to the ground
 *   BAD:    what each test says
 * </pre>
 */
class BehaviourSearchTest {
  private static final Instant T = Instant.parse("2026-11-09T12:00:00Z");
  private static final int HOUR = 3600;

  private final List<Trip> trips = new ArrayList<>();
  private final Set<String> names = new TreeSet<>();
  private final Set<String> notCompleted = new HashSet<>();

  BehaviourSearchTest() {
    for (int i = 0; i < 10; i++) {
      trip("H1", i * HOUR, EndKind.OK, 1);
      trip("H2", i * HOUR, EndKind.OK, 1);
    }
  }

  private String trip(String plate, int second, EndKind end, double observed) {
    names.add(plate);
    String id = plate + "/" + second;
    boolean over = end != EndKind.UNDER_WAY;
    trips.add(
        new Trip(
            id,
            plate,
            "",
            "S",
            T.plusSeconds(second),
            end,
            end == EndKind.OK ? "G" : "",
            over ? T.plusSeconds(second + 1200) : null,
            Grade.C,
            9000,
            1,
            0,
            0,
            0,
            50,
            observed,
            "",
            ""));
    return id;
  }

  /** Trips of one kind, an hour apart. */
  private void trips(String plate, int from, int count, EndKind end, double observed) {
    for (int i = from; i < from + count; i++) {
      trip(plate, i * HOUR, end, observed);
    }
  }

  private Behaviour rank() {
    return new BehaviourSearch(Parameters.DEFAULTS).rank(trips, notCompleted, names, p -> p);
  }

  private Conduct of(String name) {
    return rank().compared().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }

  private static Indicator indicator(Conduct c, Kind kind) {
    return c.indicators().stream().filter(i -> i.kind() == kind).findFirst().orElseThrow();
  }

  private static List<Kind> held(Conduct c) {
    return c.indicators().stream().filter(Indicator::held).map(Indicator::kind).toList();
  }

  @Test
  void tripsWithoutADisposalStandOut() {
    trips("BAD", 0, 7, EndKind.OK, 1);
    trips("BAD", 7, 3, EndKind.UNEXPLAINED, 1);
    Conduct bad = rank().compared().get(0);
    assertEquals("BAD", bad.name());
    assertEquals(List.of(Kind.NO_DISPOSAL), held(bad));
    assertEquals(0.25, bad.score());
    Indicator nowhere = indicator(bad, Kind.NO_DISPOSAL);
    assertEquals(3, nowhere.cases());
    assertEquals(0.3, nowhere.share(), 1e-9);
    assertEquals(0, nowhere.usual());
  }

  @Test
  void twoCasesAreChance() {
    trips("BAD", 0, 8, EndKind.OK, 1);
    trips("BAD", 8, 2, EndKind.ELSEWHERE, 1);
    assertEquals(List.of(), held(of("BAD")));
  }

  @Test
  void whatAllDoStandsOutWithNobody() {
    trips("BAD", 0, 6, EndKind.OK, 1);
    trips("BAD", 6, 4, EndKind.GAP, 1);
    trips("H1", 10, 4, EndKind.GAP, 1);
    trips("H2", 10, 4, EndKind.GAP, 1);
    // 4 of 10 beside 8 of 28: less than twice as often
    assertEquals(List.of(), held(of("BAD")));
    assertEquals(8 / 28.0, indicator(of("BAD"), Kind.NO_DISPOSAL).usual(), 1e-9);
  }

  @Test
  void twiceAsOftenIsEnough() {
    trips("BAD", 0, 6, EndKind.OK, 1);
    trips("BAD", 6, 4, EndKind.GAP, 1);
    trips("H1", 10, 5, EndKind.GAP, 1);
    trips("H2", 10, 5, EndKind.OK, 1);
    // 4 of 10 beside 5 of 30
    assertEquals(List.of(Kind.NO_DISPOSAL), held(of("BAD")));
  }

  @Test
  void aWrongGroundIsADisposal() {
    trips("BAD", 0, 10, EndKind.WRONG_SITE, 1);
    assertEquals(List.of(), held(of("BAD")));
  }

  @Test
  void gapsWhileLoadedStandOutFromFourFifthsDown() {
    trips("BAD", 0, 10, EndKind.OK, 0.79);
    assertEquals(List.of(Kind.UNSEEN), held(of("BAD")));
    assertEquals(0.79, of("BAD").observed(), 1e-9);
    trips("GOOD", 0, 10, EndKind.OK, 0.80);
    assertEquals(List.of(), held(of("GOOD")));
  }

  @Test
  void tripsThatM07NamesStandOut() {
    trips("BAD", 0, 7, EndKind.OK, 1);
    for (int i = 7; i < 10; i++) {
      notCompleted.add(trip("BAD", i * HOUR, EndKind.OVERDUE, 1));
    }
    assertEquals(List.of(Kind.NOT_COMPLETED, Kind.NO_DISPOSAL), held(of("BAD")));
    assertEquals(0.55, of("BAD").score(), 1e-9);
  }

  @Test
  void roundsInLessThanHalfTheUsualTimeAreShort() {
    for (int i = 0; i < 10; i++) {
      trip("BAD", i * 1799, EndKind.ELSEWHERE, 1);
      trip("GOOD", i * 1800, EndKind.ELSEWHERE, 1);
    }
    Indicator bad = indicator(of("BAD"), Kind.SHORT_CYCLE);
    assertEquals(9, bad.cases());
    assertEquals(9, bad.of(), "the last exit begins no round");
    assertTrue(bad.held());
    assertEquals(0, indicator(of("GOOD"), Kind.SHORT_CYCLE).cases());
  }

  @Test
  void withoutTenRoundsToAGroundNoTimeIsUsual() {
    trips.clear();
    trips("H1", 0, 10, EndKind.OK, 1);
    for (int i = 0; i < 10; i++) {
      trip("BAD", i * 600, EndKind.ELSEWHERE, 1);
    }
    // nine rounds of H1
    assertEquals(0, indicator(of("BAD"), Kind.SHORT_CYCLE).of());
    trip("H1", 10 * HOUR, EndKind.OK, 1);
    assertEquals(9, indicator(of("BAD"), Kind.SHORT_CYCLE).cases());
  }

  @Test
  void aNightBetweenTwoExitsIsNoRound() {
    trip("BAD", 0, EndKind.OK, 1);
    trip("BAD", 4 * HOUR, EndKind.OK, 1);
    trip("BAD", 8 * HOUR + 1, EndKind.OK, 1);
    trips("BAD", 20, 2, EndKind.OK, 1);
    // 0–4 h and the last hour
    assertEquals(2, indicator(of("BAD"), Kind.SHORT_CYCLE).of());
  }

  @Test
  void fourTripsAreTooFewToSayAnything() {
    trips("FEW", 0, 4, EndKind.UNEXPLAINED, 1);
    names.add("NONE");
    Behaviour answer = rank();
    assertEquals(List.of("FEW", "NONE"), answer.tooFew().stream().map(Conduct::name).toList());
    assertEquals(0, answer.tooFew().get(0).score());
    assertTrue(Double.isNaN(answer.tooFew().get(1).observed()));
    trip("FEW", 4 * HOUR, EndKind.UNEXPLAINED, 1);
    assertEquals("FEW", rank().compared().get(0).name());
  }

  @Test
  void whatIsNotOverSaysNothing() {
    trips("BAD", 0, 5, EndKind.OK, 1);
    trips("BAD", 5, 3, EndKind.UNDER_WAY, 0);
    trips("BAD", 8, 3, EndKind.PARKED_LOADED, 0);
    assertEquals(5, of("BAD").trips());
    assertEquals(List.of(), held(of("BAD")));
  }

  @Test
  void aloneNobodyStandsOut() {
    trips.clear();
    trips("BAD", 0, 10, EndKind.UNEXPLAINED, 0.5);
    Conduct bad = of("BAD");
    assertEquals(List.of(), held(bad));
    assertTrue(Double.isNaN(indicator(bad, Kind.UNSEEN).usual()));
  }

  @Test
  void companiesAreComparedTheSameWay() {
    trips("BAD", 0, 3, EndKind.UNEXPLAINED, 1);
    trips("WORSE", 0, 3, EndKind.UNEXPLAINED, 1);
    Behaviour answer =
        new BehaviourSearch(Parameters.DEFAULTS)
            .rank(trips, notCompleted, Set.of("甲", "乙"), p -> p.startsWith("H") ? "甲" : "乙");
    assertEquals("乙", answer.compared().get(0).name());
    assertEquals(6, answer.compared().get(0).trips());
    assertFalse(indicator(answer.compared().get(1), Kind.NO_DISPOSAL).held());
  }

  @Test
  void theOrderOfTripsDoesNotMatter() {
    trips("BAD", 0, 10, EndKind.UNEXPLAINED, 0.5);
    Behaviour before = rank();
    Collections.reverse(trips);
    assertEquals(before, rank());
  }
}
