package io.qingtu.web.server;

import static io.qingtu.fixtures.Patience.await;
import static io.qingtu.web.server.TestWeb.TRUCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.qingtu.server.store.WebhookKind;
import io.qingtu.server.store.WebhookStore;
import io.qingtu.web.outbox.Retries;
import io.qingtu.web.webhook.AddressRange;
import io.qingtu.web.webhook.Courier;
import io.qingtu.web.webhook.WebhookConfig;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages over the end of the process that sends them. */
class CourierIT {
  private static final WebhookConfig CONFIG =
      new WebhookConfig(
          List.of(AddressRange.parse("127.0.0.1")),
          Duration.ofSeconds(1),
          new Retries(Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofHours(1)));

  private TestWeb web;

  @BeforeEach
  void start() {
    web = TestWeb.alone(CourierIT.class, w -> {});
    web.web.close(); // whatever sends is the test's own
  }

  @AfterEach
  void stop() {
    web.database.close();
  }

  /** A process that sends, and dies without a word where it is bidden. */
  private final class Sender {
    private final Vertx vertx = Vertx.vertx();
    private final Courier courier =
        new Courier(CONFIG, web.database, vertx, Clock.systemUTC(), new SimpleMeterRegistry());

    Sender() {
      vertx.setPeriodic(50, t -> courier.nudge());
    }

    /** Its connections break, and nothing more is written down of what was on its way. */
    void die() {
      courier.close();
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  private void listen(HookReceiver receiver) {
    int administrator =
        web.database.query("select id from app_user where login = 'guan'", r -> r.getInt(1)).get(0);
    new WebhookStore(web.database)
        .add(
            new WebhookStore.NewWebhook(
                administrator,
                receiver.url(),
                List.of(WebhookKind.ALERT_RAISED),
                new byte[32],
                administrator),
            Instant.now());
  }

  @Test
  void nothingIsLostByAKillAndTheOrderHolds() throws Exception {
    try (HookReceiver receiver = new HookReceiver(HookReceiver.HANG)) {
      listen(receiver);
      web.raise("M12", TRUCK, 1, 2);
      Sender killed = new Sender();
      await("the first is on its way").until(() -> receiver.received.size() == 1);
      web.raise("M12", TRUCK, 61, 2);
      killed.die();
      web.raise("M12", TRUCK, 121, 2); // while nobody sends
      Sender next = new Sender();
      await("all have come").until(() -> receiver.received.size() >= 4);
      next.die();
      List<String> ids = receiver.ids();
      assertEquals(ids.get(0), ids.get(1), "the one on its way is sent again, under its id");
      assertEquals(List.of("1", "2", "3"), sequences(ids.subList(1, 4)));
    }
  }

  @Test
  void whatWasTakenComesOnceMoreWhenTheProcessIsKilledBeforeItIsWrittenDown() throws Exception {
    try (HookReceiver receiver = new HookReceiver(HookReceiver.HELD)) {
      listen(receiver);
      web.raise("M12", TRUCK, 1, 2);
      web.raise("M12", TRUCK, 61, 2);
      try (HookSender killed = new HookSender(web.url)) {
        await("the first is on its way").until(() -> !receiver.received.isEmpty());
        killed.stop();
        receiver.letGo();
        await("it is taken").until(() -> receiver.answered.contains(200));
      }
      assertEquals(2, waiting(), "nobody has written down that it was taken");
      int before = receiver.received.size();
      try (HookSender next = new HookSender(web.url)) {
        await("all are told").until(() -> waiting() == 0);
        assertTrue(next.isAlive());
      }
      List<String> ids = receiver.ids();
      assertEquals(1, Set.copyOf(ids.subList(0, before + 1)).size(), "the same id, " + ids);
      assertEquals(List.of("1", "2"), sequences(ids.subList(before, ids.size())));
    }
  }

  private int waiting() {
    return web.database
        .query("select count(*) from webhook_message where state = 'WAITING'", row -> row.getInt(1))
        .get(0);
  }

  private static List<String> sequences(List<String> ids) {
    return ids.stream().map(id -> id.substring(id.lastIndexOf('_') + 1)).toList();
  }

  @Test
  void twoProcessesSendEachMessageOnceAndInOrder() throws Exception {
    Sender one = new Sender();
    Sender two = new Sender();
    try (HookReceiver receiver = new HookReceiver()) {
      listen(receiver);
      for (int i = 0; i < 20; i++) {
        web.raise("M12", TRUCK, 60 * i, 2);
      }
      await("all have come").until(() -> receiver.received.size() >= 20);
      await("all are told")
          .until(
              () ->
                  web.database.query(
                      "select 1 from webhook_message where state = 'WAITING'", r -> 1),
              List::isEmpty);
      List<String> all = sequences(receiver.ids());
      assertEquals(20, all.size());
      assertEquals(all.stream().map(Integer::valueOf).sorted().map(String::valueOf).toList(), all);
    } finally {
      one.die();
      two.die();
    }
  }

  @Test
  void writesNothingWhileNobodyListens() {
    web.raise("M12", TRUCK, 1, 2);
    assertTrue(web.database.query("select 1 from webhook_event", r -> 1).isEmpty());
  }
}
