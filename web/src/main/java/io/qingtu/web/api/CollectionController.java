package io.qingtu.web.api;

import io.qingtu.server.store.CollectionQueries;
import io.qingtu.server.store.CollectionQueries.PointRow;
import io.qingtu.server.store.PointOrderStore;
import io.qingtu.server.store.PointOrderStore.PointOrder;
import io.qingtu.server.store.Scope;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.live.CityClock;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The collection points (收集点) of a day: due, served, missed. */
public final class CollectionController implements Controller {
  /** A window that begins in the evening ends in the night. */
  private static final Duration INTO_THE_NEXT = Duration.ofHours(12);

  private record Board(LocalDate date, List<PointRow> points, List<PointOrder> orders) {}

  private final CollectionQueries collection;
  private final PointOrderStore orders;
  private final CityClock clock;

  public CollectionController(
      CollectionQueries collection, PointOrderStore orders, CityClock clock) {
    this.collection = collection;
    this.orders = orders;
    this.clock = clock;
  }

  @Override
  public void mount(Router api) {
    api.get("/collection-points").handler(Reply.json(this::board));
  }

  private Board board(RoutingContext ctx) {
    LocalDate date = new Arguments(ctx).date("date").orElse(clock.today());
    Instant from = Arguments.startOf(date);
    Instant to = Arguments.startOf(date.plusDays(1));
    Scope scope = Sessions.scope(ctx);
    return new Board(
        date,
        collection.between(from, to, scope),
        orders.between(from, to.plus(INTO_THE_NEXT), scope));
  }
}
