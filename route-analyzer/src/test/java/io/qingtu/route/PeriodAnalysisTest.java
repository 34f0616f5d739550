package io.qingtu.route;

import static io.qingtu.route.plan.SensorKind.COVER;
import static io.qingtu.route.plan.SensorKind.LIFT;
import static io.qingtu.route.plan.SensorKind.WEIGHT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.qingtu.route.scene.Scene;
import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Position;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PeriodAnalysisTest {
  private final Scene scene = scene();

  private static Scene scene() {
    Scene scene = Scene.haul().route("R1", 0, 0, 6000, 0).permit("A1").permit("A2");
    scene
        .truck("A1", 0, 0, "22:00:00", COVER, LIFT, WEIGHT)
        .load()
        .to(1000, 0, 40)
        .cover(Cover.OPEN)
        .to(6000, 0, 40)
        .tip();
    scene.truck("A2", 0, 0, "22:05:00").load().to(4000, 0, 40).stand(300).to(0, 0, 40).stand(300);
    return scene;
  }

  private List<Position> sorted() {
    return scene.positions().sorted(Comparator.comparing(Position::fixTime)).toList();
  }

  @Test
  void piecesGiveWhatTheWholePeriodGives() {
    Ledger whole = scene.run();
    assertFalse(whole.alerts().isEmpty());
    List<Position> all = sorted();
    for (int size : new int[] {1, 7, 100}) {
      PeriodAnalysis pieces = new PeriodAnalysis(scene.rules());
      for (int from = 0; from < all.size(); from += size) {
        byPlate(all.subList(from, Math.min(all.size(), from + size))).forEach(pieces::accept);
      }
      assertEquals(whole, pieces.conclude(), "pieces of " + size);
    }
  }

  @Test
  void aPieceMayComeInAnyOrder() {
    List<Position> all = sorted();
    PeriodAnalysis pieces = new PeriodAnalysis(scene.rules());
    int half = all.size() / 2;
    for (List<Position> piece : List.of(all.subList(0, half), all.subList(half, all.size()))) {
      List<Position> shuffled = new ArrayList<>(piece);
      Collections.shuffle(shuffled, new Random(3));
      byPlate(shuffled).forEach(pieces::accept);
    }
    assertEquals(scene.run(), pieces.conclude());
  }

  @Test
  void aPieceThatReachesBackIsRefused() {
    List<Position> a1 = byPlate(sorted()).get("A1");
    PeriodAnalysis pieces = new PeriodAnalysis(scene.rules());
    pieces.accept("A1", new ArrayList<>(a1.subList(50, 100)));
    assertThrows(
        IllegalArgumentException.class,
        () -> pieces.accept("A1", new ArrayList<>(a1.subList(0, 50))));
  }

  @Test
  void nothingSentIsNothingFound() {
    assertEquals(Ledger.NOTHING, new PeriodAnalysis(scene.rules()).conclude());
  }

  @Test
  void aPlateOfNoVehicleIsRefused() {
    PeriodAnalysis pieces = new PeriodAnalysis(scene.rules());
    assertThrows(IllegalArgumentException.class, () -> pieces.accept("B9", new ArrayList<>()));
  }

  private static Map<String, List<Position>> byPlate(List<Position> positions) {
    return positions.stream()
        .collect(
            Collectors.groupingBy(
                Position::plate, TreeMap::new, Collectors.toCollection(ArrayList::new)));
  }
}
