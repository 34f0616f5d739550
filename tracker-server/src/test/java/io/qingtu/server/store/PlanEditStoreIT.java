package io.qingtu.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.fixtures.city.SampleCity;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.Permit;
import io.qingtu.route.plan.PermittedRoute;
import io.qingtu.route.plan.Place;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.plan.Validity;
import io.qingtu.server.dataset.DataSet;
import io.qingtu.server.dataset.GeoJson;
import io.qingtu.server.dataset.PlanLayer;
import io.qingtu.server.dataset.PlanRow;
import io.qingtu.server.store.PlanEditStore.Edit;
import io.qingtu.server.store.PlanEditStore.Editor;
import io.qingtu.server.store.PlanEditStore.RefusedEditException;
import io.qingtu.server.store.PlanVersion.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.LineString;

/** People and files edit the same plan, and nothing of it is lost. */
class PlanEditStoreIT {
  private static final Instant NOW = Instant.parse("2026-11-18T04:00:00Z");
  private static final LineString OTHER_LINE =
      (LineString)
          GeoJson.parse(
              "{\"type\":\"LineString\",\"coordinates\":[[119.1,36.7],[119.1,36.71],[119.12,36.71]]}");

  @TempDir private Path folder;

  private TestDatabase server;
  private Database database;
  private PlanStore plans;
  private PlanEditStore edits;
  private PlanQueries queries;
  private CityPlan files;
  private int user;

  @BeforeEach
  void open() throws IOException {
    server = TestDatabase.forClass(getClass());
    database = new Database(Database.Config.of(server.url()));
    plans = new PlanStore(database);
    edits = new PlanEditStore(database);
    queries = new PlanQueries(database);
    SampleCity.standard().write(folder);
    files = DataSet.readPlan(folder);
    plans.write(files);
    database.update(
        "insert into app_user (login, display_name, role, password_hash)"
            + " values ('jian', '监管员', 'SUPERVISOR', '')");
    user = (int) server.ask("select id from app_user");
  }

  @AfterEach
  void close() {
    database.close();
    server.close();
  }

  private Editor at(Instant now) {
    return new Editor(user, "127.0.0.1", now, now, Origin.PAGE, "改线");
  }

  private <T> void edit(PlanLayer<T> layer, T thing, int seen, Instant now)
      throws RefusedEditException {
    edits.apply(List.of(new Edit(layer, layer.write(thing), seen, false)), at(now));
  }

  private static PermittedRoute redrawn(PermittedRoute route) {
    return new PermittedRoute(route.id(), OTHER_LINE, 55);
  }

  @Test
  void whatTheFilesSayIsTheFirstVersionAndTheSameAgainIsNone() {
    PermittedRoute route = files.routes().get(0);
    plans.write(files);
    List<PlanVersion> versions = queries.versions(PlanLayer.ROUTES, route.id(), Scope.CITY);
    assertEquals(1, versions.size());
    assertEquals(Origin.FILE, versions.get(0).origin());
    assertEquals(route, PlanLayer.ROUTES.read(versions.get(0).row()));
    assertEquals(files.routes(), plans.read().routes());
  }

  @Test
  void anEditOutlivesAnUnchangedFileAndYieldsToAChangedOne() throws Exception {
    PermittedRoute route = files.routes().get(0);
    edit(PlanLayer.ROUTES, redrawn(route), 1, NOW);
    plans.write(files);
    assertEquals(redrawn(route), plans.findRoute(route.id()).orElseThrow());

    PermittedRoute ofFile = new PermittedRoute(route.id(), route.line(), 77);
    plans.write(CityPlan.EMPTY.with(List.of(), List.of(ofFile)));
    assertEquals(ofFile, plans.findRoute(route.id()).orElseThrow());
    List<PlanVersion> versions = queries.versions(PlanLayer.ROUTES, route.id(), Scope.CITY);
    assertEquals(List.of(3, 2, 1), versions.stream().map(PlanVersion::version).toList());
    assertEquals(
        List.of(Origin.FILE, Origin.PAGE, Origin.FILE),
        versions.stream().map(PlanVersion::origin).toList());
    assertFalse(versions.get(1).counted(), "the file takes the place of the edit");
  }

  @Test
  void aRedrawnRouteIsWhatItWasBeforeAndWhatItIsSince() throws Exception {
    PermittedRoute route = files.routes().get(0);
    edit(PlanLayer.ROUTES, redrawn(route), 1, NOW);
    List<PermittedRoute> both =
        plans.read().routes().stream().filter(r -> r.id().equals(route.id())).toList();
    assertEquals(
        List.of(
            new PermittedRoute(
                route.id(), route.line(), route.corridorMetres(), new Validity(Instant.MIN, NOW)),
            new PermittedRoute(route.id(), OTHER_LINE, 55, new Validity(NOW, Instant.MAX))),
        both);
    assertEquals(1, count(plans.layout().routes(), route.id()));
  }

  private static long count(List<PermittedRoute> routes, String id) {
    return routes.stream().filter(r -> r.id().equals(id)).count();
  }

