package io.qingtu.web.api;

import io.qingtu.route.forensics.CoDwellSearch;
import io.qingtu.route.forensics.CoDweller;
import io.qingtu.route.forensics.Dump;
import io.qingtu.route.forensics.Dwell;
import io.qingtu.route.forensics.GapPlace;
import io.qingtu.route.forensics.GapSearch;
import io.qingtu.route.forensics.HotSpot;
import io.qingtu.route.forensics.LostTime;
import io.qingtu.route.forensics.Reachable;
import io.qingtu.route.forensics.ReachableArea;
import io.qingtu.route.forensics.Sighting;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.trip.Trip.EndKind;
import io.qingtu.server.store.AlertQueries;
import io.qingtu.server.store.AlertRow;
import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.DumpQueries;
import io.qingtu.server.store.Review;
import io.qingtu.server.store.Scope;
import io.qingtu.server.store.TrackQueries;
import io.qingtu.server.store.TripQueries;
import io.qingtu.server.store.TripQueries.TripRow;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.AuditLog;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** 失联取证, 串案扩线, 倾倒热点: what else is known around a dump (P05, P09, P01). */
public final class DumpController implements Controller {
  private static final int CORNERS = 72;

  private record Candidate(
      GapPlace.Kind kind,
      String id,
      String name,
      double longitude,
      double latitude,
      long detourSeconds) {
    static Candidate of(Reachable r) {
      GapPlace x = r.place();
      return new Candidate(
          x.kind(), x.id(), x.name(), x.longitude(), x.latitude(), r.detour().toSeconds());
    }
  }

  private record Gap(
      Instant from,
      Instant to,
      List<Double> before,
      List<Double> after,
      double majorMetres,
      double minorMetres,
      List<double[]> outline,
      List<Candidate> candidates) {}

  private record Gaps(String tripId, List<Gap> gaps) {}

  private record Truck(String plate, int trips, List<String> sites, List<Dwell> dwells) {
    static Truck of(CoDweller c) {
      return new Truck(c.plate(), c.trips(), c.sites(), c.dwells());
    }
  }

  private record Linked(
      boolean confirmed, List<Truck> trucks, List<DumpQueries.Unseen> unobserved) {}

  private record Spot(
      double longitude,
      double latitude,
      double radius,
      Instant first,
      Instant last,
      List<Sighting> sightings) {
    static Spot of(HotSpot h) {
      return new Spot(h.longitude(), h.latitude(), h.radius(), h.first(), h.last(), h.sightings());
    }
  }

  private record Spots(List<Spot> hotspots, int lostLoads) {}

  private final Database database;
  private final AlertQueries alerts;
  private final TripQueries trips;
  private final TrackQueries tracks;
  private final Supplier<Parameters> inForce;
  private final AuditLog audit;

  /**
   * @param inForce the parameters that the analysis runs with
   */
  public DumpController(
      Database database,
      AlertQueries alerts,
      TrackQueries tracks,
      Supplier<Parameters> inForce,
      AuditLog audit) {
    this.database = database;
    this.alerts = alerts;
    this.trips = new TripQueries(database);
    this.tracks = tracks;
    this.inForce = inForce;
    this.audit = audit;
  }

  @Override
  public void mount(Router api) {
    api.get("/alerts/:id/gap").handler(Reply.json(this::gaps));
    api.get("/alerts/:id/linked").handler(Reply.json(this::linked));
    api.get("/hotspots").handler(Reply.json(this::hotSpots));
  }

  private Object gaps(RoutingContext ctx) {
    AlertRow alert = AlertsController.named(ctx, alerts);
    audit.append(ctx, AuditAction.GAP, "alert/" + alert.id(), Map.of("revision", alert.revision()));
    List<Gap> gaps =
        trip(ctx, alert)
            .filter(t -> t.endTime() != null)
            .map(t -> gaps(t, Sessions.scope(ctx)))
            .orElse(List.of());
    return new Gaps(alert.tripId(), gaps);
  }

  private List<Gap> gaps(TripRow trip, Scope scope) {
    Parameters p = inForce.get();
    GapSearch search = new GapSearch(p);
    DumpQueries queries = new DumpQueries(database, p);
    // the fix that ended the trip ends the gap, too
    Instant end = trip.endTime().plusMillis(1);
    return search
        .gaps(EndKind.valueOf(trip.endKind()), tracks.track(trip.plate(), trip.outTime(), end))
        .stream()
        .map(gap -> gap(search, gap, queries.places(gap, scope)))
        .toList();
  }

  private static Gap gap(GapSearch search, LostTime x, List<GapPlace> places) {
    ReachableArea area = search.area(x);
    return new Gap(
        x.from(),
        x.to(),
        List.of(x.fromLongitude(), x.fromLatitude()),
        List.of(x.toLongitude(), x.toLatitude()),
        Math.round(area.majorMetres()),
        Math.round(area.minorMetres()),
        area.outline(CORNERS),
        search.rank(x, places).stream().map(Candidate::of).toList());
  }

  private Object linked(RoutingContext ctx) {
    AlertRow alert = AlertsController.named(ctx, alerts);
    if (Double.isNaN(alert.lon()) || Double.isNaN(alert.lat())) {
      throw ApiException.notFound("the place of alert " + alert.id());
    }
    audit.append(
        ctx, AuditAction.LINKED, "alert/" + alert.id(), Map.of("revision", alert.revision()));
    Parameters p = inForce.get();
    DumpQueries queries = new DumpQueries(database, p);
    Dump dump = new Dump(alert.lon(), alert.lat(), alert.start());
    String site = trip(ctx, alert).map(TripRow::siteId).orElse("");
    List<Truck> trucks =
        new CoDwellSearch(p)
            .rank(dump, queries.tracks(dump, site, Sessions.scope(ctx)), queries::origin).stream()
                .map(Truck::of)
                .toList();
    boolean confirmed =
        alert.review() != null && alert.review().decision() == Review.Decision.CONFIRMED;
    Set<String> seen = trucks.stream().map(Truck::plate).collect(Collectors.toSet());
    List<DumpQueries.Unseen> unobserved =
        queries.unseen(dump, site, Sessions.scope(ctx)).stream()
            .filter(x -> !seen.contains(x.plate()))
            .toList();
    return new Linked(confirmed, trucks, unobserved);
  }

  private Optional<TripRow> trip(RoutingContext ctx, AlertRow alert) {
    return trips.find(alert.tripId(), Sessions.scope(ctx));
  }

  private Object hotSpots(RoutingContext ctx) {
    Period period = Period.of(new Arguments(ctx));
    Scope scope = Sessions.scope(ctx);
    DumpQueries queries = new DumpQueries(database, inForce.get());
    return new Spots(
        queries.hotSpots(period.from(), period.to(), scope).stream().map(Spot::of).toList(),
        DumpQueries.lostLoads(database, period.from(), period.to(), scope));
  }
}
