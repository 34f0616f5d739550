package io.qingtu.web.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.server.store.OddCount;
import io.qingtu.server.store.OddKey;
import io.qingtu.server.store.OddKey.Kind;
import io.qingtu.server.store.TraitRow;
import io.qingtu.server.store.TraitStore;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The register of terminals and what they send that is not understood. */
class TerminalsIT {
  private static final String PHONE = "13900010001";
  private static final Instant LAST = TestWeb.NOW.minusSeconds(60);

  private static TestWeb web;
  private static TraitStore store;

  @BeforeAll
  static void start() {
    web = TestWeb.shared();
    store = new TraitStore(web.database);
    store.save(List.of(traits(true, LAST)), List.of(item(0x5a, 2, 3, "5678"), message(1)));
    store.save(List.of(), List.of(item(0x5a, 2, 4, "9999")));
  }

  private static TraitRow traits(boolean connected, Instant last) {
    return new TraitRow(
        PHONE,
        "YUSHI",
        "YS-700",
        "1234567",
        "440300",
        "",
        "V2",
        "2019",
        "2013",
        "yushi",
        "MATCH",
        connected,
        70,
        TestWeb.NOW.minusSeconds(3600),
        last,
        "");
  }

  private static OddCount item(int id, int length, long count, String sample) {
    return new OddCount(
        PHONE, new OddKey(Kind.ITEM, id, length, ""), count, LAST, LAST, List.of(sample));
  }

  private static OddCount message(long count) {
    OddKey key = new OddKey(Kind.MESSAGE, 0x0f77, OddKey.ANY_LENGTH, "");
    return new OddCount(PHONE, key, count, LAST, LAST, List.of("0102"));
  }

  private static JsonNode terminal(String token) throws Exception {
    return StreamSupport.stream(web.get(token, "/terminals").get("terminals").spliterator(), false)
        .filter(t -> t.get("phone").textValue().equals(PHONE))
        .findFirst()
        .orElseThrow();
  }

  private static void vehicleHeard(String later) {
    web.database.update(
        "update last_position set received = received "
            + later
            + " where vehicle_id = (select id from vehicle where plate = ?)",
        TestWeb.TRUCK);
  }

  @Test
  void listsTerminalsWithWhatTheySayOfThemselves() throws Exception {
    String token = web.signIn("jian");
    JsonNode terminal = terminal(token);
    assertEquals(TestWeb.TRUCK, terminal.get("plate").textValue());
    assertEquals("YUSHI", terminal.get("manufacturer").textValue());
    assertEquals("standard", terminal.get("registeredProfile").textValue());
    assertEquals("yushi", terminal.get("profile").textValue());
    assertEquals("MATCH", terminal.get("profileBy").textValue());
    assertEquals("2013", terminal.get("header").textValue());
    assertEquals(70, terminal.get("messages").longValue());
    assertTrue(terminal.get("unknownKinds").intValue() >= 2);
    assertTrue(terminal.get("online").booleanValue());
    store.save(List.of(traits(true, TestWeb.NOW.minusSeconds(15 * 60))), List.of());
    assertTrue(terminal(token).get("online").booleanValue(), "its vehicle was heard");
    vehicleHeard("- interval '1 hour'");
    assertFalse(terminal(token).get("online").booleanValue(), "its server was killed");
    vehicleHeard("+ interval '1 hour'");
    store.save(List.of(traits(false, LAST)), List.of());
    assertFalse(terminal(token).get("online").booleanValue());
    store.save(List.of(traits(true, LAST)), List.of());
  }

  @Test
  void listsTheTerminalOfAVehicleAlone() throws Exception {
    String token = web.signIn("jian");
    String plate = URLEncoder.encode(TestWeb.TRUCK, StandardCharsets.UTF_8);
    JsonNode found = web.get(token, "/terminals?plate=" + plate).get("terminals");
    assertEquals(1, found.size());
    assertEquals(PHONE, found.get(0).get("phone").textValue());
    assertTrue(web.get(token, "/terminals?plate=none").get("terminals").isEmpty());
  }

  @Test
  void listsWhatATerminalSendsTheMostFrequentFirst() throws Exception {
    JsonNode first =
        web.get(web.signIn("jian"), "/terminals/" + PHONE + "/unknown").get("unknown").get(0);
    assertEquals("ITEM", first.get("kind").textValue());
    assertEquals("0x5a", first.get("id").textValue());
    assertEquals(2, first.get("length").intValue());
    assertEquals(7, first.get("count").longValue());
    assertEquals("[\"5678\",\"9999\"]", first.get("samples").toString());
    web.get(web.signIn("jian"), "/terminals/13900000000/unknown", 404);
  }

  @Test
  void sumsUpWhatTheTerminalsOfAModelSend() throws Exception {
    JsonNode first = web.get(web.signIn("jian"), "/unknown").get("unknown").get(0);
    assertEquals("YS-700", first.get("model").textValue());
    assertEquals(1, first.get("terminals").intValue());
    assertEquals("[\"5678\"]", first.get("samples").toString());
    JsonNode message = web.get(web.signIn("jian"), "/unknown").get("unknown").get(1);
    assertEquals("0x0f77", message.get("id").textValue());
    assertTrue(message.get("length").isNull());
  }

  @Test
  void isForSupervisorsAndAdministrators() throws Exception {
    for (String login : List.of("jia", "huan")) {
      String token = web.signIn(login);
      web.get(token, "/terminals", 403);
      web.get(token, "/terminals/" + PHONE + "/unknown", 403);
      web.get(token, "/unknown", 403);
    }
  }

  @Test
  void keepsNoMoreThanSoManyThingsOfATerminalApart() throws Exception {
    String phone = "13900010009";
    List<OddCount> flood = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      OddKey key = new OddKey(Kind.ITEM, i, 1, "");
      flood.add(new OddCount(phone, key, 1, LAST, LAST, List.of()));
    }
    store.save(List.of(), flood);
    List<Long> rows =
        web.database.query(
            "select count(*) as n, sum(count) as total from terminal_unknown where phone = ?",
            row -> row.getLong("n") * 1000 + row.getLong("total"),
            phone);
    assertEquals(List.of(201_250L), rows, "200 and the rest in one");
    web.database.update("delete from terminal_unknown where phone = ?", phone);
  }
}
