package io.qingtu.route.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Grade;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyEventsTest {
  private final Scene scene = new Scene();

  private Alert alert(String rule, String plate, int minute, int severity, Grade grade) {
    Alert a = scene.alert(rule, plate, minute, severity, grade, AlertStatus.ENDED);
    scene.confirm(a);
    return a;
  }

  private List<String> chosen() {
    return KeyEvents.of(scene.report().events()).stream().map(e -> e.alert().key()).toList();
  }

  @Test
  void theGravestAndBestProvenComeFirstAndEachKindOnce() {
    Alert dump = alert("M01", "A1", 0, 4, Grade.A);
    alert("M01", "A2", 5, 4, Grade.B);
    Alert open = alert("M03", "A2", 10, 3, Grade.B);
    Alert fast = alert("M08", "B1", 20, 3, Grade.C);
    assertEquals(List.of(dump.key(), open.key(), fast.key()), chosen());
  }

  @Test
  void whereThereAreFewKindsAnotherVehicleOfTheSameIsShown() {
    Alert first = alert("M01", "A1", 0, 4, Grade.A);
    alert("M01", "A1", 5, 4, Grade.A);
    Alert second = alert("M01", "A2", 10, 4, Grade.B);
    assertEquals(List.of(first.key(), second.key()), chosen());
  }

  @Test
  void neitherMinorNorUnconfirmedNorWithdrawnOnes() {
    alert("M05", "A1", 0, 2, Grade.A);
    scene.alert("M01", "A2", 5, 4, Grade.A, AlertStatus.ENDED);
    scene.confirm(scene.alert("M03", "B1", 10, 3, Grade.A, AlertStatus.SUPPRESSED));
    assertEquals(List.of(), chosen());
  }
}
