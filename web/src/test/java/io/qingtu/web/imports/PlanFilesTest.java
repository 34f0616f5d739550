package io.qingtu.web.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.city.SampleCity;
import io.qingtu.route.geo.Datum;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.Place;
import io.qingtu.server.dataset.DataSet;
import io.qingtu.server.dataset.PlanLayer;
import io.qingtu.server.dataset.PlanRow;
import io.qingtu.server.dataset.PlanScrutiny;
import io.qingtu.server.store.PlanVersion;
import io.qingtu.server.store.PlanVersion.Origin;
import io.qingtu.web.export.PlanFormat;
import io.qingtu.web.imports.PlanPreview.Fate;
import io.qingtu.web.imports.PlanPreview.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** What goes out as a file comes in again as what it was, and nonsense is refused by its row. */
class PlanFilesTest {
  private static final Instant NOW = Instant.parse("2026-11-18T04:00:00Z");

  @TempDir private static Path folder;

  private static CityPlan plan;
  private static PlanScrutiny scrutiny;

  @BeforeAll
  static void read() throws IOException {
    SampleCity.standard().write(folder);
    plan = DataSet.readPlan(folder);
    scrutiny = new PlanScrutiny(plan);
  }

  private static <T> List<PlanRow> rows(PlanLayer<T> layer, List<T> things) {
    return things.stream().map(layer::write).toList();
  }

  private static PlanPreview preview(
      PlanLayer<?> layer, List<PlanRow> known, byte[] file, Datum datum) {
    List<PlanVersion> versions =
        known.stream()
            .map(
                r ->
                    new PlanVersion(
                        3, Origin.FILE, r, true, Instant.MIN, Instant.MAX, null, "", ""))
            .toList();
    return PlanPreview.of(
        file, datum, new PlanPreview.Against(layer, versions, scrutiny, NOW, row -> {}));
  }

