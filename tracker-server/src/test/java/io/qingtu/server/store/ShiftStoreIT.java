package io.qingtu.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.server.store.ShiftRefusal.Why;
import io.qingtu.server.store.ShiftStore.Kind;
import io.qingtu.server.store.ShiftStore.Line;
import io.qingtu.server.store.ShiftStore.NewLine;
import io.qingtu.server.store.ShiftStore.OnDuty;
import io.qingtu.server.store.ShiftStore.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The nights of 1 and 2 at the city's desk; 3 belongs to a district. */
class ShiftStoreIT {
  private static final Instant NOW = Instant.parse("2026-11-18T14:00:00Z");
  private static final int CITY = 0;
  private static final int DISTRICT = 1;

  private TestDatabase server;
  private Database database;
  private ShiftStore store;

  @BeforeEach
  void open() {
    server = TestDatabase.forClass(getClass());
    database = new Database(Database.Config.of(server.url()));
    store = new ShiftStore(database);
    database.update(
        "insert into company (name, kind) values ('East', 'DISTRICT'), ('Haul', 'OPERATOR')");
    database.update(
        "insert into app_user (login, display_name, role, password_hash)"
            + " select 'u' || n, 'U' || n, 'SUPERVISOR', '' from generate_series(1, 4) n");
  }

  @AfterEach
  void close() {
    database.close();
    server.close();
  }

  private long add(Kind kind, int user, String text, long handover) {
    return store.add(
        new NewLine(kind, CITY, user, text, List.of(), handover),
        Scope.CITY,
        NOW.plusSeconds(user));
  }

  private List<String> onDuty() {
    return store.onDuty(CITY).stream().map(OnDuty::name).toList();
  }

  private static void assertRefused(Why why, Executable action) {
    assertEquals(why, assertThrows(ShiftRefusal.class, action).why());
  }

  @Test
  void aShiftGoesFromOneToTheNext() {
    add(Kind.BEGIN, 1, "", 0);
    assertEquals(List.of(new OnDuty(1, "U1", NOW.plusSeconds(1))), store.onDuty(CITY));
    add(Kind.NOTE, 1, "rain since 22:00", 0);
    long handover =
        store.add(
            new NewLine(Kind.HAND_OVER, CITY, 1, "calm", List.of("call Haul", "case 7"), 0),
            Scope.CITY,
            NOW);
    assertEquals(List.of(), onDuty());
    assertEquals(List.of(handover), store.waiting(CITY).stream().map(Line::id).toList());
    add(Kind.TAKE_OVER, 2, "", handover);
    assertEquals(List.of("U2"), onDuty());
    assertEquals(List.of(), store.waiting(CITY));
    List<Line> lines = store.page(CITY, Optional.empty(), 10);
    assertEquals(
        List.of(Kind.TAKE_OVER, Kind.HAND_OVER, Kind.NOTE, Kind.BEGIN),
        lines.stream().map(Line::kind).toList());
    assertEquals(handover, lines.get(0).handover());
    assertEquals(List.of("call Haul", "case 7"), lines.get(1).items());
    assertEquals(new Standing(0, 0, 0, 0), lines.get(1).standing());
    assertEquals(
        List.of(Kind.NOTE, Kind.BEGIN),
        store.page(CITY, Optional.of(handover), 10).stream().map(Line::kind).toList());
  }

  @Test
  void refusesWhatDoesNotGoWithWhoIsOnDuty() {
    assertRefused(Why.OFF_DUTY, () -> add(Kind.NOTE, 1, "x", 0));
    assertRefused(Why.OFF_DUTY, () -> add(Kind.HAND_OVER, 1, "x", 0));
    add(Kind.BEGIN, 1, "", 0);
    assertRefused(Why.ON_DUTY, () -> add(Kind.BEGIN, 1, "", 0));
    add(Kind.BEGIN, 2, "", 0);
    long handover = add(Kind.HAND_OVER, 1, "x", 0);
    assertEquals(List.of("U2"), onDuty(), "the colleague stays");
    assertRefused(Why.OFF_DUTY, () -> add(Kind.NOTE, 1, "x", 0));
    assertRefused(Why.OWN, () -> add(Kind.TAKE_OVER, 1, "", handover));
    assertRefused(Why.UNKNOWN, () -> add(Kind.TAKE_OVER, 3, "", handover + 1));
    add(Kind.TAKE_OVER, 2, "", handover);
    assertRefused(Why.TAKEN, () -> add(Kind.TAKE_OVER, 3, "", handover));
    assertEquals(
        NOW.plusSeconds(2), store.onDuty(CITY).get(0).since(), "on duty since the beginning");
    add(Kind.BEGIN, 1, "", 0);
    assertEquals(List.of("U1", "U2"), onDuty());
  }

