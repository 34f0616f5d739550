package io.qingtu.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.Validity;
import io.qingtu.route.report.Period;
import io.qingtu.route.scoring.Judged;
import io.qingtu.server.store.DriverStore.Filing;
import io.qingtu.server.store.DriverStore.Particulars;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose the points of a violation are that was confirmed an hour into the week. */
class DriverPointsIT {
  private static final Period WEEK = Period.parse("2026-W46");
  private static final Instant THEN = WEEK.start().plusSeconds(3600);
  private static final String PLATE = "鲁V00001";

  private TestDatabase server;
  private Database database;

  @BeforeEach
  void open() {
    server = TestDatabase.forClass(getClass());
    database = new Database(Database.Config.of(server.url()));
    database.update("insert into company (name) values ('甲公司')");
    database.update(
        "insert into vehicle (plate, kind, company_id, sensors) values (?, 'MUCK_TRUCK', 1, '')",
        PLATE);
    database.update(
        "insert into app_user (login, display_name, role, password_hash) values ('a', 'a', 'x', '')");
    Alert alert =
        new AlertDraft("M03", PLATE, "1", THEN, THEN.plusSeconds(30))
            .severity(2)
            .grade(Grade.B)
            .end(THEN.plusSeconds(60))
            .build();
    assertEquals(AlertStatus.ENDED, alert.status());
    long id = new AlertStore(database).publish(List.of(alert), THEN.plusSeconds(60)).get(0).id();
    database.update(
        "insert into review (alert_id, revision, user_id, decision, reason, at)"
            + " values (?, 1, 1, 'CONFIRMED', '', ?)",
        id,
        THEN.plusSeconds(90));
  }

  @AfterEach
  void close() {
    database.close();
    server.close();
  }

  private void drives(String licence, int fromSeconds, int toSeconds) {
    Filing filing = new Filing("shift", 1, THEN);
    long driver =
        new DriverStore(database).add(1, licence, new Particulars("n", null, false), filing);
    Validity period = new Validity(THEN.plusSeconds(fromSeconds), THEN.plusSeconds(toSeconds));
    new TurnStore(database)
        .add(new TurnStore.NewTurn(driver, 1, period), filing, Scope.CITY, Duration.ofDays(1));
  }

  private Set<String> charged() {
    return new HandlingQueries(database)
        .of(WEEK, new PlanStore(database).read(), Optional.empty()).judged().stream()
            .map(Judged::driver)
            .collect(Collectors.toSet());
  }

  @Test
  void areTheirsWhoDrovePerTheCompanyAtThatMoment() {
    assertEquals(Set.of(""), charged(), "nobody knows");
    drives("X1", -3600, 1);
    drives("X2", 1, 3600);
    assertEquals(Set.of("X1"), charged());
  }

  @Test
  void areNobodysWhereTwoMayHaveDriven() {
    drives("X1", -3600, 3600);
    drives("X2", -60, 60);
    assertEquals(Set.of(""), charged());
  }

  @Test
  void areTheirsWhoShowedThemselvesWhateverTheCompanySays() {
    drives("X1", -3600, 3600);
    database.update(
        "insert into identity_record (plate, time, kind, value) values (?, ?, 'DRIVER', 'X9')",
        PLATE,
        THEN.minusSeconds(600));
    assertEquals(Set.of("X9"), charged());
  }
}
