package io.qingtu.web.server;

import io.qingtu.route.report.Edition;
import io.qingtu.route.report.Period;
import io.qingtu.route.report.SignOff.Move;
import io.qingtu.route.report.SignOff.Signature;
import io.qingtu.route.report.SignOff.Step;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.LedgerQueries;
import io.qingtu.server.store.OrganisationQueries;
import io.qingtu.server.store.ReportRunStore;
import io.qingtu.server.store.ReportRunStore.Run;
import io.qingtu.web.frozen.ReportFreezer;
import io.qingtu.web.report.Masthead;
import io.qingtu.web.report.Sources;
import java.time.Instant;

/** Reports that are frozen of little data, and issued by whom nobody asks whether they may. */
final class IssuedReports {
  private final Database database;
  private final ReportRunStore runs;

  IssuedReports(Database database) {
    this.database = database;
    this.runs = new ReportRunStore(database);
    database.update(
        "insert into company (name, kind) values ('东区', 'DISTRICT') on conflict do nothing");
    database.update(
        "update company set district_id = (select id from company where name = '东区')"
            + " where name = '甲公司'");
  }

  /** The formal report of a week in which both vehicles were seen. */
  Run frozen(Period week) {
    database.update(
        "insert into quality_day (vehicle_id, day, received, accepted, dropped, observed_share,"
            + " sensor_health, distance_km, continuous_km)"
            + " select id, ?, 10, 9, '{\"C05\":1}', 0.9, '{}', 5, 5 from vehicle"
            + " on conflict do nothing",
        week.first().plusDays(2));
    new ReportFreezer(
            new LedgerQueries(database),
            runs,
            new OrganisationQueries(database),
            () -> Masthead.of("测试市", true),
            Sources.NONE)
        .run(Edition.FORMAL.due(week));
    return runs.find(week, Edition.FORMAL).orElseThrow();
  }

  /** The same, issued. */
  Run issued(Period week) throws ReportRunStore.RefusedException {
    Run run = frozen(week);
    runs.add(run.id(), 0, step(Move.REVIEW, "jian", "李审核"));
    runs.add(run.id(), 1, step(Move.ISSUE, "ling", "赵签发"));
    return run;
  }

  private Step step(Move move, String login, String name) {
    int id =
        database
            .query("select id from app_user where login = ?", row -> row.getInt("id"), login)
            .get(0);
    return new Step(move, new Signature(id, name, Instant.now()), "", "");
  }
}
