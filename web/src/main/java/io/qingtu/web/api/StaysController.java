package io.qingtu.web.api;

import io.qingtu.server.store.Database;
import io.qingtu.server.store.DumpQueries;
import io.qingtu.server.store.Scope;
import io.qingtu.server.store.StayQueries;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** 疑似停留: where loads may have been dumped (M02), alerts or not, and where trucks only rest. */
public final class StaysController implements Controller {
  private record Answer(
      List<StayQueries.StayRow> stays, List<StayQueries.RestRow> restPlaces, int lostLoads) {}

  private final StayQueries stays;
  private final Database database;

  public StaysController(Database database) {
    this.stays = new StayQueries(database);
    this.database = database;
  }

  @Override
  public void mount(Router api) {
    api.get("/stays").handler(Reply.json(this::between));
  }

  private Object between(RoutingContext ctx) {
    Period period = Period.of(new Arguments(ctx));
    Scope scope = Sessions.scope(ctx);
    return new Answer(
        stays.suspects(period.from(), period.to(), scope),
        stays.rests(period.from(), period.to(), scope),
        DumpQueries.lostLoads(database, period.from(), period.to(), scope));
  }
}
