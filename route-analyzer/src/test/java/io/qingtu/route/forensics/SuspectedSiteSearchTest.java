package io.qingtu.route.forensics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.forensics.SuspectedSite.Kind;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.rule.OpenStay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: P01, where unregistered sites are suspected. */
class SuspectedSiteSearchTest {
  private static final Instant T = Instant.parse("2026-11-10T18:00:00Z");

  private final List<Alert> loadings = new ArrayList<>();
  private final List<OpenStay> stays = new ArrayList<>();

  private static Instant at(int minute) {
    return T.plusSeconds(60L * minute);
  }

  private void loaded(String plate, int minute, double east) {
    loadings.add(
        new AlertDraft("M06f", plate, "1", at(minute), at(minute + 1))
            .at(Fixes.PLANE.longitude(east, 0), Fixes.PLANE.latitude(east, 0))
            .end(at(minute + 1))
            .severity(3)
            .grade(Grade.B)
            .build());
  }

  private void stayed(String plate, int minute, double east) {
    stays.add(
        new OpenStay(
            plate,
            at(minute),
            at(minute + 15),
            Fixes.PLANE.longitude(east, 0),
            Fixes.PLANE.latitude(east, 0)));
  }

  private List<SuspectedSite> find() {
    return new SuspectedSiteSearch(Parameters.DEFAULTS).find(loadings, stays);
  }

  @Test
  void threeTogetherAreOneAndTwoAreNone() {
    stayed("A1", 0, 0);
    stayed("A2", 100, 60);
    stayed("A3", 200, 5000);
    assertEquals(List.of(), find());
    loaded("A1", 300, 30);
    List<SuspectedSite> found = find();
    assertEquals(1, found.size());
    SuspectedSite site = found.get(0);
    assertEquals(1, site.count(Kind.LOADING));
    assertEquals(2, site.count(Kind.STAY));
    assertEquals(2, site.trucks());
    assertEquals(Duration.ofMinutes(30), site.stayed());
    assertEquals(at(0), site.first());
    assertEquals(at(300), site.last());
    assertEquals(30, Fixes.PLANE.x(site.longitude(), site.latitude()), 0.1);
    assertEquals(loadings.get(0).key(), site.seen().get(2).alert());
  }

  /** Seen twice it is still one loading. */
  @Test
  void aStayAndTheLoadingInItCountOnce() {
    for (int i = 0; i < 2; i++) {
      stayed("A1", 100 * i, 0);
      loaded("A1", 100 * i + 10, 0);
    }
    assertEquals(List.of(), find());
    loaded("A1", 300, 0);
    assertEquals(3, find().get(0).count(Kind.LOADING));
    assertEquals(0, find().get(0).count(Kind.STAY));
    stayed("A2", 10, 0);
    assertEquals(1, find().get(0).count(Kind.STAY), "another truck's loading is not its own");
  }
}
