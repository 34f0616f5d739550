package io.qingtu.web.server;

import static io.qingtu.web.server.OtherCompany.LAT;
import static io.qingtu.web.server.OtherCompany.LON;
import static io.qingtu.web.server.OtherCompany.MARK;
import static io.qingtu.web.server.OtherCompany.NAME;
import static io.qingtu.web.server.OtherCompany.PLATE;
import static io.qingtu.web.server.TestWeb.NOW;

import io.qingtu.route.plan.Validity;
import io.qingtu.server.dataset.PlanRow;
import io.qingtu.server.store.DriverStore;
import io.qingtu.server.store.DriverStore.Filing;
import io.qingtu.server.store.DriverStore.Particulars;
import io.qingtu.server.store.ExemptionFiles;
import io.qingtu.server.store.LayUpStore;
import io.qingtu.server.store.PermitRequestRow.Decision;
import io.qingtu.server.store.PermitRequestStore;
import io.qingtu.server.store.PermitRequestStore.Decider;
import io.qingtu.server.store.PermitRequestStore.NewRequest;
import io.qingtu.server.store.Scope;
import io.qingtu.server.store.TurnStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the analysis has found of the other company: its stays, its sweeping, its collecting. */
final class OtherCompanyWork {
  private final OtherCompany company;

  OtherCompanyWork(OtherCompany company) {
    this.company = company;
  }

  void file() {
    stays();
    sweeping();
    collection();
    exemption();
    load();
    company.web.database.update(
        "insert into driver_card (vehicle_id, time, licence, id_number, name)"
            + " values (?, ?, ?, '', ?)",
        company.vehicle,
        NOW.minusSeconds(600),
        MARK,
        MARK);
    company.web.database.update(
        "insert into shift_entry (desk_id, user_id, at, kind, text) select id, 1, ?, 'NOTE', ?"
            + " from company where name = ?",
        NOW,
        MARK,
        NAME);
  }

  /** Its truck is not to run in the next week. */
  long layUp() {
    return new LayUpStore(company.web.database)
        .add(
            new LayUpStore.NewLayUp(
                company.vehicle,
                new Validity(NOW.plus(Duration.ofDays(7)), NOW.plus(Duration.ofDays(9))),
                MARK,
                company.user()),
            NOW,
            Duration.ZERO);
  }

  /** One permit that it asks for waits, and of one it was told what is wrong. */
  long permitRequest() {
    PermitRequestStore requests = new PermitRequestStore(company.web.database);
    requests.close(
        ask(requests, MARK + "-A"), Decision.REFUSED, new Decider(1, "192.0.2.1", NOW, NOW, MARK));
    return ask(requests, MARK + "-B");
  }

  private long ask(PermitRequestStore requests, String permit) {
    Map<String, String> columns =
        Map.of("permit_id", permit, "plate", PLATE, "site_id", "P1", "disposal_ids", "P2");
    return requests.add(
        new NewRequest(
            company.id,
            company.vehicle,
            new PlanRow("", "", columns, Optional.empty()),
            0,
            MARK,
            company.user()),
        NOW);
  }

  long driver() {
    Filing filing = new Filing(MARK, company.user(), NOW);
    long driver =
        new DriverStore(company.web.database)
            .add(company.id, MARK, new Particulars(MARK, null, false), filing);
    new TurnStore(company.web.database)
        .add(
            new TurnStore.NewTurn(
                driver,
                company.vehicle,
                new Validity(NOW.plus(Duration.ofDays(7)), NOW.plus(Duration.ofDays(9)))),
            filing,
            Scope.CITY,
            Duration.ZERO);
    return driver;
  }

  private void stays() {
    company.web.database.update(
        "insert into suspect_stay values (?, ?, ?, ?, ?, ?, ?, 0.9, true, '[]')",
        company.vehicle,
        NOW.minusSeconds(1200),
        NOW.minusSeconds(900),
        MARK + "-T",
        MARK + "-Z",
        LON,
        LAT);
    company.web.database.update(
        "insert into rest_place (vehicle_id, lon, lat, stays, first_time, last_time)"
            + " values (?, ?, ?, 5, ?, ?)",
        company.vehicle,
        LON,
        LAT,
        NOW.minusSeconds(9000),
        NOW.minusSeconds(600));
  }

  /** One road that is this company's to sweep, and one of the first company that it was seen on. */
  private void sweeping() {
    company.web.database.update(
        "insert into requirement (id, segment_id, side, op, passes, window_from, window_to, days,"
            + " contractor) values (?, 'S1', 'FWD', 'SWEEP', 1, '04:00', '08:00', '1', ?),"
            + " ('QX', 'S1', 'FWD', 'SWEEP', 1, '04:00', '08:00', '1', '甲公司')",
        MARK + "-Q",
        NAME);
    for (String requirement : List.of(MARK + "-Q", "QX")) {
      company.web.database.update(
          "insert into pass_result values (?, 'S1', 'FWD', 'SWEEP', ?, ?, 1, 1, 1, 'DONE', null,"
              + " null, ?)",
          requirement,
          NOW,
          NOW.plusSeconds(3600),
          new String[] {PLATE});
    }
  }

  private void exemption() {
    long request =
        company
            .web
            .database
            .updateReturning(
                "insert into exemption_request (kind, companies, from_time, to_time, reason, evidence,"
                    + " asked_by, asked_at) values ('CLOSURE',"
                    + " array(select id from company where name = ?), ?, ?, ?, 'permit', 1, ?)"
                    + " returning id",
                row -> row.getLong(1),
                NAME,
                NOW,
                NOW.plusSeconds(3600),
                MARK,
                NOW)
            .get(0);
    new ExemptionFiles(company.web.database, company.web.media.folder())
        .file(
            new ExemptionFiles.NewFile(request, 1, "other-file", "jpg"),
            OtherCompany.picture(),
            NOW);
  }

  /** A load from a site that nobody else has to do with. */
  private void load() {
    company.web.database.update(
        "insert into trip (id, vehicle_id, permit_id, site_id, out_time, end_kind, end_place_id,"
            + " end_time, grade, distance_m, cover_open_s, cover_open_m, cover_known_m,"
            + " max_speed_kmh, observed_share, waybill_id, waybill_match)"
            + " select ?, id, '', ?, ?, 'UNEXPLAINED', '', null, 'C', 9000, 0, 0, 0, 50, 0.2, '', ''"
            + " from vehicle where plate = ?",
        MARK + "-T-own",
        MARK + "-S",
        NOW.minusSeconds(1700),
        PLATE);
  }

  /**
   * One point that is this company's to serve, and one of the first company that it was seen at.
   */
  private void collection() {
    company.web.database.update(
        "insert into collection_point values (?, ?, ?, '04:00', '08:00', '1', ?),"
            + " ('PX', 119.1, 36.7, '04:00', '08:00', '1', '甲公司')",
        MARK + "-P",
        LON,
        LAT,
        NAME);
    for (String point : List.of(MARK + "-P", "PX")) {
      company.web.database.update(
          "insert into point_duty values (?, ?, ?, 'SERVED', true, ?, 'STOP', ?, ?, 0, 0)",
          point,
          NOW,
          NOW.plusSeconds(3600),
          PLATE,
          NOW,
          NOW);
      company.web.database.update(
          "insert into point_order (point_id, window_end, vehicle_id, user_id, at)"
              + " select ?, ?, v.id, (select min(id) from app_user), ? from vehicle v"
              + " where plate = ?",
          point,
          NOW.plusSeconds(3600),
          NOW,
          PLATE);
    }
  }
}
