package io.qingtu.web.server;

import static io.qingtu.web.server.TestWeb.NOW;

import io.qingtu.protocol.field.Bytes;
import io.qingtu.route.acceptance.PhotoKind;
import io.qingtu.route.casework.Scene;
import io.qingtu.route.casework.WorkCalendar;
import io.qingtu.server.store.Account.Role;
import io.qingtu.server.store.AppealPhotos;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.InstallationPhotos;
import io.qingtu.server.store.LoginStore;
import io.qingtu.server.store.MediaKind;
import io.qingtu.server.store.MediaSource;
import io.qingtu.server.store.NewMedia;
import io.qingtu.server.store.NewSafetyAlarm;
import io.qingtu.server.store.NoticePhotos;
import io.qingtu.server.store.OddCount;
import io.qingtu.server.store.OddKey;
import io.qingtu.server.store.PositionRow;
import io.qingtu.server.store.PositionStore;
import io.qingtu.server.store.SafetyAlarmStore;
import io.qingtu.server.store.StoredAlert;
import io.qingtu.server.store.TakenPhoto;
import io.qingtu.server.store.TraitRow;
import io.qingtu.server.store.TraitStore;
import io.qingtu.server.store.UserStore;
import io.qingtu.web.http.Passwords;
import io.qingtu.web.http.Sessions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A company of which the system knows everything that it can know of one: a truck with track,
 * trips, alerts, reviews, pictures, safety alarms, commands, permits, stays and cases. Every text
 * of it, and its place on the map, occurs nowhere else.
 */
final class OtherCompany {
  /** In every text that is this company's. */
  static final String MARK = "d15c105edd";

  static final String PLATE = "鲁G" + MARK;
  static final String NAME = MARK + "渣土公司";
  static final String PHONE = "19876543210";
  static final double LON = 119.387654;
  static final double LAT = 36.787654;

  /** What must not be seen by others, as it would stand in an answer. */
  static final List<String> MARKS = List.of(MARK, PHONE, "119.38765", "36.78765", "119387654");

  static final String EVENT = MARK + "-E";

  static final String PERIOD =
      "from=" + NOW.minus(Duration.ofDays(1)) + "&to=" + NOW.plus(Duration.ofDays(1));

  final TestWeb web;
  final int id;
  final int vehicle;
  final long alert;
  final long lost;
  final long notice;

  /** With which it explains. */
  final long noticePhoto;

  /** Against the one that was confirmed. */
  final long appealPhoto;

  final long appeal;

  final long media;
  final long command;
  final long caseFile;

  /** A case of the first company's truck that this company's words have come into. */
  final long mergedCase;

  /** Of both cases, by the case's id. */
  final Map<Long, Long> photos;

  /** With a step and a photo. */
  final long installation;

  /** A case of this company's truck that the first company is to handle. */
  final long lentCase;

  /** Of its truck. */
  final long layUp;

  /** That waits. */
  final long permitRequest;

  /** Who drives its truck from next week on. */
  final long driver;

  final long turn;

  OtherCompany(TestWeb web) {
    this.web = web;
    Database database = web.database;
    id = one("insert into company (name) values (?) returning id", NAME);
    vehicle =
        one(
            "insert into vehicle (plate, kind, company_id, rated_load_t, sensors, operator)"
                + " values (?, 'MUCK_TRUCK', ?, 15.5, 'cover;lift', ?) returning id",
            PLATE,
            id,
            MARK);
    register();
    plan();
    new LoginStore(database)
        .open(
            Sessions.digest(MARK),
            user(),
            new LoginStore.Opening(
                "192.0.2.1", MARK, Instant.now(), Instant.now().plusSeconds(3600)));
    track();
    trip();
    StoredAlert dumped = web.raise("M02", PLATE, -1500, 3, MARK);
    alert = dumped.id();
    // three at one place are a hot spot
    web.raise("M02", PLATE, -1490, 3, MARK);
    web.raise("M02", PLATE, -1480, 3, MARK);
    lost = web.raise("M07", PLATE, -1400, 2, MARK).id();
    database.update(
        "update alert set lon = ?, lat = ?, trip_id = ?, permit_id = ? where vehicle_id = ?",
        LON,
        LAT,
        MARK + "-T",
        MARK + "-Z",
        vehicle);
    database.update(
        "insert into review (alert_id, revision, user_id, decision, reason, note, at)"
            + " values (?, 1, ?, 'CONFIRMED', '', ?, ?)",
        lost,
        user(),
        MARK,
        NOW);
    notice = notice();
    noticePhoto = noticePhoto();
    appealPhoto = appealPhoto();
    appeal = appeal();
    media = media();
    safetyAlarm();
    command = command();
    OtherCompanyWork work = new OtherCompanyWork(this);
    work.file();
    layUp = work.layUp();
    permitRequest = work.permitRequest();
    driver = work.driver();
    turn = number("select id from driver_turn where driver_id = ?", driver);
    installation = installation();
    OtherCompanyCases cases = new OtherCompanyCases(this);
    caseFile = cases.file;
    mergedCase = cases.merged;
    lentCase = cases.lent;
    photos = cases.photos;
  }

