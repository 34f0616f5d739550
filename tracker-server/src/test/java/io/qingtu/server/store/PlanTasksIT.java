package io.qingtu.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.fixtures.city.SampleCity;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.CollectionPoint;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.Operation;
import io.qingtu.route.plan.Requirement;
import io.qingtu.route.plan.Validity;
import io.qingtu.server.dataset.DataSet;
import io.qingtu.server.dataset.DataSetException;
import io.qingtu.server.dataset.PlanLayer;
import io.qingtu.server.dataset.PlanRow;
import io.qingtu.server.dataset.Times;
import io.qingtu.server.store.PlanEditStore.Edit;
import io.qingtu.server.store.PlanEditStore.Editor;
import io.qingtu.server.store.PlanEditStore.RefusedEditException;
import io.qingtu.server.store.PlanVersion.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is to be cleaned and collected is planned anew, and no window of the past with it. */
class PlanTasksIT {
  private static final Instant NOW = Instant.parse("2026-11-18T04:00:00Z");
  private static final Instant TOMORROW = Instant.parse("2026-11-18T16:00:00Z");
  private static final DailyHours NOON = new DailyHours(LocalTime.of(11, 0), LocalTime.of(13, 0));

  @TempDir private Path folder;

  private TestDatabase server;
  private Database database;
  private PlanStore plans;
  private PlanEditStore edits;
  private CityPlan files;
  private int user;

  @BeforeEach
  void open() throws IOException {
    server = TestDatabase.forClass(getClass());
    database = new Database(Database.Config.of(server.url()));
    plans = new PlanStore(database);
    edits = new PlanEditStore(database);
    SampleCity.standard().write(folder);
    files = DataSet.readPlan(folder);
    plans.write(files);
    database.update(
        "insert into app_user (login, display_name, role, password_hash)"
            + " values ('huan', '环卫管理员', 'SANITATION', '')");
    user = (int) server.ask("select id from app_user");
  }

  @AfterEach
  void close() {
    database.close();
    server.close();
  }

  private void edit(PlanLayer<?> layer, PlanRow row, int seen, boolean correction, Instant now)
      throws RefusedEditException {
    edits.apply(
        List.of(new Edit(layer, row, seen, correction)),
        new Editor(user, "127.0.0.1", now, now, Origin.PAGE, "排班调整"));
  }

  private void change(Requirement r, int seen, Instant now) throws RefusedEditException {
    edit(PlanLayer.REQUIREMENTS, PlanLayer.REQUIREMENTS.write(r), seen, false, now);
  }

  private static Requirement at(DailyHours hours, Requirement r) {
    return new Requirement(
        r.id(),
        r.segmentId(),
        r.grade(),
        r.sides(),
        r.op(),
        r.passes(),
        hours,
        r.days(),
        r.contractor(),
        r.per());
  }

  private static Validity until(Instant end) {
    return new Validity(Instant.MIN, end);
  }

  private static Validity from(Instant begin) {
    return new Validity(begin, Instant.MAX);
  }

  private List<Requirement> versions(String id) {
    return plans.read().requirements().stream().filter(r -> r.id().equals(id)).toList();
  }

  @Test
  void aChangeCountsFromTheNextDayOn() throws RefusedEditException {
    Requirement old = files.requirements().get(0);
    Requirement noon = at(NOON, old);
    change(noon, 1, NOW);
    assertEquals(
        List.of(old.during(until(TOMORROW)), noon.during(from(TOMORROW))), versions(old.id()));
    assertEquals(files.requirements().size() + 1, plans.read().requirements().size());
    DailyHours night = new DailyHours(LocalTime.of(23, 0), LocalTime.of(1, 0));
    change(at(night, old), 2, NOW.plusSeconds(3600));
    assertEquals(
        List.of(old.during(until(TOMORROW)), at(night, old).during(from(TOMORROW))),
        versions(old.id()),
        "what never began was never asked for");
  }

  @Test
  void whatEndsIsNotAskedForFromThenOnAndWhatHadBegunIs() throws RefusedEditException {
    Requirement old = files.requirements().get(0);
    change(old.during(until(NOW.plusSeconds(60))), 1, NOW);
    assertEquals(
        List.of(old.during(until(NOW)), old.during(new Validity(NOW, NOW.plusSeconds(60)))),
        versions(old.id()));
    change(old, 2, NOW.plusSeconds(120));
    assertEquals(
        List.of(
            old.during(until(NOW)),
            old.during(new Validity(NOW, NOW.plusSeconds(60))),
            old.during(from(NOW.plusSeconds(120)))),
        versions(old.id()),
        "and begins again");
  }

