package io.qingtu.web.live;

import io.qingtu.server.store.CommandQueries;
import io.qingtu.server.store.Scope;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the live feed what became of commands. One thread reads them from the database, so that an
 * older state never follows a newer one.
 */
public final class CommandNews {
  private static final Logger LOG = LoggerFactory.getLogger(CommandNews.class);

  private final CommandQueries commands;
  private final LiveFeed feed;
  private final WorkerExecutor reader;

  public CommandNews(Vertx vertx, CommandQueries commands, LiveFeed feed) {
    this.commands = commands;
    this.feed = feed;
    this.reader = vertx.createSharedWorkerExecutor("command-news", 1);
  }

  /** This command was filed or has come to another state. Any thread; returns at once. */
  public void changed(long id) {
    reader
        .executeBlocking(
            () -> {
              commands.find(id, Scope.CITY).ifPresent(feed::accept);
              return id;
            },
            false)
        .onFailure(e -> LOG.error("command {} does not reach the live feed", id, e));
  }
}
