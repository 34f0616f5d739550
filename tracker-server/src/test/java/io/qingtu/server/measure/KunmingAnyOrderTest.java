package io.qingtu.server.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.qingtu.fixtures.real.HofTracks;
import io.qingtu.route.BatchAnalysis;
import io.qingtu.route.Ledger;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.server.dataset.DataSet;
import io.qingtu.server.dataset.LedgerWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * FEATURE UNDER TEST: the order of arrival. A real vehicle-day most of whose fixes came behind
 * newer ones gives the same four files in the order of the file, sorted and shuffled. It is driven
 * by a muck truck through a made-up plan: a site where it stood longest, an end place where it
 * turned, a zone that is closed between them, and a permit for a route that it does not keep to.
 */
class KunmingAnyOrderTest {
  private static final String PLATE = "云A00001";
  private static final String[] FILES = {"alerts.jsonl", "trips.csv", "passes.csv", "quality.csv"};

  @TempDir Path dir;

  @Test
  void everyOrderOfTheFixesGivesTheSameFiles() throws IOException {
    Path tracks = HofTracks.folder().orElse(Path.of("none")).resolve("kunming_oneday.csv");
    assumeTrue(
        Files.isRegularFile(tracks), "no folder with the real tracks: any order is not shown");
    List<String> arrived = rows(Files.readAllLines(tracks));
    List<String> sorted = new ArrayList<>(arrived);
    sorted.sort(null);
    Map<String, List<String>> orders = new LinkedHashMap<>();
    orders.put("file order", arrived);
    orders.put("sorted", sorted);
    for (int seed = 1; seed <= 3; seed++) {
      List<String> shuffled = new ArrayList<>(arrived);
      Collections.shuffle(shuffled, new Random(seed));
      orders.put("shuffled by seed " + seed, shuffled);
    }
    String expected = null;
    for (Map.Entry<String, List<String>> order : orders.entrySet()) {
      String ledger = analyze(order.getValue());
      expected = expected == null ? ledger : expected;
      assertEquals(expected, ledger, order.getKey());
    }
    System.out.printf(
        "Kunming vehicle-day, %d fixes: %s give the same bytes: %d alerts, %d bytes in all%n",
        arrived.size(),
        String.join(", ", orders.keySet()),
        expected.lines().filter(l -> l.startsWith("{")).count(),
        expected.length());
    assertTrue(expected.lines().anyMatch(l -> l.startsWith("{")), "there is something to compare");
  }

  /** Rows of positions.csv; a fix behind the newest one arrived when that did. */
  private static List<String> rows(List<String> file) {
    List<String> rows = new ArrayList<>();
    String newest = "";
    for (String row : file.subList(1, file.size())) {
      String[] c = row.split(",");
      String time = c[1].replace(' ', 'T') + "+08:00";
      newest = time.compareTo(newest) > 0 ? time : newest;
      rows.add(String.join(",", PLATE, time, newest, c[2], c[3]));
    }
    return rows;
  }

  /** The four files of one data set, after one another. */
  private String analyze(List<String> rows) throws IOException {
    Path set = Files.createDirectories(dir.resolve("set"));
    List<String> positions = new ArrayList<>();
    positions.add("plate,fix_time,recv_time,lon,lat");
    positions.addAll(rows);
    Files.write(set.resolve("positions.csv"), positions);
    plan(set);
    DataSet data = DataSet.read(set);
    Ledger ledger =
        BatchAnalysis.run(new RuleSet(data.plan(), Parameters.DEFAULTS), data.positions());
    Path out = dir.resolve("out");
    LedgerWriter.write(out, ledger);
    StringBuilder all = new StringBuilder();
    for (String file : FILES) {
      all.append(file).append('\n').append(Files.readString(out.resolve(file)));
    }
    return all.toString();
  }

  private static void plan(Path set) throws IOException {
    Files.writeString(
        set.resolve("vehicles.csv"),
        "plate,kind,company,rated_load_t,sensors\n" + PLATE + ",MUCK_TRUCK,made up,16,\n");
    Files.writeString(
        set.resolve("places.geojson"),
        collection(
            square("S1", "SITE", 102.9211, 25.0968, 0.002),
            square("D1", "DISPOSAL", 102.7358, 25.0268, 0.002),
            square("Z1", "ZONE_NO_ENTRY", 102.83, 25.06, 0.03)));
    Files.writeString(
        set.resolve("routes.geojson"),
        collection(
            "{\"type\":\"Feature\",\"properties\":{\"id\":\"R1\",\"corridor_m\":\"\"},"
                + "\"geometry\":{\"type\":\"LineString\",\"coordinates\":"
                + "[[102.9211,25.0968],[102.7358,25.0268]]}}"));
    Files.writeString(
        set.resolve("permits.csv"),
        "permit_id,plate,site_id,disposal_ids,route_ids,valid_from,valid_to,daily_from,daily_to,"
            + "entered_at\nP1,"
            + PLATE
            + ",S1,D1,R1,2016-01-01,2016-12-31,21:00,06:00,\n");
  }

  private static String square(String id, String kind, double lon, double lat, double d) {
    return ("{\"type\":\"Feature\",\"properties\":{\"id\":\"%s\",\"name\":\"%s\",\"kind\":\"%s\"},"
            + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[%f,%f],[%f,%f],[%f,%f],[%f,%f],"
            + "[%f,%f]]]}}")
        .formatted(
            id, id, kind, lon - d, lat - d, lon + d, lat - d, lon + d, lat + d, lon - d, lat + d,
            lon - d, lat - d);
  }

  private static String collection(String... features) {
    return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
  }
}