  @Test
  void aCorrectedRouteWasNeverOtherwise() throws Exception {
    PermittedRoute route = files.routes().get(0);
    PlanRow row = PlanLayer.ROUTES.write(redrawn(route));
    edits.apply(List.of(new Edit(PlanLayer.ROUTES, row, 1, true)), at(NOW));
    List<PermittedRoute> all = plans.read().routes();
    assertEquals(1, count(all, route.id()));
    assertTrue(all.contains(redrawn(route)));
    assertEquals(2, queries.versions(PlanLayer.ROUTES, route.id(), Scope.CITY).size());
  }

  @Test
  void aNewZoneForbidsNothingBeforeItIsDrawn() throws Exception {
    Place some = files.places().get(0);
    Place zone =
        new Place(
            "Z9", "新禁区", PlaceKind.ZONE_NO_ENTRY, some.polygon(), Validity.ALWAYS, some.hours());
    edit(PlanLayer.PLACES, zone, 0, NOW);
    Place read =
        plans.read().places().stream().filter(p -> p.id().equals("Z9")).findFirst().orElseThrow();
    assertEquals(new Validity(NOW, Instant.MAX), read.validity());
    assertEquals(zone, plans.findPlace("Z9").orElseThrow());
  }

  @Test
  void aPlaceThatIsRedrawnIsOnePlaceSoThatNobodySeemsToLeaveIt() throws Exception {
    Place site =
        files.places().stream().filter(p -> p.kind() == PlaceKind.SITE).findFirst().orElseThrow();
    Place larger =
        new Place(
            site.id(),
            site.name(),
            site.kind(),
            site.polygon().buffer(0.001),
            site.validity(),
            site.hours());
    edit(PlanLayer.PLACES, larger, 1, NOW);
    List<Place> read =
        plans.read().places().stream().filter(p -> p.id().equals(site.id())).toList();
    assertEquals(List.of(larger), read);
  }

  @Test
  void whoHasSeenAnOlderVersionIsRefusedAndNothingIsFiled() throws Exception {
    PermittedRoute route = files.routes().get(0);
    edit(PlanLayer.ROUTES, redrawn(route), 1, NOW);
    PermittedRoute mine = new PermittedRoute(route.id(), route.line(), 99);
    PermittedRoute another = new PermittedRoute("R-new", OTHER_LINE, 30);
    RefusedEditException refused =
        assertThrows(
            RefusedEditException.class,
            () ->
                edits.apply(
                    List.of(
                        new Edit(PlanLayer.ROUTES, PlanLayer.ROUTES.write(another), 0, false),
                        new Edit(PlanLayer.ROUTES, PlanLayer.ROUTES.write(mine), 1, false)),
                    at(NOW)));
    assertTrue(refused.isStale());
    assertEquals(route.id(), refused.row().text("id"));
    assertEquals(redrawn(route), plans.findRoute(route.id()).orElseThrow());
    assertEquals(Optional.empty(), plans.findRoute("R-new"));
    assertThrows(RefusedEditException.class, () -> edit(PlanLayer.ROUTES, redrawn(route), 0, NOW));
  }

  @Test
  void aPermitIsTypedInWhenTheServerSaysAndKeepsThatWhenItsEndMoves() throws Exception {
    Permit some = files.permits().get(0);
    Instant from = NOW.minusSeconds(86_400);
    Permit late = permit(some, "Z-late", new Validity(from, NOW.plusSeconds(86_400)));
    edit(PlanLayer.PERMITS, late, 0, NOW);
    assertEquals(NOW, filed("Z-late").enteredAt(), "补录: a day after it began");

    Permit longer = permit(some, "Z-late", new Validity(from, NOW.plusSeconds(172_800)));
    edit(PlanLayer.PERMITS, longer, 1, NOW.plusSeconds(60));
    assertEquals(NOW, filed("Z-late").enteredAt());
    assertEquals(longer.validity(), filed("Z-late").validity());

    Permit earlier =
        permit(some, "Z-late", new Validity(from.minusSeconds(60), longer.validity().to()));
    RefusedEditException refused =
        assertThrows(
            RefusedEditException.class,
            () -> edit(PlanLayer.PERMITS, earlier, 2, NOW.plusSeconds(120)));
    assertFalse(refused.isStale());
  }

  private Permit filed(String id) {
    return plans.read().permits().stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
  }

  private static Permit permit(Permit p, String id, Validity validity) {
    return new Permit(
        id, p.plate(), p.siteId(), p.disposalIds(), p.routeIds(), validity, p.hours(), null);
  }

  @Test
  void theLogTellsWhatItWasAndWhatItIs() throws Exception {
    PermittedRoute route = files.routes().get(0);
    long before = plans.newestEdit();
    edit(PlanLayer.ROUTES, redrawn(route), 1, NOW);
    assertTrue(plans.newestEdit() > before);
    Map<String, String> line =
        database
            .query(
                "select object, detail #>> '{after,columns,corridor_m}' as is_now,"
                    + " detail ->> 'reason' as reason, detail -> 'before' is not null as has_before"
                    + " from audit where action = 'plan-edit'",
                row ->
                    Map.of(
                        "object", row.getString("object"),
                        "now", row.getString("is_now"),
                        "reason", row.getString("reason"),
                        "before", row.getString("has_before")))
            .get(0);
    assertEquals(
        Map.of("object", "ROUTES/" + route.id(), "now", "55", "reason", "改线", "before", "t"), line);
  }
}
