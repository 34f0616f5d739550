package io.qingtu.web.server;

import static io.qingtu.web.server.TestWeb.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.casework.WorkCalendar;
import io.qingtu.route.forensics.Dump;
import io.qingtu.route.plan.Parameters;
import io.qingtu.server.dataset.PlanLayer;
import io.qingtu.server.store.AlertFilter;
import io.qingtu.server.store.AlertQueries;
import io.qingtu.server.store.AppealPhotos;
import io.qingtu.server.store.AppealQueries;
import io.qingtu.server.store.BehaviourQueries;
import io.qingtu.server.store.CaseFilter;
import io.qingtu.server.store.CasePhotoStore;
import io.qingtu.server.store.CaseQueries;
import io.qingtu.server.store.CityNowQueries;
import io.qingtu.server.store.CollectionQueries;
import io.qingtu.server.store.CommandQueries;
import io.qingtu.server.store.DeviceQueries;
import io.qingtu.server.store.DriverCards;
import io.qingtu.server.store.DriverQueries;
import io.qingtu.server.store.DumpQueries;
import io.qingtu.server.store.ExemptionFiles;
import io.qingtu.server.store.ExemptionStore;
import io.qingtu.server.store.FleetQueries;
import io.qingtu.server.store.InstallationPhotos;
import io.qingtu.server.store.InstallationQueries;
import io.qingtu.server.store.LayUpStore;
import io.qingtu.server.store.MapQueries;
import io.qingtu.server.store.MediaQueries;
import io.qingtu.server.store.NoticePhotos;
import io.qingtu.server.store.NoticeStore;
import io.qingtu.server.store.PastQueries;
import io.qingtu.server.store.PermitQueries;
import io.qingtu.server.store.PermitRequestQueries;
import io.qingtu.server.store.PlanQueries;
import io.qingtu.server.store.PointOrderStore;
import io.qingtu.server.store.ReadAs;
import io.qingtu.server.store.SafetyAlarmQueries;
import io.qingtu.server.store.Scope;
import io.qingtu.server.store.ShiftStore;
import io.qingtu.server.store.SpillQueries;
import io.qingtu.server.store.StayQueries;
import io.qingtu.server.store.StoreException;
import io.qingtu.server.store.SweepingQueries;
import io.qingtu.server.store.TrackQueries;
import io.qingtu.server.store.TraitQueries;
import io.qingtu.server.store.TripQueries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The database itself shows a company nothing of another: every query of the pages, asked for the
 * whole city as if somebody had forgotten its scope, by a thread that reads for a company.
 */
class RowSecurityIT {
  private static final Instant FROM = NOW.minusSeconds(86_400);
  private static final Instant TO = NOW.plusSeconds(86_400);

  private static TestWeb web;
  private static OtherCompany other;

