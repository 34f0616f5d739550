package io.qingtu.server.analyze;

import io.qingtu.server.store.StoredAlert;
import java.util.List;

/**
 * Whoever wants alerts once they are in the store: new ones and new revisions. Called by the thread
 * that analyzes: take and return.
 */
@FunctionalInterface
public interface AlertFeed {
  void accept(List<StoredAlert> alerts);
}
