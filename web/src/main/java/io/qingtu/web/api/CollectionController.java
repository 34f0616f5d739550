package io.qingtu.web.api;

import io.qingtu.server.store.CollectionQueries;
import io.qingtu.server.store.CollectionQueries.PointRow;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.live.CityClock;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.util.List;

/** The collection points (收集点) of a day: due, served, missed. */
public final class CollectionController implements Controller {
  private record Board(LocalDate date, List<PointRow> points) {}

  private final CollectionQueries collection;
  private final CityClock clock;

  public CollectionController(CollectionQueries collection, CityClock clock) {
    this.collection = collection;
    this.clock = clock;
  }

  @Override
  public void mount(Router api) {
    api.get("/collection-points").handler(Reply.json(this::board));
  }

  private Board board(RoutingContext ctx) {
    LocalDate date = new Arguments(ctx).date("date").orElse(clock.today());
    return new Board(
        date,
        collection.between(
            Arguments.startOf(date), Arguments.startOf(date.plusDays(1)), Sessions.scope(ctx)));
  }
}
