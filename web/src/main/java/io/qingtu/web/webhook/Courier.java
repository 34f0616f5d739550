package io.qingtu.web.webhook;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.DeliveryState;
import io.qingtu.server.store.StoreException;
import io.qingtu.server.store.WebhookMessage;
import io.qingtu.server.store.WebhookOutbox;
import io.qingtu.server.store.WebhookStore;
import io.qingtu.web.outbox.NudgedThread;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings messages to webhooks: each webhook gets one at a time, in their order, and the next when
 * the one before was taken or given up. What is on its way when the process dies is sent again,
 * under the same id. A second process on the database goes on where this one has stopped.
 */
public final class Courier implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
  private static final int GONE = 410;

  private final WebhookConfig config;
  private final WebhookOutbox outbox;
  private final WebhookStore webhooks;
  private final Scribe scribe;
  private final Post post;
  private final Clock clock;
  private final MeterRegistry meters;
  private final AtomicLong waiting = new AtomicLong();
  private final NudgedThread thread = new NudgedThread("webhooks", this::look);

  /**
   * @param clock wall clock: its times are in the messages
   */
  public Courier(
      WebhookConfig config, Database database, Vertx vertx, Clock clock, MeterRegistry meters) {
    this.config = config;
    this.outbox = new WebhookOutbox(database);
    this.webhooks = new WebhookStore(database);
    this.scribe = new Scribe(database, clock);
    this.post = new Post(vertx, config);
    this.clock = clock;
    this.meters = meters;
    Gauge.builder("webhook.waiting", waiting, AtomicLong::get).register(meters);
    for (DeliveryState state : DeliveryState.values()) {
      count(state, 0);
    }
  }

  /** Looks for what is to be done; any thread, returns at once. */
  public void nudge() {
    thread.nudge();
  }

  /** Why nothing may be sent to an address; empty where it may. Looks its name up. */
  public Optional<String> refusal(String url) {
    try {
      Destination.of(url, config.allowed(), InetAddress::getAllByName);
      return Optional.empty();
    } catch (Destination.RefusedException e) {
      return Optional.of(e.getMessage());
    }
  }

  private void look() {
    try {
      boolean more = true;
      while (more) {
        more = scribe.write();
      }
      waiting.set(outbox.waiting());
      // longer than an attempt lasts: who has died meanwhile holds nobody up for good
      outbox.take(config.timeout().multipliedBy(2), clock.instant()).forEach(this::send);
    } catch (StoreException e) {
      LOG.warn("webhooks wait for the database: {}", e.getMessage());
    } catch (Exception e) {
      LOG.error("webhooks are looked after again soon", e);
    }
  }

  private void send(WebhookOutbox.Due due) {
    post.send(due, clock.instant()).onSuccess(answer -> thread.run(() -> told(due, answer)));
  }

  private void told(WebhookOutbox.Due due, Post.Answer answer) {
    Instant now = clock.instant();
    WebhookMessage message = due.message();
    Optional<Instant> next =
        answer.taken() || answer.status() == GONE
            ? Optional.empty()
            : config.retries().next(message.since(), message.attempts(), now);
    DeliveryState state = DeliveryState.PARKED;
    if (answer.taken()) {
      state = DeliveryState.DELIVERED;
    } else if (next.isPresent()) {
      state = DeliveryState.WAITING;
    }
    try {
      outbox.told(message, state, answer.text(), next, now);
      if (answer.status() == GONE) {
        webhooks.end(message.webhookId(), "GONE", now);
      }
      count(state, 1);
      nudge();
    } catch (StoreException e) {
      LOG.warn("message {} is sent once more: {}", message.id(), e.getMessage());
    }
  }

  private void count(DeliveryState state, int by) {
    String outcome =
        state == DeliveryState.WAITING ? "failed" : state.name().toLowerCase(Locale.ROOT);
    meters.counter("webhook.attempts", "outcome", outcome).increment(by);
  }

  /** Sends no more; what is on its way stays on file as it is. */
  @Override
  public void close() {
    thread.close();
    post.close();
  }
}
