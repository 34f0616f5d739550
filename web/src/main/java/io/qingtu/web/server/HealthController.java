package io.qingtu.web.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Json;
import io.qingtu.web.server.Health.Stage;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * For those who run the server, outside the API and without sign-in. {@code /health/live}: the
 * process answers, 200. {@code /health/started}: 200 once everything runs, until then 503 with the
 * stage it is at. {@code /health/ready}: 200 while it has started and its database answers, else
 * 503. Each with JSON of {@code status}, {@code stage}, {@code journalEntries} (batches of
 * positions that wait in the gateway's journal for the database), the last one with {@code
 * database} too, {@code up} or {@code down}. {@code /metrics}: its figures for Prometheus.
 */
final class HealthController implements Controller {
  /** For the database's answer: those who ask do not wait longer either. */
  private static final int PATIENCE_SECONDS = 3;

  private final Health health;
  private final PrometheusMeterRegistry meters;

  HealthController(Health health, PrometheusMeterRegistry meters) {
    this.health = health;
    this.meters = meters;
  }

  /** {@inheritDoc} Here the root of the server, not of the API. */
  @Override
  public void mount(Router root) {
    root.get("/health/live").handler(ctx -> answer(ctx, 200, state("live")));
    root.get("/health/started").handler(this::started);
    root.get("/health/ready").handler(this::ready);
    root.get("/metrics").handler(this::metrics);
  }

  private void started(RoutingContext ctx) {
    boolean started = health.stage() == Stage.STARTED;
    answer(ctx, started ? 200 : 503, state(started ? "started" : "starting"));
  }

  private void ready(RoutingContext ctx) {
    ctx.vertx()
        .executeBlocking(health::databaseAnswers, false)
        .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .otherwise(false)
        .onSuccess(
            answers -> {
              boolean ready = answers && health.stage() == Stage.STARTED;
              Map<String, Object> state = state(ready ? "ready" : "not-ready");
              state.put("database", answers ? "up" : "down");
              answer(ctx, ready ? 200 : 503, state);
            });
  }

  private void metrics(RoutingContext ctx) {
    ctx.vertx()
        .executeBlocking(() -> meters.scrape(), false)
        .onSuccess(
            text ->
                ctx.response()
                    .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                    .end(text))
        .onFailure(ctx::fail);
  }

  private Map<String, Object> state(String status) {
    Gauge journal = meters.find("ingest.journal.entries").gauge(); // none without a gateway
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("status", status);
    state.put("stage", health.stage().code());
    state.put("journalEntries", journal == null ? 0 : (long) journal.value());
    return state;
  }

  private static void answer(RoutingContext ctx, int status, Map<String, Object> state) {
    ctx.response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "no-store")
        .end(Json.write(state));
  }
}
