package io.qingtu.web.api;

import io.qingtu.route.plan.CityPlan;
import io.qingtu.server.dataset.PlanLayer;
import io.qingtu.server.dataset.PlanRow;
import io.qingtu.server.store.Account;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.FleetQueries;
import io.qingtu.server.store.Permission;
import io.qingtu.server.store.PlanEditStore;
import io.qingtu.server.store.PlanEditStore.Editor;
import io.qingtu.server.store.PlanQueries;
import io.qingtu.server.store.PlanStore;
import io.qingtu.server.store.PlanVersion;
import io.qingtu.server.store.PlanVersion.Origin;
import io.qingtu.server.store.Scope;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.live.CityClock;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** What those share who edit the plan: its stores, and who may do what. */
public final class PlanRoom {
  static final int LONGEST_TEXT = 2000;
  private static final int SHORTEST_REASON = 2;

  private final PlanStore plans;
  private final PlanEditStore edits;
  private final PlanQueries queries;
  private final FleetQueries fleet;
  private final CityClock clock;

  public PlanRoom(Database database, CityClock clock) {
    this.plans = new PlanStore(database);
    this.edits = new PlanEditStore(database);
    this.queries = new PlanQueries(database);
    this.fleet = new FleetQueries(database);
    this.clock = clock;
  }

  PlanEditStore edits() {
    return edits;
  }

  PlanQueries queries() {
    return queries;
  }

  CityClock clock() {
    return clock;
  }

  /** What edits are held against. */
  CityPlan layout() {
    return plans.layout();
  }

  /** The layer that the path names, in small letters. */
  static PlanLayer<?> layer(RoutingContext ctx) {
    String name = ctx.pathParam("layer");
    return PlanLayer.find(name.toUpperCase(Locale.ROOT))
        .filter(l -> l.name().toLowerCase(Locale.ROOT).equals(name))
        .orElseThrow(() -> ApiException.notFound("layer " + name));
  }

  /** What the path names, if the reader may see it. */
  PlanVersion find(RoutingContext ctx, PlanLayer<?> layer) {
    String id = ctx.pathParam("id");
    return queries
        .find(layer, id, Sessions.scope(ctx))
        .orElseThrow(() -> ApiException.notFound("what this path names"));
  }

  /** Whoever edits; places and routes are the city's own. */
  Account needEditor(RoutingContext ctx, PlanLayer<?> layer) {
    Account account =
        Sessions.need(ctx, layer.isTask() ? Permission.PLAN_SWEEPING : Permission.PLAN);
    if (layer.isTask() && account.scope().reach() == Scope.Reach.COMPANY) {
      throw ApiException.forbidden("who has to do the work does not plan it");
    }
    if (layer.isDrawn() && !account.seesCity()) {
      throw ApiException.forbidden("places and routes are the city's to edit");
    }
    return account;
  }

  /**
   * A permit is edited by those alone who see its vehicle, a task by those who see its contractor.
   */
  Consumer<PlanRow> sight(RoutingContext ctx, PlanLayer<?> layer) {
    Scope scope = Sessions.scope(ctx);
    if (scope.wholeCity() || layer.isDrawn()) {
      return row -> {};
    }
    if (layer == PlanLayer.PERMITS) {
      return row -> {
        String plate = row.text("plate");
        if (fleet.find(plate, scope).isEmpty()) {
          throw row.wrong("plate \"" + plate + "\" is no vehicle on file");
        }
      };
    }
    Set<String> own = queries.contractors(scope);
    return row -> {
      String contractor = row.text("contractor");
      if (!own.contains(contractor)) {
        throw row.wrong("contractor \"" + contractor + "\" is none of yours");
      }
    };
  }

  /** Who asks, as an editor who has said why. */
  Editor editor(RoutingContext ctx, Origin origin, String reason) {
    if (reason.strip().length() < SHORTEST_REASON) {
      throw ApiException.badParameter("reason", "says too little why this is done");
    }
    return new Editor(
        Sessions.account(ctx).id(),
        Arguments.origin(ctx),
        clock.now(),
        Clock.systemUTC().instant(),
        origin,
        reason.strip());
  }
}
