package io.qingtu.web.server;

import static io.qingtu.fixtures.Patience.await;
import static io.qingtu.web.server.TestWeb.OTHER_TRUCK;
import static io.qingtu.web.server.TestWeb.TRUCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Other systems are told, each what its owner may see, whatever they answer. */
class WebhooksIT {
  private static TestWeb web;
  private static String administrator;
  private static int second;

  @BeforeAll
  static void start() throws Exception {
    web = TestWeb.alone(WebhooksIT.class, w -> {});
    administrator = web.signIn("guan");
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  /** None listens to the alerts of another test. */
  @AfterEach
  void endAll() throws Exception {
    for (JsonNode hook : web.get(administrator, "/webhooks").get("webhooks")) {
      if (hook.get("endedAt").isNull()) {
        web.post(
            administrator, "/webhooks/" + hook.get("id").textValue() + "/revocation", "{}", 201);
      }
    }
  }

  private static JsonNode listen(HookReceiver receiver, String owner, String... kinds)
      throws Exception {
    return web.post(
        administrator,
        "/webhooks",
        "{\"url\":\"%s\",\"owner\":\"%s\",\"kinds\":[\"%s\"]}"
            .formatted(receiver.url(), owner, String.join("\",\"", kinds)),
        201);
  }

  private static void raise(String plate) {
    second += 60;
    web.raise("M12", plate, second, 2);
  }

  private static JsonNode row(JsonNode hook) throws Exception {
    for (JsonNode one : web.get(administrator, "/webhooks").get("webhooks")) {
      if (one.get("id").equals(hook.get("id"))) {
        return one;
      }
    }
    throw new AssertionError("no webhook " + hook);
  }

  private static void awaitReceived(HookReceiver receiver, int count) {
    await("requests").until(() -> receiver.received.size() >= count);
  }

  @Test
  void tellsItsOwnersAlertsWithASignatureThatAnybodyCanCheck() throws Exception {
    try (HookReceiver city = new HookReceiver();
        HookReceiver company = new HookReceiver()) {
      JsonNode hook = listen(city, "", "ALERT_RAISED");
      JsonNode own = listen(company, "jia", "ALERT_RAISED");
      raise(OTHER_TRUCK);
      raise(TRUCK);
      awaitReceived(city, 2);
      awaitReceived(company, 1);
      await("both are told").until(() -> row(own).get("waiting").intValue() == 0);
      assertEquals(1, company.received.size(), "the other company's is not for it");
      JsonNode told = company.received.get(0).json();
      assertEquals("alert.raised", told.get("type").textValue());
      assertEquals(TRUCK, told.at("/data/alert/plate").textValue());
      assertEquals(1, told.at("/data/revision").intValue());
      HookReceiver.Received first = city.received.get(0);
      assertEquals(OTHER_TRUCK, first.json().at("/data/alert/plate").textValue());
      long sent = Long.parseLong(first.header("webhook-timestamp"));
      assertTrue(Duration.between(Instant.ofEpochSecond(sent), Instant.now()).toMinutes() < 5);
      assertEquals(
          signature(hook.get("secret").textValue(), first), first.header("webhook-signature"));
      assertFalse(web.get(administrator, "/webhooks").toString().contains("whsec_"), "shown once");
    }
  }

  /** As docs/webhooks.md tells a receiver to. */
  private static String signature(String secret, HookReceiver.Received request) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    String signed = request.id() + "." + request.header("webhook-timestamp") + "." + request.body();
    return "v1,"
        + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void triesAgainAndKeepsTheOrder() throws Exception {
    try (HookReceiver receiver = new HookReceiver(500, HookReceiver.HANG, 302, 200)) {
      JsonNode hook = listen(receiver, "", "ALERT_RAISED");
      raise(TRUCK);
      awaitReceived(receiver, 1);
      raise(TRUCK);
      raise(TRUCK);
      awaitReceived(receiver, 6);
      String id = "msg_" + hook.get("id").textValue() + "_";
      assertEquals(
          List.of(id + 1, id + 1, id + 1, id + 1, id + 2, id + 3),
          receiver.ids(),
          "one after the other, each under its own id until it is taken");
      await("all are taken").until(() -> row(hook).get("waiting").intValue() == 0);
      JsonNode messages =
          web.get(administrator, "/webhooks/" + hook.get("id").textValue() + "/messages")
              .get("messages");
      assertEquals(4, messages.get(2).get("attempts").intValue());
      assertEquals("DELIVERED", messages.get(2).get("state").textValue());
    }
  }

  @Test
  void followsNoRedirect() throws Exception {
    try (HookReceiver elsewhere = new HookReceiver();
        HookReceiver receiver = new HookReceiver(307, 308, 200)) {
      receiver.leadTo(elsewhere.url());
      listen(receiver, "", "ALERT_RAISED");
      raise(TRUCK);
      awaitReceived(receiver, 3);
      assertEquals(List.of(), elsewhere.received);
    }
  }

  @Test
  void endsWhereTheReceiverSaysThatItIsGone() throws Exception {
    try (HookReceiver receiver = new HookReceiver(410)) {
      JsonNode hook = listen(receiver, "", "ALERT_RAISED");
      raise(TRUCK);
      await("the end").until(() -> row(hook).get("endReason").textValue().equals("GONE"));
      assertEquals(1, row(hook).get("parked").intValue());
      web.post(administrator, "/webhooks/" + hook.get("id").textValue() + "/resending", "{}", 409);
    }
  }

  @Test
  void parksWhatNobodyTakesAndSendsItAgainWhenAsked() throws Exception {
    try (HookReceiver receiver = new HookReceiver(503, 503, 503)) {
      JsonNode hook = listen(receiver, "", "ALERT_RAISED");
      raise(TRUCK);
      awaitReceived(receiver, 2);
      web.database.update(
          "update webhook_message set since = since - interval '1 hour' where state = 'WAITING'");
      receiver.answer(503, 503, 503, 503, 503, 503);
      await("it is given up").until(() -> row(hook).get("parked").intValue() == 1);
      String path = "/webhooks/" + hook.get("id").textValue();
      JsonNode parked =
          web.get(administrator, path + "/messages?state=PARKED").get("messages").get(0);
      assertTrue(parked.get("outcome").textValue().startsWith("503"), parked.toString());
      int before = receiver.received.size();
      assertTrue(before > 1, "it was tried more than once");
      JsonNode answer = web.post(administrator, path + "/resending", "{\"sequence\":\"1\"}", 201);
      assertEquals(1, answer.get("messages").intValue());
      await("it is on its way again").until(() -> receiver.received.size() > before);
      assertEquals(1, receiver.ids().stream().distinct().count(), "under its id");
      assertEquals(
          0,
          web.post(administrator, path + "/resending", "{\"sequence\":\"7\"}", 201)
              .get("messages")
              .intValue());
    }
  }

  @Test
  void tellsTheStagesOfACaseAndWhatBecameOfAnEvent() throws Exception {
    try (HookReceiver receiver = new HookReceiver()) {
      listen(receiver, "", "CASE_STAGE", "EVENT_RESULT");
      String supervisor = web.signIn("jian");
      JsonNode opened =
          web.post(
              supervisor,
              "/events",
              "{\"sourceId\":\"hook-1\",\"type\":\"OTHER\",\"title\":\"路面\","
                  + "\"time\":\"2026-11-18T03:59:00Z\"}",
              201);
      web.post(
          supervisor,
          "/cases/" + opened.get("caseId").textValue() + "/steps",
          "{\"move\":\"REFUSE\",\"version\":0,\"note\":\"不属于本部门\"}",
          201);
      awaitReceived(receiver, 3);
      assertEquals(
          List.of("case.stage ACCEPTED", "case.stage NOT_FILED", "event.result NOT_FILED"),
          receiver.received.stream()
              .map(HookReceiver.Received::json)
              .map(m -> m.get("type").textValue() + " " + m.at("/data/stage").textValue())
              .toList());
      JsonNode result = receiver.received.get(2).json().get("data");
      assertEquals("hook-1", result.get("sourceId").textValue());
      assertEquals(opened.get("caseId"), result.get("caseId"));
    }
  }

  @Test
  void refusesAddressesOfOurNetworkAndWhoIsNoAdministrator() throws Exception {
    String body = "{\"url\":\"%s\",\"kinds\":[\"ALERT_RAISED\"]}";
    for (String url :
        List.of("http://10.0.0.1/", "http://127.0.0.2/", "http://[::1]/", "ftp://a.b/", "x")) {
      JsonNode answer = web.post(administrator, "/webhooks", body.formatted(url), 400);
      assertTrue(answer.get("detail").textValue().startsWith("url"), answer.toString());
    }
    String right = body.formatted("http://127.0.0.1:9/");
    web.post(administrator, "/webhooks", right.replace("ALERT_RAISED", "ALL"), 400);
    web.post(administrator, "/webhooks", right.replace("\"ALERT_RAISED\"", ""), 400);
    web.post(administrator, "/webhooks", right.replace("\"url\"", "\"owner\":\"x\",\"url\""), 400);
    web.post(web.signIn("jian"), "/webhooks", right, 403);
    web.get(web.signIn("jia"), "/webhooks", 403);
    web.get(administrator, "/webhooks/999/messages", 404);
  }
}
