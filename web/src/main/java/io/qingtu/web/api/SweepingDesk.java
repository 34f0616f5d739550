package io.qingtu.web.api;

import io.qingtu.server.store.Database;
import io.qingtu.server.store.RoadOrderStore;
import io.qingtu.server.store.SweepingQueries;

/** What the topics of sweeping share. */
public record SweepingDesk(SweepingQueries sweeping, RoadOrderStore orders) {
  public SweepingDesk(Database database) {
    this(new SweepingQueries(database), new RoadOrderStore(database));
  }
}