  @BeforeAll
  static void start() {
    web = TestWeb.alone(RowSecurityIT.class, w -> other = new OtherCompany(w));
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  private static Map<String, Callable<Object>> queries() {
    Map<String, Callable<Object>> all = new LinkedHashMap<>();
    AlertQueries alerts = new AlertQueries(web.database);
    AlertFilter filter = AlertFilter.ofVehicle(OtherCompany.PLATE, FROM, TO);
    all.put("alerts", () -> alerts.page(filter, Scope.CITY, 100));
    all.put("alert", () -> alerts.find(other.alert, Scope.CITY));
    // they carry no text of the company: that there are any is what must not be told
    all.put("revisions", () -> alerts.revisions(other.alert).isEmpty() ? "" : OtherCompany.MARK);
    all.put("changes", () -> alerts.changedSince(FROM));
    ofVehicles(all);
    ofPast(all);
    CaseQueries cases = new CaseQueries(web.database);
    all.put(
        "cases",
        () ->
            cases.page(CaseFilter.ALL, Scope.CITY, 100).stream()
                .filter(c -> c.id() == other.caseFile)
                .toList());
    all.put("sources", () -> cases.sources(other.caseFile, Scope.CITY));
    all.put("steps", () -> cases.steps(other.caseFile, Scope.CITY));
    all.put(
        "photos",
        () ->
            new CasePhotoStore(web.database, web.media.folder())
                .ofCase(other.caseFile, Scope.CITY));
    all.put("sides", cases::sides);
    all.put(
        "notices",
        () ->
            new NoticeStore(web.database, () -> WorkCalendar.USUAL)
                .ofAlert(other.alert, Scope.CITY));
    all.put("appeal", () -> new AppealQueries(web.database).find(other.appeal, Scope.CITY));
    all.put(
        "charges",
        () ->
            new AppealQueries(web.database)
                .all(AppealQueries.State.CHARGED, Scope.CITY, WorkCalendar.USUAL, NOW, 100));
    all.put(
        "photos of an appeal",
        () ->
            new AppealPhotos(web.database, web.media.folder(), () -> WorkCalendar.USUAL)
                .of(List.of(other.lost)));
    all.put(
        "photos of a notice",
        () -> new NoticePhotos(web.database, web.media.folder()).of(List.of(other.notice)));
    return all;
  }

  private static void ofVehicles(Map<String, Callable<Object>> all) {
    FleetQueries fleet = new FleetQueries(web.database);
    all.put("vehicles", () -> fleet.vehicles(Scope.CITY));
    all.put("vehicle", () -> fleet.find(OtherCompany.PLATE, Scope.CITY));
    all.put("devices", () -> new DeviceQueries(web.database).devices(NOW, Scope.CITY));
    InstallationQueries installations = new InstallationQueries(web.database);
    all.put("installation", () -> installations.find(other.installation, Scope.CITY));
    all.put(
        "steps of an installation",
        () -> installations.steps(other.installation).isEmpty() ? "" : OtherCompany.MARK);
    all.put(
        "photos of an installation",
        () -> new InstallationPhotos(web.database, web.media.folder()).of(other.installation));
    TraitQueries traits = new TraitQueries(web.database);
    all.put("terminals", () -> traits.terminals(Scope.CITY));
    all.put("unknown", () -> traits.unknown(OtherCompany.PHONE));
    all.put("models", traits::unknownByModel);
    MediaQueries media = new MediaQueries(web.database);
    all.put("media", () -> media.ofVehicle(OtherCompany.PLATE, FROM, TO, Scope.CITY, 100));
    CommandQueries commands = new CommandQueries(web.database);
    all.put("command", () -> commands.find(other.command, Scope.CITY));
    all.put("history", () -> commands.history(other.command));
    all.put(
        "safety",
        () ->
            new SafetyAlarmQueries(web.database)
                .ofVehicle(OtherCompany.PLATE, FROM, TO, Optional.empty(), Scope.CITY, 100));
    PlanQueries plan = new PlanQueries(web.database);
    for (PlanLayer<?> layer : PlanLayer.ALL) {
      if (layer == PlanLayer.PLACES) {
        continue; // everybody's
      }
      all.put("plan " + layer.name(), () -> plan.list(layer, Scope.CITY));
    }
    MapQueries map = new MapQueries(web.database);
    all.put("routes", () -> map.routes(Scope.CITY));
    all.put("counts", () -> new CityNowQueries(web.database).counts(FROM, TO, Scope.CITY));
    all.put("permit", () -> map.permit(OtherCompany.MARK + "-Z", Scope.CITY));
    all.put("routes of a permit", () -> map.routesOf(OtherCompany.MARK + "-Z"));
    all.put(
        "card of a driver",
        () -> new DriverCards(web.database).shown(other.vehicle, NOW, Duration.ofDays(1)));
    all.put("drivers", () -> new DriverQueries(web.database).all(Scope.CITY));
    all.put(
        "driver of a turn", () -> new DriverQueries(web.database).ofTurn(other.turn, Scope.CITY));
    PermitRequestQueries requests = new PermitRequestQueries(web.database);
    for (PermitRequestQueries.State state : PermitRequestQueries.State.values()) {
      all.put("permit requests " + state, () -> requests.all(state, Scope.CITY, NOW, 100));
    }
    all.put("lay-ups", () -> new LayUpStore(web.database).since(NOW, Scope.CITY));
    all.put(
        "permits",
        () -> new PermitQueries(web.database).expiring(NOW, Parameters.DEFAULTS, Scope.CITY));
  }

  private static void ofPast(Map<String, Callable<Object>> all) {
    all.put("track", () -> new TrackQueries(web.database).track(OtherCompany.PLATE, FROM, TO));
    PastQueries past = new PastQueries(web.database);
    SpillQueries spills = new SpillQueries(web.database, Parameters.DEFAULTS);
    for (double reach : new double[] {500, 50_000}) {
      all.put(
          "near " + reach,
          () -> spills.near(OtherCompany.LON, OtherCompany.LAT, reach, FROM, TO, Scope.CITY));
    }
    all.put("moment", () -> past.fleetAt(NOW, Scope.CITY));
    TripQueries trips = new TripQueries(web.database);
    all.put("trips", () -> trips.between(FROM, TO, Optional.empty(), Scope.CITY));
    StayQueries stays = new StayQueries(web.database);
    all.put("stays", () -> stays.suspects(FROM, TO, Scope.CITY));
    all.put("rests", () -> stays.rests(FROM, TO, Scope.CITY));
    DumpQueries dumps = new DumpQueries(web.database, Parameters.DEFAULTS);
    Dump dump = new Dump(OtherCompany.LON, OtherCompany.LAT, NOW.minusSeconds(1500));
    all.put("hot spots", () -> dumps.hotSpots(FROM, TO, Scope.CITY));
    all.put("tracks of a dump", () -> dumps.tracks(dump, "", Scope.CITY));
    all.put("unseen", () -> dumps.unseen(dump, "", Scope.CITY));
    all.put("unobserved", () -> spills.unobserved(FROM, TO, Scope.CITY));
    all.put("behaviour", () -> new BehaviourQueries(web.database).trips(FROM, TO, Scope.CITY));
    all.put(
        "sweeping",
        () ->
            new SweepingQueries(web.database)
                .between(FROM, TO, Scope.CITY).stream()
                    .filter(r -> r.requirementId().startsWith(OtherCompany.MARK))
                    .toList());
    int desk =
        web.database
            .query("select id from company where name = ?", row -> row.getInt(1), OtherCompany.NAME)
            .get(0);
    all.put("shift log", () -> new ShiftStore(web.database).page(desk, Optional.empty(), 100));
    all.put("exemptions", () -> new ExemptionStore(web.database).between(FROM, TO, Scope.CITY, 1));
    all.put(
        "files of an exemption",
        () ->
            new ExemptionFiles(web.database, web.media.folder()).of(List.of(1L)).isEmpty()
                ? ""
                : OtherCompany.MARK);
    PointOrderStore sent = new PointOrderStore(web.database);
    all.put("sent to points", () -> sent.between(FROM, TO.plusSeconds(7200), Scope.CITY));
    all.put(
        "collection",
        () ->
            new CollectionQueries(web.database)
                .between(FROM, TO, Scope.CITY).stream()
                    .filter(r -> r.pointId().startsWith(OtherCompany.MARK))
                    .toList());
  }

  @Test
  void theCitySeesByEveryQueryWhatTheOthersMustNot() throws Exception {
    List<String> blind = new ArrayList<>();
    for (Map.Entry<String, Callable<Object>> query : queries().entrySet()) {
      if (!isMarked(query.getValue().call())) {
        blind.add(query.getKey());
      }
    }
    assertEquals(List.of(), blind);
  }

  @Test
  void aCompanySeesItByNoneThoughEachForgetsItsScope() throws Exception {
    for (Scope scope : List.of(Scope.ofCompany(1), Scope.NOTHING, Scope.ofSquad(3))) {
      List<String> leaks = new ArrayList<>();
      for (Map.Entry<String, Callable<Object>> query : queries().entrySet()) {
        Object found = ReadAs.call(scope, query.getValue());
        // law enforcement may know which companies there are
        boolean named = scope.reach() == Scope.Reach.SQUAD && query.getKey().equals("sides");
        if (isMarked(found) && !named) {
          leaks.add(query.getKey() + " " + found);
        }
      }
      assertEquals(List.of(), leaks, scope.toString());
    }
  }

  @Test
  void aCompanySeesItsOwnAsBefore() throws Exception {
    Scope own = Scope.ofCompany(1);
    FleetQueries fleet = new FleetQueries(web.database);
    assertEquals(fleet.vehicles(own), ReadAs.call(own, () -> fleet.vehicles(own)));
    TrackQueries tracks = new TrackQueries(web.database);
    assertFalse(tracks.track(TestWeb.TRUCK, FROM, TO).isEmpty());
    assertEquals(
        tracks.track(TestWeb.TRUCK, FROM, TO),
        ReadAs.call(own, () -> tracks.track(TestWeb.TRUCK, FROM, TO)));
  }

  @Test
  void aDistrictSeesTheCompaniesThatAreFiledUnderIt() throws Exception {
    Scope district = Scope.ofDistrict(77, List.of(1));
    FleetQueries fleet = new FleetQueries(web.database);
    List<String> plates =
        ReadAs.call(district, () -> fleet.vehicles(Scope.CITY)).stream()
            .map(FleetQueries.VehicleRow::plate)
            .toList();
    assertEquals(List.of(TestWeb.TRUCK), plates);
  }

  @Test
  void theReaderComesAtNoSecretAndWritesNothing() {
    for (String sql :
        List.of(
            "select password_hash from app_user",
            "select * from session",
            "select * from api_token",
            "select * from audit",
            "select * from public.positions",
            "select * from public.evidence_positions",
            "delete from vehicle where id = 1",
            "update alert set severity = 1")) {
      StoreException refused =
          assertThrows(
              StoreException.class,
              () ->
                  ReadAs.call(
                      Scope.ofCompany(1), () -> web.database.query(sql, row -> row.getString(1))),
              sql);
      assertTrue(refused.getMessage().contains("permission denied"), refused.getMessage());
    }
  }

  @Test
  void whatItMayReadIsBoundOrTheCitys() {
    assertEquals(
        List.of(
            "case_limit_version",
            "exemption",
            "incident_report",
            "office_day",
            "place",
            "report_standard",
            "road_ban",
            "segment",
            "setting",
            "site_progress",
            "underpass",
            "water_closure",
            "weather"),
        web.database.query(
            "select relname from pg_class where relnamespace = 'public'::regnamespace"
                + " and relkind in ('r', 'p', 'v') and not relrowsecurity"
                + " and has_table_privilege('qingtu_reader', oid, 'select') order by 1",
            row -> row.getString(1)));
  }

  @Test
  void aThreadIsBoundNoLongerThanItsWork() throws Exception {
    int all = new FleetQueries(web.database).vehicles(Scope.CITY).size();
    assertThrows(
        IllegalStateException.class,
        () ->
            ReadAs.call(
                Scope.NOTHING,
                () -> {
                  throw new IllegalStateException("work that fails");
                }));
    assertEquals(all, new FleetQueries(web.database).vehicles(Scope.CITY).size());
    assertEquals(
        List.of("public"), web.database.query("select current_schema()", row -> row.getString(1)));
  }

  private static boolean isMarked(Object found) {
    String text = found.toString();
    return OtherCompany.MARKS.stream().anyMatch(text::contains);
  }
}