  private static byte[] file(PlanFormat format, PlanLayer<?> layer, List<PlanRow> rows)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.write(out, layer, rows);
    return out.toByteArray();
  }

  private static Set<Fate> fates(PlanPreview preview) {
    return preview.outcomes().stream().map(Outcome::fate).collect(Collectors.toSet());
  }

  private static String told(PlanPreview preview) {
    return preview.outcomes().stream()
        .filter(o -> o.fate() != Fate.SAME)
        .limit(3)
        .map(o -> o.where() + " " + o.fate() + " " + o.reason() + o.changed())
        .collect(Collectors.joining("\n"));
  }

  @ParameterizedTest
  @EnumSource(PlanFormat.class)
  void whatGoesOutComesInAsItWas(PlanFormat format) throws IOException {
    for (PlanLayer<?> layer : PlanLayer.ALL) {
      if (format.suits(layer)) {
        List<PlanRow> rows = ofPlan(layer);
        PlanPreview again = preview(layer, rows, file(format, layer, rows), Datum.WGS84);
        assertEquals(format.name(), again.format().name());
        assertEquals(rows.size(), again.outcomes().size());
        assertEquals(Set.of(Fate.SAME), fates(again), layer.name() + ": " + told(again));
        PlanPreview anew = preview(layer, List.of(), file(format, layer, rows), Datum.WGS84);
        assertEquals(Set.of(Fate.NEW), fates(anew), layer.name() + ": " + told(anew));
      }
    }
  }

  private static List<PlanRow> ofPlan(PlanLayer<?> layer) {
    if (layer == PlanLayer.PLACES) {
      return rows(PlanLayer.PLACES, plan.places());
    }
    if (layer == PlanLayer.ROUTES) {
      return rows(PlanLayer.ROUTES, plan.routes());
    }
    if (layer == PlanLayer.REQUIREMENTS) {
      return rows(PlanLayer.REQUIREMENTS, plan.requirements());
    }
    return layer == PlanLayer.PERMITS
        ? rows(PlanLayer.PERMITS, plan.permits())
        : rows(PlanLayer.COLLECTION_POINTS, plan.collectionPoints());
  }

  @ParameterizedTest
  @EnumSource(
      value = PlanFormat.class,
      names = {"GEOJSON", "KML", "CSV", "XLSX", "GPKG", "SHAPEFILE"})
  void holesAndPartsOutliveEveryFormat(PlanFormat format) throws IOException {
    Place first = plan.places().get(0);
    Geometry ring = first.polygon().difference(first.polygon().buffer(-0.0002));
    Geometry parts = ring.union(plan.places().get(1).polygon());
    PlanRow row = PlanLayer.PLACES.write(first);
    PlanRow complex = new PlanRow("", "", row.columns(), Optional.of(parts));
    byte[] file = file(format, PlanLayer.PLACES, List.of(complex));
    PlanRow back = preview(PlanLayer.PLACES, List.of(), file, Datum.WGS84).outcomes().get(0).row();
    assertTrue(back.shape().orElseThrow().equalsTopo(parts), format.name());
  }

  @Test
  void theCoordinateSystemThatIsSaidIsConvertedFrom() throws IOException {
    PlanRow row = PlanLayer.PLACES.write(plan.places().get(0));
    Geometry moved = row.geometry().copy();
    for (Coordinate c : moved.getCoordinates()) {
      c.setCoordinate(Datum.GCJ02.fromWgs84(c.x, c.y));
    }
    moved.geometryChanged();
    byte[] file =
        file(
            PlanFormat.KML,
            PlanLayer.PLACES,
            List.of(new PlanRow("", "", row.columns(), Optional.of(moved))));
    PlanRow back = preview(PlanLayer.PLACES, List.of(), file, Datum.GCJ02).outcomes().get(0).row();
    assertTrue(back.geometry().equalsExact(row.geometry(), 1e-9));
  }

  @Test
  void aRouteInAnotherDatumThanWasSaidIsRefusedByWhatTheRoadsShow() throws IOException {
    List<PlanRow> moved =
        rows(PlanLayer.ROUTES, plan.routes()).stream()
            .map(
                r -> {
                  Geometry g = r.geometry().copy();
                  for (Coordinate c : g.getCoordinates()) {
                    c.setCoordinate(Datum.GCJ02.fromWgs84(c.x, c.y));
                  }
                  g.geometryChanged();
                  return new PlanRow("", "", r.columns(), Optional.of(g));
                })
            .toList();
    byte[] file = file(PlanFormat.GPKG, PlanLayer.ROUTES, moved);
    PlanPreview wrong = preview(PlanLayer.ROUTES, List.of(), file, Datum.WGS84);
    assertTrue(
        wrong.outcomes().stream().anyMatch(o -> o.reason().contains("lies in GCJ-02")),
        told(wrong));
    assertEquals(Set.of(Fate.NEW), fates(preview(PlanLayer.ROUTES, List.of(), file, Datum.GCJ02)));
  }

  private static String wkt(double dx) {
    Coordinate c = plan.places().get(0).polygon().getCentroid().getCoordinate();
    return String.format(
        Locale.ROOT,
        "\"POLYGON((%1$f %2$f, %3$f %2$f, %3$f %4$f, %1$f %2$f))\"",
        c.x + dx,
        c.y,
        c.x + dx + 0.001,
        c.y + 0.001);
  }

  @Test
  void nonsenseIsRefusedByItsRowAndTheRestIsTaken() {
    String csv =
        "编号,名称,类型,valid_from,valid_to,wkt\n"
            + "N1,好工地,SITE,,,"
            + wkt(0)
            + "\n"
            + "N2,坏类型,CASTLE,,,"
            + wkt(0)
            + "\n"
            + ",没有编号,SITE,,,"
            + wkt(0)
            + "\n"
            + "N4,在城外,SITE,,,"
            + wkt(20)
            + "\n"
            + "N5,没有图形,SITE,,,\n"
            + "N6,图形不对,SITE,,,POLYGON(x)\n"
            + "N7,时间倒了,SITE,2026-12-02,2026-11-30,"
            + wkt(0)
            + "\n"
            + "N8,=cmd|' /C calc'!A0,SITE,,,"
            + wkt(0)
            + "\n"
            + "N1,另一个,SITE,,,"
            + wkt(0.01)
            + "\n"
            + "N1,好工地,SITE,,,"
            + wkt(0)
            + "\n";
    for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GBK"))) {
      PlanPreview preview =
          preview(PlanLayer.PLACES, List.of(), csv.getBytes(charset), Datum.WGS84);
      Map<String, String> reasons =
          preview.outcomes().stream()
              .filter(o -> o.fate() == Fate.REFUSED)
              .collect(Collectors.toMap(Outcome::where, Outcome::reason));
      assertEquals(8, reasons.size(), reasons.toString());
      assertTrue(reasons.get("row 3").contains("unknown kind \"CASTLE\""));
      assertTrue(reasons.get("row 4").contains("id is empty"));
      assertTrue(reasons.get("row 5").contains("outside the city"));
      assertTrue(reasons.get("row 6").contains("has no shape"));
      assertTrue(reasons.get("row 7").contains("no WKT"));
      assertTrue(reasons.get("row 8").contains("before valid_from"));
      assertTrue(reasons.get("row 9").contains("begins as a formula"));
      assertTrue(reasons.get("row 10").contains("twice"));
      assertEquals(
          List.of("N1"),
          preview.edits(PlanLayer.PLACES, false).stream().map(e -> e.row().text("id")).toList());
      assertEquals("好工地", preview.outcomes().get(0).row().text("name"));
    }
  }

  @Test
  void whatAFileDoesNotTellStays() {
    PlanRow known = PlanLayer.PLACES.write(plan.places().get(0));
    byte[] csv = ("id,name\n" + known.text("id") + ",改名\n").getBytes(StandardCharsets.UTF_8);
    Outcome changed = preview(PlanLayer.PLACES, List.of(known), csv, Datum.WGS84).outcomes().get(0);
    assertEquals(Fate.CHANGED, changed.fate(), changed.reason());
    assertEquals(List.of("name"), changed.changed());
    assertEquals(known.text("kind"), changed.row().text("kind"));
    assertEquals(3, changed.seen());
  }

  @Test
  void aPermitInForceIsNotRewrittenByAFile() {
    PlanRow known = PlanLayer.PERMITS.write(plan.permits().get(0));
    String other = plan.permits().get(1).plate();
    byte[] csv =
        ("permit_id,plate\n" + known.text("permit_id") + "," + other + "\n")
            .getBytes(StandardCharsets.UTF_8);
    Outcome refused =
        preview(PlanLayer.PERMITS, List.of(known), csv, Datum.WGS84).outcomes().get(0);
    assertEquals(Fate.REFUSED, refused.fate());
    assertTrue(refused.reason().contains("issue another one"), refused.reason());
  }

  @Test
  void aCellThatComputesIsRefusedByItsRow() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("places");
      List<String> head = List.of("id", "name", "kind", "wkt");
      for (int i = 0; i < head.size(); i++) {
        sheet.value(0, i, head.get(i));
      }
      for (int row = 1; row <= 2; row++) {
        sheet.value(row, 0, "X" + row);
        sheet.value(row, 2, "SITE");
        sheet.value(row, 3, wkt(0).replace("\"", ""));
      }
      sheet.formula(2, 1, "HYPERLINK(\"http://x\")");
    }
    PlanPreview preview = preview(PlanLayer.PLACES, List.of(), out.toByteArray(), Datum.WGS84);
    assertEquals(
        List.of(Fate.NEW, Fate.REFUSED), preview.outcomes().stream().map(Outcome::fate).toList());
    assertTrue(preview.outcomes().get(1).reason().contains("B3 is a formula"));
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
      zip.closeEntry();
    }
    return out.toByteArray();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void hostileFilesAreRefusedWhole() throws IOException {
    String doctype =
        "<?xml version=\"1.0\"?><!DOCTYPE kml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
            + "<kml><Placemark><name>&x;</name></Placemark></kml>";
    String deep = "{\"features\":" + "[".repeat(5000) + "]".repeat(5000) + "}";
    byte[] sqlite = Arrays.copyOf(text("SQLite format 3\0"), 4096);
    String crs = "{\"crs\":{\"properties\":{\"name\":\"EPSG:3857\"}},\"features\":[]}";
    byte[] wide = text("id\n" + "x\n".repeat(ImportFormat.MOST_ROWS + 1));
    Map<String, byte[]> files =
        Stream.of(
                Map.entry("the file is empty", new byte[0]),
                Map.entry("is none of GeoJSON", new byte[] {1, 2, 3, 0, 5}),
                Map.entry("document type", text(doctype)),
                Map.entry("no KML but html", text("<html><body>x</body></html>")),
                Map.entry("no JSON", text(deep)),
                Map.entry("coordinate system", text(crs)),
                Map.entry("no FeatureCollection", text("{\"a\":1}")),
                Map.entry("unpacks to more than", zip("doc.kml", new byte[80_000_000])),
                Map.entry("holds no Shapefile", zip("run.exe", new byte[10])),
                Map.entry(".shp is", zip("a.shp", new byte[120])),
                Map.entry("no workbook", zip("xl/workbook.xml", text("<x/>"))),
                Map.entry("no GeoPackage", sqlite),
                Map.entry("no column is called", text("a,b\n1,2\n")),
                Map.entry("more than 20000 rows", wide))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    files.forEach(
        (why, content) -> {
          ImportException refused =
              assertThrows(
                  ImportException.class,
                  () -> preview(PlanLayer.PLACES, List.of(), content, Datum.WGS84),
                  why);
          assertTrue(refused.getMessage().contains(why), why + ": " + refused.getMessage());
        });
  }

  @Test
  void aDamagedFileIsRefusedWhereverItIsCut() throws IOException {
    for (PlanFormat format : PlanFormat.values()) {
      byte[] whole = file(format, PlanLayer.PLACES, ofPlan(PlanLayer.PLACES));
      for (int length = 1; length < whole.length; length += 1 + whole.length / 40) {
        byte[] cut = Arrays.copyOf(whole, length);
        try {
          preview(PlanLayer.PLACES, List.of(), cut, Datum.WGS84);
        } catch (ImportException e) {
          assertTrue(e.getMessage().length() > 5, format + " at " + length);
        }
      }
    }
  }

  @Test
  void theSameFileHasTheSameDigestAndAnotherPlanAnotherOne() throws IOException {
    List<PlanRow> rows = ofPlan(PlanLayer.ROUTES);
    byte[] file = file(PlanFormat.GEOJSON, PlanLayer.ROUTES, rows);
    String digest = preview(PlanLayer.ROUTES, rows, file, Datum.WGS84).digest();
    assertEquals(digest, preview(PlanLayer.ROUTES, rows, file, Datum.WGS84).digest());
    assertTrue(
        !digest.equals(
            preview(PlanLayer.ROUTES, rows.subList(1, rows.size()), file, Datum.WGS84).digest()));
  }
}
