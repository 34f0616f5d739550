package io.qingtu.web.server;

import static io.qingtu.web.server.TestWeb.NOW;
import static io.qingtu.web.server.TestWeb.TRUCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.server.store.AlertQueries;
import io.qingtu.server.store.CommandQueries;
import io.qingtu.server.store.FleetQueries;
import io.qingtu.server.store.PositionStore;
import io.qingtu.server.store.Review;
import io.qingtu.server.store.ReviewStore;
import io.qingtu.server.store.Scope;
import io.qingtu.web.live.DatabaseWatch;
import io.qingtu.web.live.LiveFeed;
import io.qingtu.web.live.LiveMessage.AlertChanged;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatabaseWatchIT {
  private final TestWeb web = TestWeb.shared();
  private final LiveFeed feed = new LiveFeed(1000, 0, NOW);

  @Test
  void tellsOnceWhatAnotherProcessFiled() {
    feed.register(new FleetQueries(web.database).vehicles(Scope.CITY));
    web.raise("M13", TRUCK, -700, 1);
    DatabaseWatch watch =
        new DatabaseWatch(
            new PositionStore(web.database),
            new AlertQueries(web.database),
            new CommandQueries(web.database),
            feed,
            NOW);
    long id = web.raise("M13", TRUCK, -600, 1).id();
    watch.look(NOW);
    watch.look(NOW);
    feed.tick(NOW);

    assertEquals(List.of(id), told(), "neither what was there before, nor anything twice");
    assertTrue(feed.snapshot().byPlate().containsKey(TRUCK));

    new ReviewStore(web.database)
        .add(id, 1, new Review(Review.Decision.CONFIRMED, Optional.empty(), ""), NOW);
    watch.look(NOW);
    assertEquals(List.of(id, id), told(), "a review is a change");
  }

  private List<Long> told() {
    return feed.since(0).orElseThrow().stream()
        .filter(m -> m instanceof AlertChanged)
        .map(m -> ((AlertChanged) m).alert().id())
        .toList();
  }
}
