package io.qingtu.web.live;

import io.qingtu.server.store.AlertQueries;
import io.qingtu.server.store.Scope;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the live feed what became of alerts. One thread reads them from the database, so that what
 * is told later was read later: an older state never follows a newer one.
 */
public final class AlertNews {
  private static final Logger LOG = LoggerFactory.getLogger(AlertNews.class);

  private final AlertQueries alerts;
  private final LiveFeed feed;
  private final WorkerExecutor reader;

  public AlertNews(Vertx vertx, AlertQueries alerts, LiveFeed feed) {
    this.alerts = alerts;
    this.feed = feed;
    this.reader = vertx.createSharedWorkerExecutor("alert-news", 1);
  }

  /** These alerts were filed, revised or reviewed. Any thread; returns at once. */
  public void changed(Collection<Long> ids) {
    List<Long> copy = List.copyOf(ids);
    reader
        .executeBlocking(
            () -> {
              copy.forEach(id -> alerts.find(id, Scope.CITY).ifPresent(feed::accept));
              return copy.size();
            },
            false)
        .onFailure(e -> LOG.error("alerts {} do not reach the live feed", copy, e));
  }
}
