package io.qingtu.web.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qingtu.route.Ledger;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.Permit;
import io.qingtu.route.plan.Place;
import io.qingtu.route.plan.Segment;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.track.Position;
import io.qingtu.route.trip.Trip;
import io.qingtu.server.dataset.DataSet;
import io.qingtu.server.dataset.GeoJson;
import io.qingtu.server.store.AlertRevision;
import io.qingtu.server.store.AlertRow;
import io.qingtu.server.store.DossierQueries.ReviewLine;
import io.qingtu.server.store.EvidenceTracks;
import io.qingtu.server.store.Review;
import io.qingtu.web.evidence.CaseStory;
import io.qingtu.web.evidence.Dossier;
import io.qingtu.web.report.KeyCase;
import io.qingtu.web.report.Sources;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Tracks and stories of a simulated week, without a database: of all the fixes those that a report
 * may show are kept.
 */
final class DemoSources implements Sources {
  /** Some 500 m about a track, degrees. */
  private static final double NEAR = 0.005;

  private static final double STRAYED = 0.999;

  private final CityPlan plan;
  private final Map<String, List<Position>> tracks;

  private DemoSources(CityPlan plan, Map<String, List<Position>> tracks) {
    this.plan = plan;
    this.tracks = tracks;
  }

  private record Wanted(Instant from, Instant to) {}

  /**
   * @param reviewed keys of the alerts that somebody decided
   */
  static DemoSources of(DataSet data, Ledger ledger, Set<String> reviewed) {
    Map<String, List<Wanted>> wanted = new HashMap<>();
    for (Alert a : ledger.alerts()) {
      if (a.severity() >= Alert.SERIOUS && reviewed.contains(a.key())) {
        want(wanted, a.plate(), from(a), to(a));
      }
    }
    for (Trip t : ledger.trips()) {
      if (t.endTime() != null && t.adherence() < STRAYED) {
        want(wanted, t.plate(), t.outTime(), t.endTime());
      }
    }
    Map<String, List<Position>> tracks = new HashMap<>();
    for (Position p : data.positions()) {
      boolean kept =
          wanted.getOrDefault(p.plate(), List.of()).stream()
              .anyMatch(w -> !p.fixTime().isBefore(w.from) && !p.fixTime().isAfter(w.to));
      if (kept) {
        tracks.computeIfAbsent(p.plate(), k -> new ArrayList<>()).add(p);
      }
    }
    tracks.values().forEach(t -> t.sort(Comparator.comparing(Position::fixTime)));
    return new DemoSources(data.plan(), tracks);
  }

  private static void want(
      Map<String, List<Wanted>> wanted, String plate, Instant from, Instant to) {
    wanted.computeIfAbsent(plate, k -> new ArrayList<>()).add(new Wanted(from, to));
  }

  private static Instant from(Alert a) {
    return a.start().minus(EvidenceTracks.MARGIN);
  }

  private static Instant to(Alert a) {
    return (a.end() == null ? a.decided() : a.end()).plus(EvidenceTracks.MARGIN);
  }

  @Override
  public List<Position> track(String plate, Instant from, Instant to) {
    return tracks.getOrDefault(plate, List.of()).stream()
        .filter(p -> !p.fixTime().isBefore(from) && !p.fixTime().isAfter(to))
        .toList();
  }

  /** The reviewer, who confirms two hours after an alarm, is simulated as well. */
  @Override
  public Optional<KeyCase> story(Alert a, Instant asOf) {
    List<Position> track = track(a.plate(), from(a), to(a));
    ReviewLine confirmed =
        new ReviewLine(
            1,
            Review.Decision.CONFIRMED,
            "",
            "模拟复核",
            "",
            "",
            a.decided().plus(Duration.ofHours(2)));
    Dossier dossier =
        new Dossier(
            DemoWeek.MASTHEAD.city(),
            true,
            row(a),
            List.of(),
            Optional.empty(),
            track,
            List.of(),
            surroundings(a, track),
            List.of(),
            new Dossier.Handling(
                List.of(confirmed), List.of(), Optional.empty(), Optional.empty(), List.of()));
    return Optional.of(CaseStory.of(a.key(), dossier, List.of(), asOf));
  }

  private AlertRow row(Alert a) {
    Optional<Vehicle> vehicle =
        plan.vehicles().stream().filter(v -> v.plate().equals(a.plate())).findFirst();
    return new AlertRow(
        0,
        a.rule(),
        a.plate(),
        vehicle.map(Vehicle::company).orElse(""),
        0,
        vehicle.map(v -> v.kind().name()).orElse(""),
        a.start(),
        a.decided(),
        a.end(),
        a.longitude(),
        a.latitude(),
        a.grade(),
        a.severity(),
        a.status(),
        a.reason(),
        a.placeId(),
        place(a.placeId()),
        a.permitId(),
        a.tripId(),
        a.segmentIds(),
        road(a),
        a.measured(),
        a.allowed(),
        a.unit(),
        a.ruleVersion(),
        1,
        AlertRevision.Kind.NEW,
        false,
        a.decision(),
        null);
  }

  private String place(String id) {
    return plan.places().stream()
        .filter(p -> p.id().equals(id))
        .map(Place::name)
        .findFirst()
        .orElse("");
  }

  private String road(Alert a) {
    return plan.segments().stream()
        .filter(s -> a.segmentIds().contains(s.id()))
        .map(Segment::road)
        .findFirst()
        .orElse("");
  }

  private Dossier.Plan surroundings(Alert a, List<Position> track) {
    Envelope about = new Envelope(a.longitude(), a.longitude(), a.latitude(), a.latitude());
    track.forEach(p -> about.expandToInclude(p.longitude(), p.latitude()));
    about.expandBy(NEAR);
    Set<String> routes =
        Set.copyOf(
            plan.permits().stream()
                .filter(p -> p.id().equals(a.permitId()))
                .map(Permit::routeIds)
                .findFirst()
                .orElse(List.of()));
    return new Dossier.Plan(
        NullNode.getInstance(),
        plan.places().stream()
            .filter(p -> about.intersects(p.polygon().getEnvelopeInternal()))
            .map(p -> feature(p.polygon(), p.name()))
            .toList(),
        plan.routes().stream()
            .filter(r -> routes.contains(r.id()))
            .map(r -> feature(r.line(), ""))
            .toList(),
        plan.segments().stream()
            .filter(s -> a.segmentIds().contains(s.id()))
            .map(s -> feature(s.line(), s.road()))
            .toList(),
        plan.segments().stream()
            .filter(s -> about.intersects(s.line().getEnvelopeInternal()))
            .map(s -> feature(s.line(), s.road()))
            .toList());
  }

  private static JsonNode feature(Geometry geometry, String name) {
    ObjectNode feature = JsonNodeFactory.instance.objectNode();
    feature.set("geometry", GeoJson.toJson(geometry));
    feature.putObject("properties").put("name", name);
    return feature;
  }
}
