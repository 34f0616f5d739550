package io.qingtu.web.api;

import io.qingtu.server.store.SweepingQueries;
import io.qingtu.server.store.SweepingQueries.PassRow;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.live.CityClock;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.util.List;

/** The sanitation board (环卫作业) of a day, by road. */
public final class SweepingController implements Controller {
  private record Board(LocalDate date, List<RoadWork> roads) {}

  private final SweepingQueries sweeping;
  private final CityClock clock;

  public SweepingController(SweepingQueries sweeping, CityClock clock) {
    this.sweeping = sweeping;
    this.clock = clock;
  }

  @Override
  public void mount(Router api) {
    api.get("/sweeping").handler(Reply.json(this::board));
  }

  private Board board(RoutingContext ctx) {
    LocalDate date = new Arguments(ctx).date("date").orElse(clock.today());
    List<PassRow> rows =
        sweeping.between(
            Arguments.startOf(date), Arguments.startOf(date.plusDays(1)), Sessions.scope(ctx));
    return new Board(date, RoadWork.of(rows));
  }
}
