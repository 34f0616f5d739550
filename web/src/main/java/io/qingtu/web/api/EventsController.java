package io.qingtu.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qingtu.route.casework.CaseType;
import io.qingtu.route.casework.Move;
import io.qingtu.route.geo.Datum;
import io.qingtu.server.store.Account;
import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.CaseQueries;
import io.qingtu.server.store.CaseRow;
import io.qingtu.server.store.CaseStore;
import io.qingtu.server.store.NewFinding;
import io.qingtu.server.store.Permission;
import io.qingtu.server.store.Scope;
import io.qingtu.server.store.WaterStore;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.AuditLog;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Json;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.live.CityClock;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;

/**
 * What others find: gate cameras, citizens' reports (随手拍), patrols, the hotline, sensors. Each
 * event becomes a case or joins one, once however often it is sent; its sender may ask what became
 * of it.
 */
public final class EventsController implements Controller {
  private static final Duration EARLY = Duration.ofMinutes(10);
  private static final int MOST_PAYLOAD = 16_000;
  private static final double DEEPEST_CM = 2000;

  private final CaseStore store;
  private final CaseQueries cases;
  private final WaterStore water;
  private final AuditLog audit;
  private final CityClock clock;

  public EventsController(CaseRoom room, AuditLog audit, CityClock clock) {
    this.store = room.store();
    this.cases = room.cases();
    this.water = room.water();
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void mount(Router api) {
    api.post("/events").handler(Reply.json(201, this::accept));
    api.get("/events/:sourceId").handler(Reply.json(this::result));
  }

  /** A system under its own name; a person who takes calls under the account's. */
  static String source(RoutingContext ctx) {
    Account account = Sessions.need(ctx, Permission.REPORT);
    return account.role() == Account.Role.SOURCE ? account.displayName() : account.login();
  }

  private Object accept(RoutingContext ctx) {
    String source = source(ctx);
    JsonNode body = Arguments.body(ctx);
    NewFinding finding = finding(source, body);
    Optional<WaterStore.Reading> reading = level(ctx, source, body, finding);
    Optional<Boolean> closed = reading.map(water::file);
    if (reading.isPresent() && !calls(reading.get())) {
      ObjectNode noted =
          cases
              .ofEvent(source, finding.sourceId())
              .map(row -> state(row, finding.sourceId()))
              .orElseGet(() -> Json.MAPPER.createObjectNode().put("sourceId", finding.sourceId()));
      return noted.put("fate", "NOTED").put("closed", closed.get());
    }
    CaseStore.Accepted accepted = store.accept(finding, clock.now());
    audit.append(
        ctx,
        AuditAction.EVENT,
        "case/" + accepted.caseId(),
        Map.of("sourceId", finding.sourceId(), "fate", accepted.fate().name()));
    ObjectNode answer =
        state(cases.ofEvent(source, finding.sourceId()).orElseThrow(), finding.sourceId())
            .put("fate", accepted.fate().name());
    closed.ifPresent(is -> answer.put("closed", is));
    return answer;
  }

  /** The level of an underpass that an event of water names. */
  private Optional<WaterStore.Reading> level(
      RoutingContext ctx, String source, JsonNode body, NewFinding finding) {
    String underpass = Arguments.field(body, "underpass", 60);
    if (underpass.isEmpty()) {
      return Optional.empty();
    }
    if (finding.type() != CaseType.WATER) {
      throw ApiException.badParameter("underpass", "is named by events of WATER only");
    }
    if (water.find(underpass).isEmpty()) {
      throw ApiException.badParameter("underpass", "\"" + underpass + "\" is not on file");
    }
    double depth = Arguments.requiredNumber(body, "depthCm", 0, DEEPEST_CM);
    return Optional.of(
        new WaterStore.Reading(
            Sessions.account(ctx).id(), source, underpass, finding.foundAt(), depth));
  }

  /** Whether a level calls for a case: a road that is closed for a falling one has its own. */
  private boolean calls(WaterStore.Reading reading) {
    return reading.depthCm() > water.find(reading.underpassId()).orElseThrow().limitCm();
  }

  private NewFinding finding(String source, JsonNode body) {
    String sourceId = Arguments.field(body, "sourceId", 200);
    if (sourceId.isBlank()) {
      throw ApiException.badParameter("sourceId", "is missing: the same twice is the same event");
    }
    String title = Arguments.field(body, "title", 200);
    if (title.isBlank()) {
      throw ApiException.badParameter("title", "is missing");
    }
    Instant time = Arguments.requiredTime(body, "time");
    if (time.isAfter(clock.now().plus(EARLY))) {
      throw ApiException.badParameter("time", "lies in the future");
    }
    Coordinate place = place(body);
    JsonNode payload = body.path("payload");
    if (!payload.isMissingNode() && !payload.isObject()
        || payload.toString().length() > MOST_PAYLOAD) {
      throw ApiException.badParameter(
          "payload", "is no object of at most " + MOST_PAYLOAD + " characters");
    }
    return new NewFinding(
        source,
        sourceId,
        Arguments.requiredChoice(body, "type", CaseType.class),
        title,
        time,
        place.x,
        place.y,
        body.hasNonNull("confidence")
            ? Arguments.requiredNumber(body, "confidence", 0, 1)
            : Double.NaN,
        "",
        Arguments.field(body, "plate", 20),
        payload.isObject() ? payload.toString() : "{}",
        Arguments.field(body, "replyTo", 500));
  }

  private static Coordinate place(JsonNode body) {
    if (!body.hasNonNull("lon") && !body.hasNonNull("lat")) {
      return new Coordinate(Double.NaN, Double.NaN);
    }
    double lon = Arguments.requiredNumber(body, "lon", -180, 180);
    double lat = Arguments.requiredNumber(body, "lat", -90, 90);
    // whoever gives a place says what it is measured against: half a kilometre hangs on it
    return Arguments.requiredChoice(body, "datum", Datum.class).toWgs84(lon, lat);
  }

  private Object result(RoutingContext ctx) {
    String sourceId = ctx.pathParam("sourceId");
    return state(
        cases
            .ofEvent(source(ctx), sourceId)
            .orElseThrow(() -> ApiException.notFound("event " + sourceId)),
        sourceId);
  }

  /** What the sender may know: no names of people or companies. */
  private ObjectNode state(CaseRow row, String sourceId) {
    Optional<Result> result = result(row);
    return Json.MAPPER
        .createObjectNode()
        .put("sourceId", sourceId)
        .put("caseId", Long.toString(row.id()))
        .put("stage", row.stage().name())
        .put("since", row.since().toString())
        .put("open", row.stage().isOpen())
        .put("merged", row.sources() > 1)
        .put("result", result.map(Enum::name).orElse(null))
        .put("resultAt", result.map(r -> row.since().toString()).orElse(null));
  }

  /** What a source is to reply to whoever reported it to it. */
  private enum Result {
    SOLVED,
    /** Nothing was the matter, or nobody was to blame. */
    UNFOUNDED,
    /** Another authority has it. */
    TRANSFERRED,
    /** It cannot be solved now and is looked at every month. */
    POSTPONED
  }

  private Optional<Result> result(CaseRow row) {
    return switch (row.stage()) {
      case ACCEPTED, FILED, DISPATCHED, HANDLING, FEEDBACK, VERIFYING -> Optional.empty();
      case NOT_FILED -> Optional.of(Result.UNFOUNDED);
      case TRANSFERRED -> Optional.of(Result.TRANSFERRED);
      case ON_LEDGER -> Optional.of(Result.POSTPONED);
      case CLOSED, EVALUATED ->
          Optional.of(
              cases.steps(row.id(), Scope.CITY).stream()
                      .anyMatch(s -> s.move() == Move.UPHOLD_APPEAL)
                  ? Result.UNFOUNDED
                  : Result.SOLVED);
    };
  }
}
