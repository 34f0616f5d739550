package io.qingtu.server.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.golden.GoldenTrack;
import io.qingtu.fixtures.golden.GoldenTracks;
import io.qingtu.route.BatchAnalysis;
import io.qingtu.route.Ledger;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.route.track.Position;
import io.qingtu.route.trip.Trip;
import io.qingtu.server.dataset.DataSet;
import io.qingtu.server.dataset.DataSetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The golden tracks as data sets on disk: exactly the alerts that the rule catalogue demands. */
class GoldenTracksTest {
  @TempDir Path dir;

  static Stream<GoldenTrack> tracks() {
    return GoldenTracks.all().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tracks")
  void givesExactlyTheExpectedEvents(GoldenTrack track) throws IOException {
    Ledger ledger = analyze(track, positions -> {});
    assertEquals(List.of(), Differences.ofAlerts(track.expected(), ledger.alerts()));
    assertEquals(List.of(), Differences.ofPasses(track.passes(), ledger.passes()));
    assertEquals(List.of(), Differences.ofTrips(track.trips(), ledger.trips()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tracks")
  void anyOrderAndRepeatsGiveTheSameLedger(GoldenTrack track) throws IOException {
    Ledger inOrder = analyze(track, positions -> {});
    Ledger shuffled =
        analyze(
            track,
            positions -> {
              positions.addAll(positions.subList(0, positions.size() / 3));
              Collections.shuffle(positions, new Random(808));
            });
    assertEquals(inOrder.alerts(), shuffled.alerts());
    assertEquals(inOrder.trips(), shuffled.trips());
    assertEquals(inOrder.passes(), shuffled.passes());
  }

  @Test
  void refusesThePolygonOfAnotherDatumUntilItSaysSo() throws IOException {
    GoldenTracks.refused().write(dir);
    String message = assertThrows(DataSetException.class, () -> DataSet.read(dir)).getMessage();
    assertTrue(message.startsWith("places.geojson, D1: lies in GCJ-02, not in WGS-84: "), message);
    Path file = dir.resolve("places.geojson");
    String places = Files.readString(file);
    Files.writeString(file, places.replace("\"id\":\"D1\"", "\"id\":\"D1\",\"datum\":\"GCJ-02\""));
    DataSet data = DataSet.read(dir);
    Ledger ledger =
        BatchAnalysis.run(new RuleSet(data.plan(), Parameters.DEFAULTS), data.positions());
    assertEquals(List.of(), ledger.alerts());
    assertEquals(Trip.EndKind.OK, ledger.trips().get(0).endKind());
  }

  private Ledger analyze(GoldenTrack track, Consumer<List<Position>> disturb) throws IOException {
    track.write(dir);
    DataSet data = DataSet.read(dir);
    List<Position> positions = new ArrayList<>(data.positions());
    disturb.accept(positions);
    return BatchAnalysis.run(new RuleSet(data.plan(), Parameters.DEFAULTS), positions);
  }
}