  /** Where a page ends that begins with what is this company's. */
  String cursor() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((NOW + "/9999").getBytes(StandardCharsets.US_ASCII));
  }

  private int one(String sql, Object... arguments) {
    return (int) number(sql, arguments);
  }

  long number(String sql, Object... arguments) {
    return web.database.query(sql, row -> row.getLong(1), arguments).get(0);
  }

  int user() {
    return one("select id from app_user where login = ?", MARK);
  }

  private void register() {
    new UserStore(web.database)
        .add(
            MARK,
            MARK + "调度",
            Role.DISPATCHER,
            Optional.of(NAME),
            Passwords.hash(TestWeb.PASSWORD));
    web.database.update(
        "insert into terminal (phone, vehicle_id, terminal_id) values (?, ?, ?)",
        PHONE,
        vehicle,
        MARK);
    Instant before = NOW.minusSeconds(3600);
    new TraitStore(web.database)
        .save(
            List.of(
                new TraitRow(
                    PHONE,
                    MARK,
                    MARK,
                    MARK,
                    "370700",
                    "",
                    MARK,
                    "2019",
                    "2019",
                    "standard",
                    "REGISTER",
                    true,
                    7,
                    before,
                    NOW,
                    "")),
            List.of(
                new OddCount(
                    PHONE,
                    new OddKey(OddKey.Kind.ITEM, 0x5a, 2, MARK),
                    1,
                    before,
                    NOW,
                    List.of(MARK))));
  }

  private void plan() {
    web.database.update(
        "insert into route (id, geometry) values (?, ?::jsonb)",
        MARK + "-R",
        "{\"type\":\"LineString\",\"coordinates\":[[%1$f,%2$f],[119.4,%2$f]]}".formatted(LON, LAT));
    web.database.update(
        "insert into permit (id, plate, site_id, disposal_ids, route_ids, valid_to)"
            + " values (?, ?, 'P1', 'P2', ?, ?)",
        MARK + "-Z",
        PLATE,
        MARK + "-R",
        NOW.plus(Duration.ofHours(5)));
    web.database.update(
        "insert into waybill (id, plate, site_id, disposal_id) values (?, ?, 'P1', 'P2')",
        MARK + "-W",
        PLATE);
    web.database.update(
        "insert into gate_event (camera_id, place_id, direction, time, plate, confidence)"
            + " values ('K1', 'P1', 'OUT', ?, ?, 1)",
        NOW.minusSeconds(1800),
        PLATE);
  }

  private void track() {
    List<PositionRow> rows = new ArrayList<>();
    for (int s = -1800; s <= -60; s += 60) {
      rows.add(new PositionRow(vehicle, TestWeb.position(PLATE, LON, LAT, s), new byte[0]));
    }
    new PositionStore(web.database).save(rows);
    web.database.update(
        "insert into quality_day (vehicle_id, day, received, accepted, dropped, observed_share,"
            + " sensor_health, distance_km, continuous_km)"
            + " values (?, '2026-11-18', 1, 1, '{}', 0.1, '{}', 1, 1)",
        vehicle);
  }

  private void trip() {
    web.database.update(
        "insert into trip (id, vehicle_id, permit_id, site_id, out_time, end_kind, end_place_id,"
            + " end_time, grade, distance_m, cover_open_s, cover_open_m, cover_known_m,"
            + " max_speed_kmh, observed_share, waybill_id, waybill_match) values (?, ?, ?, 'P1', ?,"
            + " 'UNEXPLAINED', '', ?, 'C', 9000, 0, 0, 0, 50, 0.2, ?, '')",
        MARK + "-T",
        vehicle,
        MARK + "-Z",
        NOW.minusSeconds(1800),
        NOW.minusSeconds(100),
        MARK + "-W");
    // so many in the week, and seen, that it is ranked; outside of the period that is asked for
    web.database.update(
        "insert into trip (id, vehicle_id, permit_id, site_id, out_time, end_kind, end_place_id,"
            + " end_time, grade, distance_m, cover_open_s, cover_open_m, cover_known_m,"
            + " max_speed_kmh, observed_share, waybill_id, waybill_match)"
            + " select ? || n, ?, ?, 'P1', ?, 'OK', 'P2', ?, 'A', 9000, 0, 0, 0, 50, 1, '', ''"
            + " from generate_series(1, 20) n",
        MARK + "-T",
        vehicle,
        MARK + "-Z",
        NOW.minus(Duration.ofDays(2)),
        NOW.minus(Duration.ofDays(2)).plusSeconds(600));
  }

  private long notice() {
    return number(
        "insert into alert_notice (alert_id, company_id, user_id, at, note)"
            + " values (?, ?, 1, ?, ?) returning id",
        alert,
        id,
        NOW,
        MARK);
  }

  /** Two alerts are confirmed: one may be appealed against, the other one was. */
  private long appeal() {
    web.database.update(
        "insert into review (alert_id, revision, user_id, decision, reason, note, at) select id, 1,"
            + " 1, 'CONFIRMED', '', ?, ? from alert where vehicle_id = ? and rule = 'M02' order by"
            + " id desc limit 1",
        MARK,
        NOW,
        vehicle);
    return number(
        "insert into alert_appeal (alert_id, company_id, confirmed_at, user_id, at, reason)"
            + " values (?, ?, ?, ?, ?, ?) returning id",
        lost,
        id,
        NOW,
        user(),
        NOW,
        MARK);
  }

  /** Before the appeal, as each is. */
  private long appealPhoto() {
    return new AppealPhotos(web.database, web.media.folder(), () -> WorkCalendar.USUAL)
        .file(lost, id, taken("photo-appeal"), picture(), NOW)
        .id();
  }

  private long noticePhoto() {
    return new NoticePhotos(web.database, web.media.folder())
        .file(notice, id, taken("photo-notice"), picture(), NOW)
        .id();
  }

  private long media() {
    return web.media.file(
        new NewMedia(
            vehicle,
            PHONE,
            Optional.of(1L),
            MediaKind.TEXT,
            "txt",
            MARK,
            1,
            Optional.of(NOW.minusSeconds(1490)),
            NOW.minusSeconds(1490),
            LON,
            LAT,
            MediaSource.TERMINAL,
            MARK,
            Optional.empty(),
            Optional.empty()),
        (MARK + " has said this").getBytes(StandardCharsets.UTF_8));
  }

  private void safetyAlarm() {
    new SafetyAlarmStore(web.database)
        .file(
            new NewSafetyAlarm(
                vehicle,
                PHONE,
                0x64,
                1,
                2,
                0,
                1,
                NOW.minusSeconds(900),
                NOW.minusSeconds(899),
                40,
                LON,
                LAT,
                Bytes.copyOf(new byte[16]),
                MARK,
                0));
  }

  private long command() {
    long command =
        number(
            "insert into command (vehicle_id, phone, kind, arguments, reason, requested_by,"
                + " created_at, expires_at, state, detail, updated_at)"
                + " values (?, ?, 'TEXT', ?::jsonb, ?, ?, ?, ?, 'ANSWERED', ?, ?) returning id",
            vehicle,
            PHONE,
            "{\"text\":\"" + MARK + "\"}",
            MARK,
            user(),
            NOW,
            NOW.plusSeconds(60),
            MARK,
            NOW);
    web.database.update(
        "insert into command_event (command_id, at, state, tries, detail) values (?, ?, 'ANSWERED',"
            + " 1, ?)",
        command,
        NOW,
        MARK);
    return command;
  }

  private long installation() {
    long filed =
        number(
            "insert into installation (vehicle_id, phone, iccid, reason, user_id, at)"
                + " values (?, ?, ?, 'FIRST', ?, ?) returning id",
            vehicle,
            PHONE,
            MARK,
            user(),
            NOW);
    web.database.update(
        "insert into installation_step (installation_id, move, user_id, at, detail)"
            + " values (?, 'CANCEL', ?, ?, ?::jsonb)",
        filed,
        user(),
        NOW,
        "{\"reason\":\"" + MARK + "\"}");
    new InstallationPhotos(web.database, web.media.folder())
        .file(filed, PhotoKind.PLATE, taken("photo-plate"), picture(), NOW);
    return filed;
  }

  private TakenPhoto taken(String name) {
    return new TakenPhoto(user(), name, "jpg", NOW, new Scene(LON, LAT));
  }

  /** What a JPEG begins with, and the mark. */
  static byte[] picture() {
    byte[] picture = ("\u0000\u0000\u0000" + MARK).getBytes(StandardCharsets.UTF_8);
    System.arraycopy(HexFormat.of().parseHex("ffd8ff"), 0, picture, 0, 3);
    return picture;
  }
}
