package io.qingtu.web.live;

import io.qingtu.server.store.CaseQueries;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the live feed which cases have changed; as {@link AlertNews}, on a thread of its own. */
public final class CaseNews {
  private static final Logger LOG = LoggerFactory.getLogger(CaseNews.class);

  private final CaseQueries cases;
  private final LiveFeed feed;
  private final WorkerExecutor reader;

  public CaseNews(Vertx vertx, CaseQueries cases, LiveFeed feed) {
    this.cases = cases;
    this.feed = feed;
    this.reader = vertx.createSharedWorkerExecutor("case-news", 1);
  }

  /** This case was opened, joined or moved. Any thread; returns at once. */
  public void changed(long id) {
    reader
        .executeBlocking(
            () -> {
              cases.change(id).ifPresent(feed::accept);
              return id;
            },
            false)
        .onFailure(e -> LOG.error("case {} does not reach the live feed", id, e));
  }
}