  @Test
  void aHandoverIsTakenByOneOfManyWhoComeAtOnce() throws Exception {
    add(Kind.BEGIN, 1, "", 0);
    long handover = add(Kind.HAND_OVER, 1, "x", 0);
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      List<Callable<Boolean>> asks = new ArrayList<>();
      for (int user = 2; user <= 4; user++) {
        int by = user;
        asks.add(
            () -> {
              try {
                return add(Kind.TAKE_OVER, by, "", handover) > 0;
              } catch (ShiftRefusal e) {
                return false;
              }
            });
      }
      int taken = 0;
      for (Future<Boolean> answer : threads.invokeAll(asks)) {
        taken += answer.get() ? 1 : 0;
      }
      assertEquals(1, taken);
      assertEquals(1, onDuty().size());
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void keepsTheDesksApart() throws Exception {
    Scope east = Scope.ofDistrict(DISTRICT, List.of());
    store.add(new NewLine(Kind.BEGIN, DISTRICT, 3, "", List.of(), 0), east, NOW);
    long handover =
        store.add(new NewLine(Kind.HAND_OVER, DISTRICT, 3, "x", List.of(), 0), east, NOW);
    assertEquals(List.of(), store.page(CITY, Optional.empty(), 10));
    assertRefused(Why.UNKNOWN, () -> add(Kind.TAKE_OVER, 1, "", handover));
    assertEquals(2, store.page(DISTRICT, Optional.empty(), 10).size());
    assertEquals(2, ReadAs.call(east, () -> store.page(DISTRICT, Optional.empty(), 10)).size());
    assertEquals(
        List.of(),
        ReadAs.call(
            Scope.ofDistrict(9, List.of()), () -> store.page(DISTRICT, Optional.empty(), 10)));
  }

  @Test
  void aHandoverCarriesWhatStoodOpenAndStaysAsItWas() {
    database.update("insert into vehicle (plate, kind, company_id) values ('V', 'MUCK_TRUCK', 2)");
    alert("a", "A", NOW.minusSeconds(60), "OPEN");
    alert("b", "B", NOW.minusSeconds(86_399), "ENDED");
    alert("c", "C", NOW.minusSeconds(60), "OPEN");
    alert("d", "A", NOW.minusSeconds(86_400), "OPEN");
    alert("e", "A", NOW.minusSeconds(60), "RETRACTED");
    database.update(
        "insert into case_file (type, title, found_at, accepted_at, stage, since, due_at, company_id)"
            + " select 'DEVICE', '', ?, ?, stage, ?, due, 2 from (values ('FILED', ?::timestamptz),"
            + " ('HANDLING', ?::timestamptz), ('CLOSED', null)) s(stage, due)",
        NOW,
        NOW,
        NOW,
        NOW.minusMillis(1),
        NOW);
    Standing standing = new Standing(2, 2, 1, 0);
    assertEquals(standing, store.standing(Scope.CITY, NOW));
    assertEquals(standing, store.standing(Scope.ofDistrict(DISTRICT, List.of(2)), NOW));
    assertEquals(
        new Standing(0, 0, 0, 0), store.standing(Scope.ofDistrict(DISTRICT, List.of()), NOW));
    store.add(new NewLine(Kind.BEGIN, CITY, 1, "", List.of(), 0), Scope.CITY, NOW);
    store.add(new NewLine(Kind.HAND_OVER, CITY, 1, "x", List.of(), 0), Scope.CITY, NOW);
    database.update("update case_file set stage = 'CLOSED'");
    assertEquals(standing, store.page(CITY, Optional.empty(), 1).get(0).standing());
    for (String change : List.of("update shift_entry set text = 'y'", "delete from shift_entry")) {
      assertThrows(StoreException.class, () -> database.update(change), change);
    }
  }

  private void alert(String key, String grade, Instant start, String status) {
    database.update(
        "insert into alert (key, rule, vehicle_id, start_time, decided_time, grade, severity, status,"
            + " reason, place_id, permit_id, trip_id, segment_ids, unit, rule_version, decision,"
            + " created_at, updated_at) values"
            + " (?, 'M03', 1, ?, ?, ?, 2, ?, '', '', '', '', '{}', '', '1', '[]', ?, ?)",
        key,
        start,
        start,
        grade,
        status,
        start,
        start);
  }
}
