package io.qingtu.web.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.qingtu.fixtures.TestDatabase;
import io.qingtu.fixtures.TestFolder;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Condition;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Position;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.track.Switch;
import io.qingtu.server.store.Account.Role;
import io.qingtu.server.store.AlertStore;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.MediaFolder;
import io.qingtu.server.store.MediaStore;
import io.qingtu.server.store.ParameterStore;
import io.qingtu.server.store.PositionRow;
import io.qingtu.server.store.PositionStore;
import io.qingtu.server.store.SettingStore;
import io.qingtu.server.store.StoredAlert;
import io.qingtu.server.store.UserStore;
import io.qingtu.web.http.Passwords;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.live.CityClock;
import io.qingtu.web.mail.MailConfig;
import io.qingtu.web.oidc.OidcConfig;
import io.qingtu.web.outbox.Retries;
import io.qingtu.web.webhook.AddressRange;
import io.qingtu.web.webhook.WebhookConfig;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A web server with a database of its own: one for all tests of the run, unless one needs it {@link
 * #alone}. Two companies with a truck each, one site, one permit, one road; the clock stands still
 * at {@link #NOW}.
 */
final class TestWeb implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-18T04:00:00Z");
  static final String TRUCK = "鲁G10001";
  static final String OTHER_TRUCK = "鲁G20001";
  static final long MOST_PHOTO_BYTES = 100_000;
  static final String PASSWORD = "a password of tests";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static TestWeb shared;

  /** Of the database. */
  final String url;

  final Database database;
  final MediaStore media;
  final WebServer web;
  private final HttpClient http = HttpClient.newHttpClient();
  private final AlertStore alerts;
  private final WebConfig config;

  private TestWeb(
      Class<?> owner,
      Consumer<TestWeb> more,
      Optional<OidcConfig> oidc,
      Optional<MailConfig> mail,
      Set<Role> twoSteps) {
    // dropped with the test server, which all tests of the run share
    url = TestDatabase.forClass(owner).url();
    database = new Database(Database.Config.of(url));
    alerts = new AlertStore(database);
    media =
        new MediaStore(
            database, new MediaFolder(new MediaFolder.Config(TestFolder.make("web-media"))));
    seed();
    more.accept(this);
    new ParameterStore(database).fileFirst(Parameters.DEFAULTS, NOW);
    new SettingStore(database).declareSynthetic();
    config =
        new WebConfig(
            true,
            "127.0.0.1",
            0,
            -1,
            true,
            "测试市",
            Optional.empty(),
            new Sessions.Terms(Duration.ofHours(1), Duration.ofMinutes(30)),
            twoSteps,
            MOST_PHOTO_BYTES,
            TestFolder.make("web-key"),
            oidc,
            new WebhookConfig(
                List.of(AddressRange.parse("127.0.0.1")),
                Duration.ofSeconds(1),
                new Retries(Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofHours(1))),
            mail,
            Optional.of(PASSWORD));
    web = another();
  }

  /** One more process of the web on this database, on a port of its own; is to be closed. */
  WebServer another() {
    CityClock clock = new CityClock(Clock.fixed(NOW, ZoneOffset.UTC), 1);
    Front front = new Front(config, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    WebServer made = new WebServer(front, database, media.folder(), clock);
    made.start();
    front.health().reached(Health.Stage.STARTED);
    return made;
  }

  static synchronized TestWeb shared() {
    if (shared == null) {
      shared = alone(TestWeb.class, w -> {});
      Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
    }
    return shared;
  }

  /**
   * One that no other test writes to; is to be closed.
   *
   * @param more what its database holds beside the rest when the web starts
   */
  static TestWeb alone(Class<?> owner, Consumer<TestWeb> more) {
    return new TestWeb(owner, more, Optional.empty(), Optional.empty(), Set.of());
  }

  /** One where people may sign in by an identity provider; is to be closed. */
  static TestWeb alone(Class<?> owner, OidcConfig oidc) {
    return new TestWeb(owner, w -> {}, Optional.of(oidc), Optional.empty(), Set.of());
  }

  /** One that sends issued reports to a mail server; is to be closed. */
  static TestWeb alone(Class<?> owner, MailConfig mail) {
    return new TestWeb(owner, w -> {}, Optional.empty(), Optional.of(mail), Set.of());
  }

  /** One where some roles owe a second step of sign-in; is to be closed. */
  static TestWeb alone(Class<?> owner, Set<Role> twoSteps) {
    return new TestWeb(owner, w -> {}, Optional.empty(), Optional.empty(), twoSteps);
  }

  @Override
  public void close() {
    web.close();
    database.close();
  }

  private void seedPeople() {
    UserStore users = new UserStore(database);
    String hash = Passwords.hash(PASSWORD);
    users.add("jian", "监管员", Role.SUPERVISOR, Optional.empty(), hash);
    users.add("jia", "甲公司调度", Role.DISPATCHER, Optional.of("甲公司"), hash);
    users.add("wu", "无公司调度", Role.DISPATCHER, Optional.empty(), hash);
    users.add("jian2", "第二监管员", Role.SUPERVISOR, Optional.empty(), hash);
    database.update("insert into company (name, kind) values ('执法一中队', 'SQUAD')");
    users.add("dui", "执法队员", Role.OFFICER, Optional.of("执法一中队"), hash);
    users.add("guan", "管理员", Role.ADMINISTRATOR, Optional.empty(), hash);
    users.add("shen", "审计员", Role.AUDITOR, Optional.empty(), hash);
    users.add("huan", "环卫管理员", Role.SANITATION, Optional.empty(), hash);
    users.add("gui", "规则审批人", Role.RULE_OWNER, Optional.empty(), hash);
    users.add("ling", "局领导", Role.LEADER, Optional.empty(), hash);
  }

  private void seed() {
    database.update("insert into company (name) values ('甲公司'), ('乙公司')");
    database.update(
        "insert into vehicle (plate, kind, company_id, rated_load_t, sensors) values"
            + " (?, 'MUCK_TRUCK', 1, 15.5, 'cover;lift'), (?, 'MUCK_TRUCK', 2, null, '')",
        TRUCK,
        OTHER_TRUCK);
    database.update("insert into terminal (phone, vehicle_id) values ('13900010001', 1)");
    database.update(
        "insert into place (id, name, kind, geometry) values ('P1', '一号工地', 'SITE', ?::jsonb),"
            + " ('P2', '远处', 'DISPOSAL', ?::jsonb)",
        polygon(119.10, 36.70),
        polygon(119.50, 36.90));
    database.update(
        "insert into route (id, geometry) values ('R1', '{\"type\":\"LineString\","
            + "\"coordinates\":[[119.1,36.7],[119.2,36.7]]}')");
    database.update(
        "insert into permit (id, plate, site_id, disposal_ids, route_ids, daily_from, daily_to)"
            + " values ('Z1', ?, 'P1', 'P2', 'R1', '21:00', '05:00')",
        TRUCK);
    database.update(
        "insert into segment (id, road, grade, sides, geometry) values ('S1', '东风街', '1',"
            + " 'FWD;REV',"
            + " '{\"type\":\"LineString\",\"coordinates\":[[119.1,36.7],[119.11,36.7]]}')");
    database.update(
        "insert into pass_result values"
            + " ('Q1','S1','FWD','SWEEP',?,?,2,3,0.95,'DONE',null,null,'{}'),"
            + " ('Q1','S1','REV','SWEEP',?,?,2,1,0.40,'PARTIAL',null,null,'{}'),"
            + " ('Q2','S1','FWD','FLUSH',?,?,1,0,0,'EXEMPT',null,null,'{}')",
        NOW,
        NOW.plusSeconds(3600),
        NOW,
        NOW.plusSeconds(3600),
        NOW,
        NOW.plusSeconds(3600));
    database.update(
        "insert into trip (id, vehicle_id, permit_id, site_id, out_time, end_kind, end_place_id,"
            + " end_time, grade, distance_m, cover_open_s, cover_open_m, cover_known_m,"
            + " max_speed_kmh, observed_share, waybill_id, waybill_match) values"
            + " ('T1', 1, 'Z1', 'P1', ?, 'OK', 'P2', ?, 'A', 12000, 0, 0, 0, 55, 1, '', 'NONE')",
        NOW.minusSeconds(3600),
        NOW.minusSeconds(600));
    seedPeople();
    new PositionStore(database)
        .save(
            List.of(
                new PositionRow(1, position(TRUCK, 119.1005, -30), new byte[0]),
                new PositionRow(1, position(TRUCK, 119.1010, -20), new byte[0]),
                new PositionRow(2, position(OTHER_TRUCK, 119.3, -20), new byte[0])));
  }

  private static String polygon(double lon, double lat) {
    double e = lon + 0.001;
    double n = lat + 0.001;
    return "{\"type\":\"Polygon\",\"coordinates\":[[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%2$s]]]}"
        .formatted(lon, lat, e, n);
  }

  /** A position some seconds from {@link #NOW}. */
  static Position position(String plate, double lon, int seconds) {
    return position(plate, lon, 36.7005, seconds);
  }

  static Position position(String plate, double lon, double lat, int seconds) {
    Instant t = NOW.plusSeconds(seconds);
    return new Position(
        plate,
        t,
        t,
        lon,
        lat,
        true,
        36,
        Double.NaN,
        90,
        20,
        true,
        12,
        Double.NaN,
        0,
        3,
        new Sensors(Cover.OPEN, Lift.DOWN, Load.LOADED, Double.NaN, Switch.UNKNOWN, Switch.UNKNOWN),
        false);
  }

  /** Files an alert that starts some seconds from {@link #NOW} and goes on. */
  StoredAlert raise(String rule, String plate, int seconds, int severity) {
    return raise(rule, plate, seconds, severity, "OPEN");
  }

  /** As above, with what the cover was found to be. */
  StoredAlert raise(String rule, String plate, int seconds, int severity, String cover) {
    return file(alert(rule, plate, seconds, severity, AlertStatus.OPEN, cover));
  }

  /** Takes back what {@link #raise} filed. */
  StoredAlert retract(String rule, String plate, int seconds, String cover) {
    return file(alert(rule, plate, seconds, 1, AlertStatus.RETRACTED, cover));
  }

  private StoredAlert file(Alert alert) {
    List<StoredAlert> stored = alerts.publish(List.of(alert), NOW);
    assertEquals(1, stored.size(), "the alert is new or another");
    return stored.get(0);
  }

  private static Alert alert(
      String rule, String plate, int seconds, int severity, AlertStatus status, String cover) {
    Instant start = NOW.plusSeconds(seconds);
    return new Alert(
        rule,
        plate,
        start,
        start.plusSeconds(5),
        null,
        119.1005,
        36.7005,
        Grade.B,
        severity,
        status,
        status == AlertStatus.RETRACTED ? "late_data" : "",
        "P1",
        "Z1",
        "",
        List.of("S1"),
        12,
        0,
        "s",
        "1.0+abc",
        List.of(new Condition("cover", cover, true)));
  }

  /** A request builder for a path of the server. */
  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web.port() + path));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  /** Signs in and returns the token. */
  String signIn(String login) throws Exception {
    HttpResponse<String> answer = send(signInRequest(login, PASSWORD));
    assertEquals(200, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body()).get("token").textValue();
  }

  HttpRequest.Builder signInRequest(String login, String password) {
    String body = JSON.createObjectNode().put("login", login).put("password", password).toString();
    return request("/api/v1/session")
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  /** GET below {@code /api/v1} that must answer 200. */
  JsonNode get(String token, String path) throws Exception {
    return get(token, path, 200);
  }

  JsonNode get(String token, String path, int status) throws Exception {
    HttpResponse<String> answer =
        send(request("/api/v1" + path).header("Authorization", "Bearer " + token));
    assertEquals(status, answer.statusCode(), path + ": " + answer.body());
    return JSON.readTree(answer.body());
  }

  JsonNode post(String token, String path, String body, int status) throws Exception {
    HttpResponse<String> answer =
        send(
            request("/api/v1" + path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    assertEquals(status, answer.statusCode(), path + ": " + answer.body());
    return JSON.readTree(answer.body());
  }

  /** What lies at a path, as it is sent. */
  HttpResponse<byte[]> bytes(String token, String path) throws Exception {
    HttpRequest request = request(path).header("Authorization", "Bearer " + token).build();
    return http().send(request, BodyHandlers.ofByteArray());
  }

  HttpClient http() {
    return http;
  }

  static String escape(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
