package io.qingtu.server.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.CityRecords;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.IncidentReport;
import io.qingtu.route.plan.Operation;
import io.qingtu.route.plan.Per;
import io.qingtu.route.plan.Requirement;
import io.qingtu.route.plan.RoadBan;
import io.qingtu.route.plan.RoadGrade;
import io.qingtu.route.plan.VehicleKind;
import io.qingtu.route.plan.VehicleOrder;
import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSetTest {
  private static final String VEHICLES =
      "plate,kind,company,rated_load_t,sensors\n鲁G00001,MUCK_TRUCK,甲,16,cover;lift\n";

  @TempDir Path dir;

  @Test
  void anEmptyFolderKnowsNothing() {
    DataSet data = DataSet.read(dir);
    assertEquals(CityPlan.EMPTY, data.plan());
    assertTrue(data.positions().isEmpty());
  }

  @Test
  void readsARowWithMissingColumnsAsUnknown() throws IOException {
    file("vehicles.csv", VEHICLES);
    file(
        "positions.csv",
        "plate,fix_time,lon,lat,cover\n鲁G00001,2026-11-03T21:05:09+08:00,119.1,36.7,OPEN\n");
    Position p = DataSet.read(dir).positions().get(0);
    assertEquals(Instant.parse("2026-11-03T13:05:09Z"), p.fixTime());
    assertEquals(p.fixTime(), p.receivedTime());
    assertEquals(Cover.OPEN, p.sensors().cover());
    assertTrue(Double.isNaN(p.sensors().weightT()) && Double.isNaN(p.vssKmh()));
    assertTrue(p.fixValid() && !p.backfill());
  }

  @Test
  void timesWithoutAnOffsetAreTheCitys() throws IOException {
    file("vehicles.csv", VEHICLES);
    file("positions.csv", "plate,fix_time,lon,lat\n鲁G00001,2026-11-03 21:05:09,119.1,36.7\n");
    assertEquals(
        Instant.parse("2026-11-03T13:05:09Z"), DataSet.read(dir).positions().get(0).fixTime());
  }

  @Test
  void aStrangerIsKeptOutsideEveryFleet() throws IOException {
    file("positions.csv", "plate,fix_time,lon,lat\n鲁G99999,2026-11-03T21:05:09Z,119.1,36.7\n");
    DataSet data = DataSet.read(dir);
    assertEquals(Set.of("鲁G99999"), data.strangers());
    assertEquals(VehicleKind.OTHER, data.plan().vehicles().get(0).kind());
  }

  @Test
  void aDateAsEndOfAPermitIsStillValidOnThatDay() throws IOException {
    file(
        "permits.csv",
        "permit_id,plate,site_id,disposal_ids,route_ids,valid_from,valid_to,daily_from,daily_to,entered_at\n"
            + "P1,鲁G00001,S1,D1;D2,,2026-11-01,2026-11-03,21:00,06:00,\n");
    var permit = DataSet.read(dir).plan().permits().get(0);
    assertTrue(permit.validity().contains(Instant.parse("2026-11-03T15:59:59Z")));
    assertTrue(!permit.validity().contains(Instant.parse("2026-11-03T16:00:00Z")));
    assertTrue(permit.hours().contains(Instant.parse("2026-11-03T13:00:00Z")));
    assertEquals(2, permit.disposalIds().size());
  }

  @Test
  void namesFileAndRowOfAnUnknownKind() throws IOException {
    file("vehicles.csv", VEHICLES + "鲁G00002,TANK,甲,16,\n");
    assertWrong("vehicles.csv, row 3: unknown kind \"TANK\"");
  }

  @Test
  void namesFileAndRowOfABadNumberAndTime() throws IOException {
    file("positions.csv", "plate,fix_time,lon,lat\nA,2026-11-03T21:05:09Z,east,36.7\n");
    assertWrong("positions.csv, row 2: lon \"east\" is not a number");
    file("positions.csv", "plate,fix_time,lon,lat\nA,yesterday,119,36.7\n");
    assertWrong("positions.csv, row 2: fix_time");
    file("positions.csv", "plate,fix_time,lon,lat\nA,2026-02-30T00:00:00Z,119,36.7\n");
    assertWrong("positions.csv, row 2: fix_time");
  }

  @Test
  void namesTheRowAfterWhichAFileCannotBeRead() throws IOException {
    file("vehicles.csv", VEHICLES + "鲁G00002,SWEEPER\n");
    assertWrong("vehicles.csv, after row 2: ");
    file("vehicles.csv", VEHICLES);
    file("positions.csv.gz", "no gzip at all");
    assertWrong("positions.csv.gz: cannot be read: ");
  }

  @Test
  void refusesALoadAndALimitThatCannotBe() throws IOException {
    file("vehicles.csv", VEHICLES.replace("16", "-16"));
    assertWrong("vehicles.csv, row 2: rated_load_t -16.0 is not more than 0");
    file("vehicles.csv", "plate,kind,company,work_width_m\n鲁G00001,SWEEPER,甲,0\n");
    assertWrong("vehicles.csv, row 2: work_width_m 0.0 is not more than 0");
    file("vehicles.csv", "plate,kind,company,work_width_m\n鲁G00001,SWEEPER,甲,320\n");
    assertWrong("vehicles.csv, row 2: work_width_m 320.0 is not more than 0 and at most 30");
    file("vehicles.csv", VEHICLES);
    file("segments.geojson", segment(0));
    assertWrong("segments.geojson, feature 1 (E1): speed_limit_kmh 0.0 is not more than 0");
  }

  @Test
  void aRequirementOfASegmentThatIsNowhereIsWrongUnlessNoRoadIsKnown() throws IOException {
    file(
        "requirements.csv",
        "requirement_id,segment_id,side,op,passes,window_from,window_to\n"
            + "Q1,E9,BOTH,SWEEP,1,06:00,08:00\n");
    assertEquals(1, DataSet.read(dir).plan().requirements().size());
    file("segments.geojson", segment(50));
    assertWrong("requirements.csv, Q1: segment E9 is in no file");
  }

  @Test
  void aRequirementIsOfADayUnlessItSaysAWeek() throws IOException {
    String rows =
        "requirement_id,grade,side,op,passes,window_from,window_to,per\n"
            + "Q1,LANE,BOTH,SWEEP,3,06:00,18:00,WEEK\nQ2,LANE,BOTH,SWEEP,1,06:00,18:00,\n";
    file("requirements.csv", rows);
    assertEquals(
        List.of(Per.WEEK, Per.DAY),
        DataSet.read(dir).plan().requirements().stream().map(Requirement::per).toList());
    file("requirements.csv", rows.replace("WEEK", "MONTH"));
    assertWrong("requirements.csv, row 2: unknown per");
  }

  @Test
  void refusesACollectionPointOutsideTheCity() throws IOException {
    file("segments.geojson", segment(50));
    file(
        "collection_points.csv",
        "point_id,lon,lat,window_from,window_to\nC1,13.4,52.5,06:00,08:00\n");
    assertWrong("collection_points.csv, C1: point 13.4, 52.5 lies outside the city");
  }

  @Test
  void readsWhatIsKnownBesideThePlan() throws IOException {
    file("weather.csv", "from,to,temp_c,rain\n2026-11-03T05:00,2026-11-03T08:00,-1.5,true\n,,,\n");
    file(
        "reports.csv", "report_id,kind,time,lon,lat\nR1,CITIZEN,2026-11-03T05:00:00Z,119.1,36.7\n");
    file(
        "vehicle_orders.csv",
        "plate,kind,from,to,approved_by,other_plate\n鲁G00001,LAID_UP,2026-11-01,2026-11-03,局,\n"
            + "鲁G00002,SUBSTITUTE,,,局,鲁G00001\n");
    file("identities.csv", "plate,time,kind,value\n鲁G00001,2026-11-03T05:00:00Z,DRIVER,X1\n");
    file("drivers.csv", "driver_id,plates\nX1,鲁G00001;鲁G00002\n");
    file("services.csv", "plate,time,kind\n鲁G00003,2026-11-03T05:00:00Z,BIN_LIFT\n");
    file(
        "bans.csv",
        "ban_id,segment_ids,grades,ops,window_from,window_to,days,from\n"
            + "B1,A1;A2,1;LANE,WASH,07:00,10:00,1-5,2026-04-01\n");
    file("site_progress.csv", "site_id,from,to,planned_m3\nW1,2026-11-01,2026-11-03,1200\n");
    CityRecords known = DataSet.readPlan(dir).records();
    assertEquals(1200, known.progress().get(0).plannedM3());
    RoadBan ban = known.bans().get(0);
    assertEquals(Set.of("A1", "A2"), ban.segmentIds());
    assertEquals(Set.of(RoadGrade.FIRST, RoadGrade.LANE), ban.grades());
    assertEquals(Set.of(Operation.WASH), ban.ops());
    assertEquals(5, ban.days().size());
    assertEquals(2, known.weather().size());
    assertTrue(
        known.weather().stream()
            .anyMatch(w -> w.temperatureC() == -1.5 && w.rain().equals(Optional.of(true))));
    assertTrue(
        known.weather().stream()
            .anyMatch(w -> Double.isNaN(w.temperatureC()) && w.rain().isEmpty()));
    assertEquals(IncidentReport.Kind.CITIZEN, known.reports().get(0).kind());
    assertEquals(Set.of("", "鲁G00001"), otherPlates(known));
    assertEquals("X1", known.identities().get(0).value());
    assertEquals(Set.of("鲁G00001", "鲁G00002"), known.drivers().get(0).plates());
    assertEquals("", known.services().get(0).pointId());
  }

  private static Set<String> otherPlates(CityRecords known) {
    return known.vehicleOrders().stream().map(VehicleOrder::otherPlate).collect(Collectors.toSet());
  }

  @Test
  void namesFileAndRowOfARecordThatCannotBe() throws IOException {
    file("vehicle_orders.csv", "plate,kind,from,to,other_plate\nA,LAID_UP,,,B\n");
    assertWrong("vehicle_orders.csv, row 2: other_plate \"B\" of a LAID_UP");
    file("vehicle_orders.csv", "plate,kind,from,to\nA,SUBSTITUTE,,\n");
    assertWrong("vehicle_orders.csv, row 2: other_plate \"\" of a SUBSTITUTE");
    file("vehicle_orders.csv", "plate,kind,from,to\nA,SPARE,2026-11-03,2026-11-01\n");
    assertWrong("vehicle_orders.csv, row 2: to is before from");
    file("vehicle_orders.csv", "plate,kind\n");
    file("site_progress.csv", "site_id,from,to,planned_m3\nW1,2026-11-01,,1200\n");
    assertWrong("site_progress.csv, row 2: from and to are both needed");
    file("site_progress.csv", "site_id,from,to,planned_m3\nW1,2026-11-01,2026-11-02,0\n");
    assertWrong("site_progress.csv, row 2: planned_m3 0.0 is not more than 0");
    file("site_progress.csv", "site_id\n");
    file("reports.csv", "report_id,kind,time,lon,lat\nR1,RUMOUR,2026-11-03T05:00:00Z,119,36\n");
    assertWrong("reports.csv, row 2: unknown kind \"RUMOUR\"");
    file("reports.csv", "report_id,kind,time,lon,lat\nR1,PATROL,2026-11-03T05:00:00Z,13,52\n");
    file("segments.geojson", segment(50));
    assertWrong("reports.csv, R1: point 13.0, 52.0 lies outside the city");
  }

  private static String segment(int limit) {
    return """
        {"type":"FeatureCollection","features":[{"type":"Feature",
          "properties":{"id":"E1","speed_limit_kmh":%d},
          "geometry":{"type":"LineString","coordinates":[[119.1,36.7],[119.2,36.7]]}}]}"""
        .formatted(limit);
  }

  @Test
  void refusesAPolygonThatCrossesItself() throws IOException {
    places("[[[119,36],[119.01,36.01],[119.01,36],[119,36.01],[119,36]]]");
    assertWrong("places.geojson, feature 1 (S1): Self-intersection");
  }

  @Test
  void refusesALineOutsideTheCity() throws IOException {
    places("[[[119.00,36.7],[119.01,36.7],[119.01,36.71],[119.00,36.71],[119.00,36.7]]]");
    file(
        "routes.geojson",
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"id\":\"R1\"},\"geometry\":"
            + "{\"type\":\"LineString\",\"coordinates\":[[36.7,85],[36.8,85]]}}]}");
    assertWrong("routes.geojson, R1: point 36.7, 85.0 lies outside the city");
  }

  @Test
  void refusesAnUnknownCoordinateSystem() throws IOException {
    file("places.geojson", collection("\"crs\":{\"properties\":{\"name\":\"Mars-2\"}},", ""));
    assertWrong("places.geojson: coordinate system \"Mars-2\" is none of WGS-84, GCJ-02, BD-09");
    file("places.geojson", collection("", square(",\"datum\":\"Xi'an-80\"")));
    assertWrong("places.geojson, feature 1 (S1): coordinate system \"Xi'an-80\" is none of");
  }

  @Test
  void refusesTwoSystemsForOneFile() throws IOException {
    String crs = "\"crs\":{\"properties\":{\"name\":\"EPSG:4326\"}},";
    file("places.geojson", collection("\"datum\":\"BD-09\"," + crs, ""));
    assertWrong("places.geojson: datum is BD-09, but crs is WGS-84");
  }

  @Test
  void convertsFromTheSystemThatAFileOrAFeatureNames() throws IOException {
    file("places.geojson", collection("\"datum\":\"gcj02\",", square("")));
    double west = westEdge();
    assertEquals(119.1 - 528 / 89_400.0, west, 20 / 89_400.0);
    file("places.geojson", collection("", square(",\"datum\":\"GCJ-02\"")));
    assertEquals(west, westEdge());
    file("places.geojson", collection("\"datum\":\"GCJ-02\",", square(",\"datum\":\"WGS84\"")));
    assertEquals(119.1, westEdge());
    file(
        "collection_points.csv",
        "point_id,lon,lat,datum,window_from,window_to\nC1,119.1,36.7,GCJ-02,06:00,08:00\n");
    assertEquals(west, DataSet.readPlan(dir).collectionPoints().get(0).longitude(), 1e-5);
  }

  private double westEdge() {
    return DataSet.readPlan(dir).places().get(0).polygon().getEnvelopeInternal().getMinX();
  }

  private static String collection(String members, String feature) {
    return "{\"type\":\"FeatureCollection\"," + members + "\"features\":[" + feature + "]}";
  }

  /** South-western corner at 119.1, 36.7. */
  private static String square(String properties) {
    return "{\"type\":\"Feature\",\"properties\":{\"id\":\"S1\",\"kind\":\"SITE\""
        + properties
        + "},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[119.1,36.7],[119.11,36.7],"
        + "[119.11,36.71],[119.1,36.71],[119.1,36.7]]]}}";
  }

  @Test
  void aRowRepeatedIsOneAndAContradictionAnError() throws IOException {
    file("vehicles.csv", VEHICLES + "鲁G00001,MUCK_TRUCK,甲,16,lift;cover\n");
    assertEquals(1, DataSet.read(dir).plan().vehicles().size());
    file("vehicles.csv", VEHICLES + "鲁G00001,SWEEPER,甲,16,\n");
    assertWrong("vehicles.csv, row 3: 鲁G00001 stands in the file twice");
  }

  @Test
  void daysTakeRangesAndLists() {
    assertEquals(5, Times.days("1-5").size());
    assertEquals(2, Times.days("6,7").size());
    assertEquals(4, Times.days("1-3,7").size());
    assertThrows(IllegalArgumentException.class, () -> Times.days("8"));
  }

  @Test
  void hoursCrossMidnightAndTwentyFourIsMidnight() {
    DailyHours night = new DailyHours(Times.timeOfDay("21:00"), Times.timeOfDay("6:00"));
    assertTrue(
        night.contains(Times.timeOfDay("21:00")) && night.contains(Times.timeOfDay("05:59")));
    assertTrue(
        !night.contains(Times.timeOfDay("06:00")) && !night.contains(Times.timeOfDay("20:59")));
    assertEquals(Instant.parse("2026-11-03T16:00:00Z"), Times.instant("2026-11-03T24:00:00+08:00"));
  }

  private void places(String coordinates) throws IOException {
    file(
        "places.geojson",
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"id\":\"S1\",\"name\":\"n\","
            + "\"kind\":\"SITE\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
            + coordinates
            + "}}]}");
  }

  private void assertWrong(String beginning) {
    String message = assertThrows(DataSetException.class, () -> DataSet.read(dir)).getMessage();
    assertTrue(message.startsWith(beginning), message);
  }

  private void file(String name, String content) throws IOException {
    Files.writeString(dir.resolve(name), content);
  }
}
