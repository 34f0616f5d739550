package io.qingtu.web.api;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.qingtu.server.store.Database;
import io.qingtu.web.http.Controller;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * For those who run the server, outside the API and without sign-in: whether the process lives,
 * whether it can answer (its database does) and how many batches of positions wait in the gateway's
 * journal for the database, and its figures for Prometheus.
 */
public final class HealthController implements Controller {
  private final Database database;
  private final PrometheusMeterRegistry meters;

  public HealthController(Database database, PrometheusMeterRegistry meters) {
    this.database = database;
    this.meters = meters;
  }

  /** {@inheritDoc} Here the root of the server, not of the API. */
  @Override
  public void mount(Router root) {
    root.get("/health/live").handler(ctx -> answer(ctx, 200, "live"));
    root.get("/health/ready").handler(this::ready);
    root.get("/metrics").handler(this::metrics);
  }

  private void ready(RoutingContext ctx) {
    ctx.vertx()
        .executeBlocking(() -> database.query("select 1", r -> r.getInt(1)), false)
        .onSuccess(r -> answer(ctx, 200, "ready"))
        .onFailure(e -> answer(ctx, 503, "database"));
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

  private void answer(RoutingContext ctx, int status, String state) {
    Gauge journal = meters.find("ingest.journal.entries").gauge(); // none without a gateway
    long waiting = journal == null ? 0 : (long) journal.value();
    ctx.response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "no-store")
        .end("{\"status\":\"" + state + "\",\"journalEntries\":" + waiting + "}");
  }
}
