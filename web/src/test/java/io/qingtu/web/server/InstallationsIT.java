package io.qingtu.web.server;

import static io.qingtu.web.server.TestWeb.NOW;
import static io.qingtu.web.server.TestWeb.OTHER_TRUCK;
import static io.qingtu.web.server.TestWeb.TRUCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Position;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.track.Switch;
import io.qingtu.server.store.Account;
import io.qingtu.server.store.Account.Role;
import io.qingtu.server.store.InstallationQueries;
import io.qingtu.server.store.InstallationRow.Move;
import io.qingtu.server.store.InstallationStore;
import io.qingtu.server.store.PositionRow;
import io.qingtu.server.store.PositionStore;
import io.qingtu.server.store.Scope;
import io.qingtu.server.store.StoreException;
import io.qingtu.server.store.UserStore;
import io.qingtu.web.http.Passwords;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An installation from its order to 在用, by what its terminal has sent. */
class InstallationsIT {
  private static final String PHONE = "13900020001";
  private static final String VIN = "LXTSYNTH0AA000001";
  private static final String OTHER_VIN = "LXTSYNTH0AA000002";
  private static final String ICCID = "89860012345678901234";
  private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1, 2, 3};
  private static final int BEGAN = -1800;

  private TestWeb web;
  private String installer;

  @BeforeEach
  void start() throws Exception {
    web =
        TestWeb.alone(
            InstallationsIT.class,
            w ->
                new UserStore(w.database)
                    .add(
                        "an",
                        "安装员",
                        Role.INSTALLER,
                        Optional.empty(),
                        Passwords.hash(TestWeb.PASSWORD)));
    installer = web.signIn("an");
  }

  @AfterEach
  void stop() {
    web.close();
  }

  private static String orderOf(String plate, String phone, String reason) {
    return "{\"plate\":\"%s\",\"vin\":\"%s\",\"phone\":\"%s\",\"iccid\":\"%s\",\"reason\":\"%s\"}"
        .formatted(plate, plate.equals(TRUCK) ? VIN : OTHER_VIN, phone, ICCID, reason);
  }

  private String order() throws Exception {
    return web.post(installer, "/installations", orderOf(TRUCK, "0" + PHONE, "SWAP"), 201)
        .at("/installation/id")
        .textValue();
  }

  private JsonNode read(String id) throws Exception {
    return web.get(installer, "/installations/" + id);
  }

  private List<String> texts(String sql, Object... arguments) {
    return web.database.query(sql, row -> row.getString(1), arguments);
  }

  private void begin(String id, int second) throws Exception {
    InstallationQueries installations = new InstallationQueries(web.database);
    Account an = new UserStore(web.database).find("an").orElseThrow().account();
    new InstallationStore(web.database)
        .step(
            installations.find(Long.parseLong(id), Scope.CITY).orElseThrow(),
            Move.TEST,
            an,
            NOW.plusSeconds(second),
            Map.of());
  }

  private static Position fix(int second, double kmh, boolean acc, long alarms, boolean open) {
    Instant t = NOW.plusSeconds(second);
    return new Position(
        TRUCK,
        t,
        t.plusSeconds(1),
        119.1 + second * 1e-4,
        36.7,
        true,
        kmh,
        Double.NaN,
        90,
        20,
        acc,
        9,
        Double.NaN,
        alarms,
        3,
        new Sensors(
            open ? Cover.OPEN : Cover.CLOSED,
            open ? Lift.UP : Lift.DOWN,
            Load.UNKNOWN,
            Double.NaN,
            Switch.UNKNOWN,
            Switch.UNKNOWN),
        false);
  }

  /** All that the test asks of a truck with cover and lift. */
  private void send() {
    List<Position> fixes = new ArrayList<>();
    fixes.add(fix(-1700, 0, false, 0, false));
    fixes.add(fix(-1690, 0, true, 0, true));
    fixes.add(fix(-1680, 0, true, 1 << 8, false));
    fixes.add(fix(-1670, 0, true, 1 << 5, false));
    fixes.add(fix(-1660, 0, true, 0, false));
    for (int t = -1000; t <= -400; t += 10) {
      fixes.add(fix(t, 30, true, 0, false));
    }
    new PositionStore(web.database)
        .save(fixes.stream().map(p -> new PositionRow(1, p, new byte[0])).toList());
  }

  private HttpResponse<String> photograph(String id, String kind, String clientId, byte[] picture)
      throws Exception {
    return web.send(
        web.request(
                "/api/v1/installations/%s/photos?kind=%s&clientId=%s&takenAt=%s&lon=119.1&lat=36.7"
                    .formatted(id, kind, clientId, NOW))
            .header("Authorization", "Bearer " + installer)
            .header("Content-Type", "image/jpeg")
            .POST(BodyPublishers.ofByteArray(picture)));
  }

  private void photographAll(String id) throws Exception {
    for (JsonNode kind : read(id).get("photosNeeded")) {
      String name = kind.textValue();
      assertEquals(201, photograph(id, name, "photo-" + name, JPEG).statusCode(), name);
    }
  }

  private static String missing(JsonNode detail) {
    TreeSet<String> names = new TreeSet<>();
    detail.get("missing").forEach(m -> names.add(m.textValue()));
    return String.join(" ", names);
  }

  private static final String SIGNED =
      "{\"seal\":\"QF-0001\",\"companySigner\":\"张三\",\"installerSigner\":\"李四\"}";

  @Test
  void anOrderBindsTheTerminalAndNoOtherStaysBound() throws Exception {
    JsonNode made = web.post(installer, "/installations", orderOf(TRUCK, "0" + PHONE, "SWAP"), 201);
    assertEquals(PHONE, made.at("/installation/phone").textValue());
    assertEquals("ORDERED", made.at("/installation/state").textValue());
    assertEquals(
        List.of(PHONE), texts("select phone from terminal where vehicle_id = 1 and enabled"));
    assertEquals(
        List.of("[\"13900010001\"]"),
        texts("select detail->>'before' from audit where action = 'terminal-binding'"));
    assertEquals(
        List.of("true"),
        texts(
            "select (from_time = ? and to_time > ?)::text from vehicle_order where kind = 'INSTALL'",
            NOW,
            NOW));
    assertEquals(List.of(ICCID), texts("select value from identity_record where kind = 'ICCID'"));
  }

  @Test
  void asksForTheVinAndKeepsItForGood() throws Exception {
    String id = order();
    assertEquals(VIN, read(id).at("/installation/vin").textValue());
    assertEquals(List.of(VIN), texts("select vin from vehicle where id = 1"));
    web.post(installer, "/installations/" + id + "/cancellation", "{\"reason\":\"x\"}", 201);
    String other = orderOf(TRUCK, PHONE, "SWAP").replace(VIN, OTHER_VIN);
    assertTrue(
        web.post(installer, "/installations", other, 409).toString().contains("other_vin"),
        "the vehicle has one");
    String taken = orderOf(OTHER_TRUCK, "13900020002", "FIRST").replace(OTHER_VIN, VIN);
    web.post(installer, "/installations", taken, 409);
    assertEquals(List.of("", VIN), texts("select vin from vehicle order by vin"));
    for (String wrong : List.of("", "LQTSYNTH0AA00000", VIN + "1", VIN.replace('X', 'O'))) {
      String body = orderOf(TRUCK, PHONE, "SWAP").replace(VIN, wrong);
      web.post(installer, "/installations", body, 400);
    }
  }

  @Test
  void isNotAcceptedWhileTheTerminalRegistersAnotherVin() throws Exception {
    String id = order();
    assertFalse(missing(read(id)).contains("VIN"), "it has said nothing");
    String says =
        "insert into terminal_traits values (?, '', '', '', '', '', '', '', '', '', '', false, 0, ?, ?, ?)"
            + " on conflict (phone) do update set vin = excluded.vin";
    web.database.update(says, PHONE, NOW, NOW, OTHER_VIN);
    JsonNode other = read(id);
    assertTrue(missing(other).contains("VIN"));
    assertEquals(OTHER_VIN, other.at("/installation/registeredVin").textValue());
    web.database.update(says, PHONE, NOW, NOW, VIN);
    assertFalse(missing(read(id)).contains("VIN"));
  }

  @Test
  void refusesWhatCannotBeBound() throws Exception {
    web.database.update("insert into terminal (phone, vehicle_id) values ('13900010002', 2)");
    String bound =
        "select string_agg(phone || vehicle_id || enabled, ',' order by id) from terminal";
    List<String> before = texts(bound);
    web.post(installer, "/installations", orderOf("鲁G99999", PHONE, "FIRST"), 404);
    assertEquals(
        "taken",
        web.post(installer, "/installations", orderOf(TRUCK, "13900010002", "SWAP"), 409)
            .get("code")
            .textValue());
    assertEquals(
        "other_terminal",
        web.post(installer, "/installations", orderOf(TRUCK, PHONE, "RETEST"), 409)
            .get("code")
            .textValue());
    web.post(installer, "/installations", orderOf(TRUCK, "x", "SWAP"), 400);
    web.post(
        installer, "/installations", orderOf(TRUCK, PHONE, "SWAP").replace(ICCID, "898600"), 400);
    assertEquals(before, texts(bound));
    order();
    assertEquals(
        "open",
        web.post(installer, "/installations", orderOf(TRUCK, PHONE, "SWAP"), 409)
            .get("code")
            .textValue());
  }

  @Test
  void turnsGreenByWhatWasSentSinceTheTestBegan() throws Exception {
    String id = order();
    send();
    String photos = "PHOTO_ANTENNA PHOTO_COVER PHOTO_LIFT PHOTO_PLATE PHOTO_SEAL PHOTO_UNIT";
    String all = "TEST_ACC TEST_ANTENNA TEST_COVER TEST_DRIVE TEST_FIX TEST_LIFT TEST_POWER";
    assertEquals(photos + " " + all, missing(read(id)), "no test has begun");
    begin(id, BEGAN);
    assertEquals(photos, missing(read(id)));
    begin(id, -1675);
    assertEquals(
        photos + " TEST_ACC TEST_LIFT TEST_POWER",
        missing(read(id)),
        "what came before counts no longer: an open cover was seen afterwards, too");
    web.post(installer, "/installations/" + id + "/test", "{}", 201);
    assertEquals(photos + " " + all, missing(read(id)));
  }

  @Test
  void isInUseWhenAllIsGreenAndBothHaveSigned() throws Exception {
    String id = order();
    begin(id, BEGAN);
    String acceptance = "/installations/" + id + "/acceptance";
    photographAll(id);
    JsonNode refused = web.post(installer, acceptance, SIGNED, 409);
    assertTrue(refused.get("detail").textValue().contains("TEST_DRIVE"), refused.toString());
    send();
    web.post(installer, acceptance, SIGNED.replace("张三", " "), 400);
    JsonNode accepted = web.post(installer, acceptance, SIGNED, 201);
    assertEquals("IN_USE", accepted.at("/installation/state").textValue());
    assertTrue(accepted.at("/installation/current").booleanValue());
    assertEquals("张三", accepted.at("/steps/1/detail/companySigner").textValue());
    assertEquals(
        List.of("true"),
        texts("select (to_time = ?)::text from vehicle_order where kind = 'INSTALL'", NOW));
    assertEquals(
        List.of("QF-0001"),
        texts("select detail->>'seal' from audit where action = 'installation-accept'"));
    web.database.update("delete from positions where vehicle_id = 1");
    JsonNode kept = read(id);
    assertEquals(7, kept.get("points").size());
    kept.get("points").forEach(p -> assertTrue(p.get("passed").booleanValue(), p.toString()));
    // it is over
    web.post(installer, acceptance, SIGNED, 409);
    web.post(installer, "/installations/" + id + "/test", "{}", 409);
    assertEquals(409, photograph(id, "SEAL", "one-more-photo", JPEG).statusCode());
    retest(id);
  }

  private void retest(String first) throws Exception {
    String again =
        web.post(installer, "/installations", orderOf(TRUCK, PHONE, "RETEST"), 201)
            .at("/installation/id")
            .textValue();
    assertTrue(read(first).at("/installation/current").booleanValue());
    web.post(installer, "/installations/" + again + "/cancellation", "{\"reason\":\"x\"}", 201);
    assertEquals("CANCELLED", read(again).at("/installation/state").textValue());
    assertTrue(read(first).at("/installation/current").booleanValue());
  }

  @Test
  void aPhotoIsFiledOnce() throws Exception {
    String id = order();
    assertEquals(201, photograph(id, "SEAL", "photo-0001", JPEG).statusCode());
    assertEquals(201, photograph(id, "SEAL", "photo-0001", JPEG).statusCode());
    JsonNode photos = read(id).get("photos");
    assertEquals(1, photos.size());
    assertEquals(415, photograph(id, "SEAL", "photo-0002", new byte[] {1, 2, 3, 4}).statusCode());
    assertEquals(400, photograph(id, "ROOF", "photo-0003", JPEG).statusCode());
    String url = photos.at("/0/url").textValue();
    var picture = web.send(web.request(url).header("Authorization", "Bearer " + installer));
    assertEquals(200, picture.statusCode());
    assertEquals("image/jpeg", picture.headers().firstValue("Content-Type").orElse(""));
  }

  @Test
  void weighsAVehicleThatHasAScaleOnly() throws Exception {
    web.database.update("update vehicle set sensors = 'weight' where id = 1");
    String id = order();
    begin(id, BEGAN);
    List<Position> fixes = new ArrayList<>();
    for (int t = 1; t <= 6; t++) {
      fixes.add(weight(-t * 10, 0.2));
    }
    new PositionStore(web.database)
        .save(fixes.stream().map(p -> new PositionRow(1, p, new byte[0])).toList());
    String slips = "/installations/" + id + "/slips";
    web.post(installer, slips, "{\"loaded\":false,\"slip\":\"1\",\"grossT\":121}", 400);
    web.post(installer, slips, "{\"slip\":\"1\",\"grossT\":14}", 400);
    JsonNode weighed =
        web.post(installer, slips, "{\"loaded\":false,\"slip\":\"1\",\"grossT\":14}", 201);
    JsonNode point = null;
    for (JsonNode p : weighed.get("points")) {
      point = p.get("point").textValue().equals("WEIGHT") ? p : point;
    }
    assertEquals("[\"LOADED\",\"RIGHT\"]", point.get("missing").toString());
    assertTrue(weighed.get("calibration").isNull());
  }

  private static Position weight(int second, double t) {
    Position p = fix(second, 0, true, 0, false);
    return new Position(
        p.plate(),
        p.fixTime(),
        p.receivedTime(),
        p.longitude(),
        p.latitude(),
        true,
        0,
        Double.NaN,
        0,
        20,
        true,
        9,
        Double.NaN,
        0,
        3,
        new Sensors(Cover.UNKNOWN, Lift.UNKNOWN, Load.UNKNOWN, t, Switch.UNKNOWN, Switch.UNKNOWN),
        false);
  }

  @Test
  void isListedAndReadByWhoeverSeesTerminalsAndDoneByInstallers() throws Exception {
    String id = order();
    String supervisor = web.signIn("jian");
    assertEquals(1, web.get(supervisor, "/installations?state=OPEN").get("installations").size());
    assertEquals(0, web.get(supervisor, "/installations?state=ENDED").get("installations").size());
    assertFalse(web.get(supervisor, "/installations/" + id).get("mayInstall").booleanValue());
    assertTrue(read(id).get("mayInstall").booleanValue());
    web.post(supervisor, "/installations", orderOf(OTHER_TRUCK, "1390000", "FIRST"), 403);
    web.post(supervisor, "/installations/" + id + "/test", "{}", 403);
    web.get(web.signIn("jia"), "/installations", 403);
    web.get(installer, "/alerts", 403);
    web.post(installer, "/installations", orderOf(OTHER_TRUCK, "1390000", "FIRST"), 201);
    JsonNode page = web.get(installer, "/installations?limit=1");
    assertEquals(OTHER_TRUCK, page.at("/installations/0/plate").textValue());
    JsonNode next = web.get(installer, "/installations?cursor=" + page.get("next").textValue());
    assertEquals(id, next.at("/installations/0/id").textValue());
    assertTrue(next.get("next").isNull());
  }

  @Test
  void nothingOfItIsEverChanged() throws Exception {
    String id = order();
    begin(id, BEGAN);
    assertEquals(201, photograph(id, "SEAL", "photo-0001", JPEG).statusCode());
    for (String table : List.of("installation", "installation_step", "installation_photo")) {
      for (String sql : List.of("delete from " + table, "update " + table + " set user_id = 1")) {
        StoreException refused = assertThrows(StoreException.class, () -> web.database.update(sql));
        assertTrue(refused.getMessage().contains("only ever appended to"), sql);
      }
    }
  }
}
