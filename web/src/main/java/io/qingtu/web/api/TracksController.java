package io.qingtu.web.api;

import io.qingtu.route.track.Position;
import io.qingtu.server.store.AlertFilter;
import io.qingtu.server.store.AlertQueries;
import io.qingtu.server.store.AlertRow;
import io.qingtu.server.store.FleetQueries;
import io.qingtu.server.store.Scope;
import io.qingtu.server.store.TrackQueries;
import io.qingtu.server.store.TripQueries;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.live.CityClock;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Where a vehicle was, and the trips it made. */
public final class TracksController implements Controller {
  private static final int MOST_ALERTS = 500;

  private record Track(
      String plate,
      List<TrackPoint> points,
      List<TrackOutline.Stop> stops,
      List<TrackOutline.Gap> gaps,
      List<AlertRow> alerts,
      List<TrackCheck.Dropped> dropped) {}

  private final FleetQueries fleet;
  private final TrackQueries tracks;
  private final TrackCheck check;
  private final AlertQueries alerts;
  private final TripQueries trips;
  private final CityClock clock;

  public TracksController(
      FleetQueries fleet,
      TrackQueries tracks,
      TrackCheck check,
      AlertQueries alerts,
      TripQueries trips,
      CityClock clock) {
    this.fleet = fleet;
    this.tracks = tracks;
    this.check = check;
    this.alerts = alerts;
    this.trips = trips;
    this.clock = clock;
  }

  @Override
  public void mount(Router api) {
    api.get("/vehicles/:plate/track").handler(Reply.json(this::track));
    api.get("/trips").handler(Reply.json(this::trips));
  }

  private Track track(RoutingContext ctx) {
    String plate = ctx.pathParam("plate");
    Scope scope = Sessions.scope(ctx);
    fleet.find(plate, scope).orElseThrow(() -> ApiException.notFound("vehicle " + plate));
    Period period = Period.of(new Arguments(ctx));
    List<Position> track = tracks.track(plate, period.from(), period.to());
    TrackOutline outline = TrackOutline.of(track);
    AlertFilter own = AlertFilter.ofVehicle(plate, period.from(), period.to());
    return new Track(
        plate,
        track.stream().map(TrackPoint::of).toList(),
        outline.stops(),
        outline.gaps(),
        alerts.page(own, scope, MOST_ALERTS),
        check.of(track));
  }

  private Object trips(RoutingContext ctx) {
    Arguments in = new Arguments(ctx);
    Period period =
        in.text("from").isPresent() || in.text("to").isPresent()
            ? Period.of(in)
            : day(in.date("date").orElse(clock.today()));
    return Map.of(
        "trips", trips.between(period.from(), period.to(), in.text("plate"), Sessions.scope(ctx)));
  }

  private static Period day(LocalDate day) {
    Instant start = Arguments.startOf(day);
    return new Period(start, Arguments.startOf(day.plusDays(1)));
  }
}