  @Test
  void whatEndsBeforeItChangesEndsOnTheTermsOfToday() throws RefusedEditException {
    Requirement old = files.requirements().get(0);
    change(at(NOON, old), 1, NOW);
    Instant end = NOW.plusSeconds(60);
    change(at(NOON, old).during(until(end)), 2, NOW);
    assertEquals(List.of(old.during(until(end))), versions(old.id()));
  }

  @Test
  void whatChangesAndEndsTodayIsNotAskedForOnOtherTermsToday() throws RefusedEditException {
    Requirement old = files.requirements().get(0);
    Instant end = NOW.plusSeconds(60);
    change(at(NOON, old).during(until(end)), 1, NOW);
    assertEquals(List.of(old.during(until(end))), versions(old.id()));
    Instant later = TOMORROW.plusSeconds(3600);
    Requirement other = files.requirements().get(1);
    change(at(NOON, other).during(until(later)), 1, NOW);
    assertEquals(
        List.of(
            other.during(until(TOMORROW)), at(NOON, other).during(new Validity(TOMORROW, later))),
        versions(other.id()));
  }

  @Test
  void aNewLineCountsAtOnce() throws RefusedEditException {
    Requirement old = files.requirements().get(0);
    PlanRow row = PlanLayer.REQUIREMENTS.write(at(NOON, old)).with("requirement_id", "Q-new");
    edit(PlanLayer.REQUIREMENTS, row, 0, false, NOW);
    assertEquals(NOW, versions("Q-new").get(0).validity().from());
  }

  @Test
  void whatWasAskedForOfWhomIsNotRewritten() {
    PlanRow row = PlanLayer.REQUIREMENTS.write(files.requirements().get(0));
    for (PlanRow other :
        List.of(
            row.with("contractor", "别的单位"),
            row.with("op", "FLUSH"),
            row.with("per", "WEEK"),
            row.with("grade", "LANE"))) {
      RefusedEditException refused =
          assertThrows(
              RefusedEditException.class, () -> edit(PlanLayer.REQUIREMENTS, other, 1, false, NOW));
      assertTrue(refused.getMessage().contains("does not change"), refused.getMessage());
    }
    assertThrows(
        RefusedEditException.class,
        () -> edit(PlanLayer.REQUIREMENTS, row.with("passes", "2"), 1, true, NOW));
    assertEquals(files.requirements(), plans.read().requirements());
  }

  @Test
  void aPointIsWhereItIsAndDueInOtherHoursTomorrow() throws RefusedEditException {
    CollectionPoint old = files.collectionPoints().get(0);
    PlanRow row =
        PlanLayer.COLLECTION_POINTS
            .write(old)
            .with("lon", "119.1234567")
            .with("window_from", "11:00");
    edit(PlanLayer.COLLECTION_POINTS, row, 1, false, NOW);
    List<CollectionPoint> versions =
        plans.read().collectionPoints().stream().filter(p -> p.id().equals(old.id())).toList();
    assertEquals(old.window(), versions.get(0).window());
    assertEquals(until(TOMORROW), versions.get(0).validity());
    assertEquals(LocalTime.of(11, 0), versions.get(1).window().from());
    assertEquals(from(TOMORROW), versions.get(1).validity());
    assertEquals(
        List.of(119.1234567, 119.1234567),
        versions.stream().map(CollectionPoint::longitude).toList());
  }

  @Test
  void aFileChangesTheDaysToComeAlone() {
    Requirement old = files.requirements().get(0);
    List<Requirement> lines = new ArrayList<>(files.requirements());
    lines.set(0, at(NOON, old));
    plans.write(files.withTasks(lines, files.collectionPoints()));
    List<Requirement> versions = versions(old.id());
    assertEquals(2, versions.size());
    Instant begin = versions.get(1).validity().from();
    assertEquals(begin, Times.validFrom(Times.format(begin).substring(0, 10)), "midnight");
    assertTrue(begin.isAfter(Instant.now()), "of a day to come");
    assertEquals(old.during(until(begin)), versions.get(0));
    plans.write(files.withTasks(lines, files.collectionPoints()));
    assertEquals(versions, versions(old.id()), "the same file again is no change");
  }

