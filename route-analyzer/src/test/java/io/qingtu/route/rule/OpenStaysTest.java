package io.qingtu.route.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.scene.Drive;
import io.qingtu.route.scene.Scene;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

/**
 * FEATURE UNDER TEST: P01, stays that may be loading at a site that nobody has registered.
 *
 * <pre>
 *  S1 ------------------- road y = 0 ------------------ D1
 *   0            field (3000, 400)                    6000
 * </pre>
 */
class OpenStaysTest {
  private final Scene scene =
      Scene.haul().route("R1", 0, 0, 6000, 0).permit("A1").segment("E1", 60, false, 0, 0, 6000, 0);

  private Drive empty() {
    return scene.truck("A1", 2000, 0, "12:00:00").to(3000, 0, 40).to(3000, 400, 20);
  }

  private static void away(Drive d) {
    d.to(3000, 0, 20).to(4500, 0, 40);
  }

  private List<OpenStay> found() {
    return scene.run().openStays();
  }

  @Test
  void elevenMinutesInAFieldAreOne() {
    Drive d = empty();
    var from = d.now();
    away(d.stand(660));
    List<OpenStay> found = found();
    assertEquals(1, found.size());
    OpenStay stay = found.get(0);
    Coordinate field = scene.degrees(3000, 400);
    assertEquals("A1", stay.plate());
    assertEquals(field.x, stay.longitude(), 0.0002);
    assertEquals(field.y, stay.latitude(), 0.0002);
    assertEquals(0, Duration.between(from, stay.start()).abs().toSeconds(), 20);
    assertEquals(660, Duration.between(stay.start(), stay.end()).toSeconds(), 40);
  }

  @Test
  void lessThanTenMinutesAreNone() {
    away(empty().stand(560));
    assertEquals(List.of(), found());
  }

  @Test
  void whoStaysLongerThanTwoHoursRests() {
    away(empty().stand(7100));
    assertEquals(1, found().size());
    Scene other = Scene.haul().segment("E1", 60, false, 0, 0, 6000, 0);
    away(other.truck("A1", 2000, 0, "12:00:00").to(3000, 0, 40).to(3000, 400, 20).stand(7300));
    assertEquals(List.of(), other.run().openStays());
  }

  @Test
  void whoComesWithALoadIsNotLoaded() {
    away(scene.truck("A1", 0, 0, "12:00:00").load().to(3000, 0, 40).to(3000, 400, 20).stand(660));
    assertEquals(List.of(), found());
  }

  @Test
  void aPlaceOnFileExplainsTheStay() {
    scene.place("K1", PlaceKind.DEPOT, 3000, 400, 60);
    away(empty().stand(660));
    assertEquals(List.of(), found());
  }

  @Test
  void nothingIsSaidOfWhatWasNotSeen() {
    away(empty().stand(300).reporting(false).stand(180).reporting(true).stand(300));
    assertEquals(List.of(), found());
  }
}
