package io.qingtu.server.command;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All who want to hear of commands. One that fails does not keep the news from the others. */
final class CommandFeeds implements CommandFeed {
  private static final Logger LOG = LoggerFactory.getLogger(CommandFeeds.class);

  private final List<CommandFeed> feeds = new CopyOnWriteArrayList<>();

  void add(CommandFeed feed) {
    feeds.add(feed);
  }

  @Override
  public void changed(long id) {
    for (CommandFeed feed : feeds) {
      try {
        feed.changed(id);
      } catch (RuntimeException e) {
        LOG.error("a feed does not take the news of command {}", id, e);
      }
    }
  }
}