  @Test
  void aFileRewritesNothingThatWasAskedForOfSomebody() {
    Requirement old = files.requirements().get(0);
    List<Requirement> lines = new ArrayList<>(files.requirements());
    PlanRow row = PlanLayer.REQUIREMENTS.write(old).with("contractor", company(1));
    lines.set(0, PlanLayer.REQUIREMENTS.read(row));
    CityPlan other = files.withTasks(lines, files.collectionPoints());
    DataSetException refused = assertThrows(DataSetException.class, () -> plans.write(other));
    assertTrue(refused.getMessage().contains("requirements.csv, " + old.id()), refused::getMessage);
    assertEquals(files.requirements(), plans.read().requirements());
  }

  @Test
  void aLineThatALaterFileBringsIsDueFromTheNextDayOn() {
    PlanRow row = PlanLayer.REQUIREMENTS.write(files.requirements().get(0));
    List<Requirement> lines = new ArrayList<>(files.requirements());
    lines.add(PlanLayer.REQUIREMENTS.read(row.with("requirement_id", "Q-late")));
    plans.write(files.withTasks(lines, files.collectionPoints()));
    assertEquals(1, versions("Q-late").size());
    assertTrue(versions("Q-late").get(0).validity().from().isAfter(Instant.now()));
  }

  @Test
  void whatGaveWayLongBeforeAPeriodIsNotRead() throws RefusedEditException {
    Requirement old = files.requirements().get(0);
    change(at(NOON, old), 1, NOW);
    Validity soon = new Validity(TOMORROW, TOMORROW.plusSeconds(1));
    assertEquals(2, count(plans.read(soon), old.id()));
    Validity later = new Validity(NOW.plusSeconds(9 * 86_400), Instant.MAX);
    assertEquals(1, count(plans.read(later), old.id()));
  }

  private static long count(CityPlan plan, String id) {
    return plan.requirements().stream().filter(r -> r.id().equals(id)).count();
  }

  @Test
  void anAlertIsAboutItsContractorThoughTheLineIsToChangeTomorrow() throws RefusedEditException {
    Requirement old =
        files.requirements().stream()
            .filter(r -> r.op() == Operation.SWEEP && r.grade().isPresent())
            .findFirst()
            .orElseThrow();
    String road =
        files.segments().stream()
            .filter(s -> s.grade() == old.grade().orElseThrow())
            .findFirst()
            .orElseThrow()
            .id();
    for (Requirement r : files.requirements()) {
      if (r.op() == Operation.SWEEP && r.grade().equals(old.grade())) {
        change(r.during(from(NOW.plusSeconds(86_400))), 1, NOW);
      }
    }
    assertEquals(old.contractor(), about("A1", NOW.minusSeconds(1), road), "begun before");
    assertNull(about("A2", NOW.plusSeconds(1), road), "nobody had to");
    assertEquals(old.contractor(), about("A3", NOW.plusSeconds(86_400), road));
  }

  @Test
  void anAlertIsAboutWhoeverHadContractedWhenItsWindowBegan() {
    database.update(
        "insert into requirement (id, segment_id, side, op, passes, window_from, window_to, days,"
            + " contractor, valid_from, valid_to)"
            + " values ('QA', 'SX', 'FWD', 'SWEEP', 1, '04:00', '08:00', '1', ?, null, ?),"
            + " ('QB', 'SX', 'FWD', 'SWEEP', 1, '04:00', '08:00', '1', ?, ?, null)",
        company(0),
        NOW,
        company(1),
        NOW);
    assertEquals(company(0), about("B1", NOW.minusSeconds(1), "SX"));
    assertEquals(company(1), about("B2", NOW, "SX"));
  }

  private String company(int index) {
    return files.requirements().stream()
        .map(Requirement::contractor)
        .distinct()
        .toList()
        .get(index);
  }

  private String about(String key, Instant start, String segment) {
    database.update(
        "insert into alert (key, rule, start_time, decided_time, grade, severity, status, reason,"
            + " place_id, permit_id, trip_id, segment_ids, unit, rule_version, decision, created_at,"
            + " updated_at) values (?, 'S01', ?, ?, 'B', 2, 'ENDED', 'SWEEP FWD', '', '', '', ?,"
            + " '', '1', '[]', ?, ?)",
        key,
        start,
        start,
        new String[] {segment},
        start,
        start);
    return database
        .query(
            "select string_agg(c.name, ',') names from alert a, company c"
                + " where a.key = ? and c.id = any(a.contractors)",
            row -> row.getString("names"),
            key)
        .get(0);
  }
}
