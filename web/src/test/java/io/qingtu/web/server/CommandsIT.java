package io.qingtu.web.server;

import static io.qingtu.web.server.TestWeb.NOW;
import static io.qingtu.web.server.TestWeb.OTHER_TRUCK;
import static io.qingtu.web.server.TestWeb.TRUCK;
import static io.qingtu.web.server.TestWeb.escape;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.fixtures.packet.RecorderBlock;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.server.store.AlertQueries;
import io.qingtu.server.store.CommandQueries;
import io.qingtu.server.store.CommandState;
import io.qingtu.server.store.CommandStore;
import io.qingtu.server.store.OpenCommand;
import io.qingtu.server.store.PositionStore;
import io.qingtu.server.store.Scope;
import io.qingtu.server.store.StoredMessage;
import io.qingtu.web.live.DatabaseWatch;
import io.qingtu.web.live.LiveFeed;
import io.qingtu.web.live.LiveMessage;
import io.qingtu.web.live.LiveMessage.CommandChanged;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CommandsIT {
  private static final String TEXT = "{\"kind\":\"TEXT\",\"arguments\":{\"text\":\"请靠边停车\"}}";

  private static final String RECORDER = "{\"kind\":\"QUERY_RECORDER_VEHICLE\"}";

  private static TestWeb web;
  private static CommandStore store;
  private static String supervisor;
  private static String dispatcher;

  @BeforeAll
  static void start() throws Exception {
    web = TestWeb.shared();
    store = new CommandStore(web.database);
    supervisor = web.signIn("jian");
    dispatcher = web.signIn("jia");
  }

  private static String path(String plate) {
    return "/vehicles/" + escape(plate) + "/commands";
  }

  @Test
  void filesACommandWithItsHistoryAndAuditsIt() throws Exception {
    JsonNode filed = web.post(supervisor, path(TRUCK), TEXT, 201);
    assertEquals("QUEUED", filed.get("state").textValue());
    assertEquals("jian", filed.get("requestedBy").textValue());
    assertEquals("请靠边停车", filed.get("arguments").get("text").textValue());
    assertEquals("2026-11-18T13:00:00+08:00", filed.get("expiresAt").textValue());
    assertTrue(filed.get("sentAt").isNull());

    JsonNode one = web.get(supervisor, "/commands/" + filed.get("id").textValue());
    assertEquals("QUEUED", one.get("history").get(0).get("state").textValue());
    assertTrue(one.get("sent").isNull());
    assertTrue(one.get("reply").isNull());
    assertEquals(
        List.of("jian"),
        web.database.query(
            "select u.login from audit a join app_user u on u.id = a.user_id"
                + " where a.action = 'command' and a.object = ?",
            r -> r.getString(1),
            "command/" + filed.get("id").textValue()));
  }

  @Test
  void showsTheReplyAsFields() throws Exception {
    long id =
        answered(
            TEXT,
            new StoredMessage(0x8300, "V2013", Bytes.ofHex("0c41")),
            new StoredMessage(1, "V2013", Bytes.ofHex("0007830000")));
    JsonNode one = web.get(supervisor, "/commands/" + id);
    assertEquals("ANSWERED", one.get("state").textValue());
    assertEquals(0, one.get("result").intValue());
    assertEquals("TerminalGeneralReply", one.get("reply").get("message").textValue());
    assertEquals(7, one.get("reply").get("body").get("replySerialNumber").intValue());
    assertEquals("0c41", one.get("sent").get("hex").textValue());
    assertTrue(one.get("recorderVin").isNull());
  }

  @Test
  void tellsByWhichVinTheRecorderKnowsTheVehicleAndWhetherThatIsTheRegisters() throws Exception {
    String own = "LZZ5ELSD0AC000001";
    String other = "LZZ5ELSD0AC000002";
    String before =
        web.database
            .query("select vin from vehicle where plate = ?", r -> r.getString(1), TRUCK)
            .get(0);
    assertEquals(List.of(own, "", "NOT_ON_FILE"), recorderVin(own, ""));
    assertEquals(List.of(own, own, "SAME"), recorderVin(own, own));
    assertEquals(List.of(other, own, "OTHER"), recorderVin(other, own));
    assertEquals(List.of("", own, "NOT_SET"), recorderVin("", own));
    register(before);
  }

  private static void register(String vin) {
    web.database.update("update vehicle set vin = ? where plate = ?", vin, TRUCK);
  }

  private static List<String> recorderVin(String told, String registered) throws Exception {
    String block = HexFormat.of().formatHex(RecorderBlock.vehicle(told, TRUCK, ""));
    register(registered);
    long id =
        answered(
            RECORDER,
            new StoredMessage(0x8700, "V2013", Bytes.ofHex("05aa7505000000da")),
            new StoredMessage(0x0700, "V2013", Bytes.ofHex("000705" + block)));
    JsonNode one = web.get(dispatcher, "/commands/" + id);
    assertEquals("RecorderReport", one.at("/reply/message").textValue());
    JsonNode vin = one.get("recorderVin");
    return List.of(
        vin.get("told").textValue(),
        vin.get("registered").textValue(),
        vin.get("agreement").textValue());
  }

  private static long answered(String body, StoredMessage sent, StoredMessage reply)
      throws Exception {
    long id = file(body);
    // what other tests have filed goes first
    for (OpenCommand next = claim(); next.id() != id; next = claim()) {
      store.ended(next.id(), CommandState.EXPIRED, "", NOW);
    }
    store.wentOut(id, sent, 7, 1);
    store.answered(id, CommandState.ANSWERED, 0, "done", reply, NOW);
    return id;
  }

  private static OpenCommand claim() {
    return store.claim("13900010001", NOW, NOW).orElseThrow();
  }

  @Test
  void pagesNewestFirst() throws Exception {
    for (int i = 0; i < 3; i++) {
      file(TEXT);
    }
    List<Long> ids = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = web.get(supervisor, path(TRUCK) + "?limit=2" + cursor);
      page.get("commands").forEach(c -> ids.add(Long.parseLong(c.get("id").textValue())));
      cursor = page.get("next").isNull() ? "" : "&cursor=" + page.get("next").textValue();
    } while (!cursor.isEmpty());
    List<Long> all =
        web.database.query(
            "select id from command where vehicle_id = 1 order by id desc", r -> r.getLong(1));
    assertEquals(all, ids);
  }

  @Test
  void letsADispatcherWriteToTheOwnVehiclesOnly() throws Exception {
    for (String harmless : List.of(TEXT, RECORDER)) {
      web.post(dispatcher, path(TRUCK), harmless, 201);
      web.post(dispatcher, path(OTHER_TRUCK), harmless, 404);
      web.post(web.signIn("huan"), path(TRUCK), harmless, 403);
    }
    web.get(dispatcher, path(OTHER_TRUCK), 404);
    String restart = "{\"kind\":\"RESTART\",\"reason\":\"it hangs\"}";
    web.post(dispatcher, path(TRUCK), restart, 403);
    web.post(supervisor, path(TRUCK), restart, 201);
  }

  @Test
  void hidesTheCommandsOfAnotherCompany() throws Exception {
    long id = file(TEXT);
    web.get(dispatcher, "/commands/" + id);
    web.get(web.signIn("wu"), "/commands/" + id, 404);
    web.get(supervisor, "/commands/x", 404);
  }

  @Test
  void namesWhatIsWrongWithACommand() throws Exception {
    refuses("kind", "{\"kind\":\"EXPLODE\"}");
    refuses("reason", "{\"kind\":\"RESTART\",\"reason\":\" \"}");
    refuses("arguments.text", "{\"kind\":\"TEXT\"}");
    refuses("arguments.colour", "{\"kind\":\"TEXT\",\"arguments\":{\"text\":\"a\",\"colour\":1}}");
    refuses(
        "arguments.command", "{\"kind\":\"QUERY_RECORDER_VEHICLE\",\"arguments\":{\"command\":6}}");
    refuses("arguments", "{\"kind\":\"LOCATE\",\"arguments\":[]}");
    refuses("expiresInSeconds", "{\"kind\":\"LOCATE\",\"expiresInSeconds\":9}");
    refuses("expiresInSeconds", "{\"kind\":\"LOCATE\",\"expiresInSeconds\":604801}");
    web.post(supervisor, path(TRUCK), "{\"kind\":\"LOCATE\",\"expiresInSeconds\":10}", 201);
    JsonNode problem = web.post(supervisor, path(OTHER_TRUCK), TEXT, 400);
    assertTrue(problem.get("detail").textValue().startsWith("plate: "), "it has no terminal");
  }

  private static void refuses(String field, String body) throws Exception {
    JsonNode problem = web.post(supervisor, path(TRUCK), body, 400);
    assertTrue(problem.get("detail").textValue().startsWith(field + ": "), problem.toString());
  }

  @Test
  void tellsAnotherProcessesChangesOnceAndOnlyToThoseWhoMaySeeTheVehicle() throws Exception {
    LiveFeed feed = new LiveFeed(1000, 0, NOW);
    DatabaseWatch watch =
        new DatabaseWatch(
            new PositionStore(web.database),
            new AlertQueries(web.database),
            new CommandQueries(web.database),
            feed,
            NOW);
    long id = file(TEXT);
    watch.look(NOW);
    watch.look(NOW);
    store.ended(id, CommandState.EXPIRED, "", NOW);
    watch.look(NOW);

    List<LiveMessage> told = feed.since(0).orElseThrow();
    assertEquals(
        List.of(id + " QUEUED", id + " EXPIRED"),
        told.stream()
            .filter(CommandChanged.class::isInstance)
            .map(m -> ((CommandChanged) m).command())
            .filter(c -> c.id() == id)
            .map(c -> c.id() + " " + c.state())
            .toList());
    LiveMessage last = told.get(told.size() - 1);
    assertTrue(last.within(Scope.ofCompany(1)).isPresent());
    assertEquals(Optional.empty(), last.within(Scope.ofCompany(2)));
  }

  private static long file(String body) throws Exception {
    return Long.parseLong(web.post(supervisor, path(TRUCK), body, 201).get("id").textValue());
  }
}
