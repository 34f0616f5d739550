package io.qingtu.web.api;

import io.qingtu.server.store.RoadOrderStore;
import io.qingtu.server.store.RoadOrderStore.RoadOrder;
import io.qingtu.server.store.Scope;
import io.qingtu.server.store.SweepingQueries;
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

/** The sanitation board (环卫作业) of a day, by road. */
public final class SweepingController implements Controller {
  /** A window that begins in the evening ends in the night. */
  private static final Duration INTO_THE_NEXT = Duration.ofHours(12);

  private record Board(LocalDate date, List<RoadWork> roads, List<RoadOrder> orders) {}

  private final SweepingQueries sweeping;
  private final RoadOrderStore orders;
  private final CityClock clock;

  public SweepingController(SweepingDesk desk, CityClock clock) {
    this.sweeping = desk.sweeping();
    this.orders = desk.orders();
    this.clock = clock;
  }

  @Override
  public void mount(Router api) {
    api.get("/sweeping").handler(Reply.json(this::board));
  }

  private Board board(RoutingContext ctx) {
    LocalDate date = new Arguments(ctx).date("date").orElse(clock.today());
    Instant from = Arguments.startOf(date);
    Instant to = Arguments.startOf(date.plusDays(1));
    Scope scope = Sessions.scope(ctx);
    return new Board(
        date,
        RoadWork.of(sweeping.between(from, to, scope)),
        orders.between(from, to.plus(INTO_THE_NEXT), scope));
  }
}
