package io.qingtu.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.route.casework.CaseType;
import io.qingtu.route.casework.Right;
import io.qingtu.route.forensics.CoDwellSearch;
import io.qingtu.route.forensics.CoDweller;
import io.qingtu.route.forensics.Dump;
import io.qingtu.route.forensics.Dwell;
import io.qingtu.route.plan.Parameters;
import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.CasePhotoStore;
import io.qingtu.server.store.CaseQueries;
import io.qingtu.server.store.CaseRow;
import io.qingtu.server.store.CaseStore;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.DumpQueries;
import io.qingtu.server.store.FiledPhoto;
import io.qingtu.server.store.NewFinding;
import io.qingtu.server.store.Scope;
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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * 串案扩线 of a case: who else stood where its load was found (P09), and a case of its own for each of
 * them. The place is that of the last photo, which somebody took on the spot, else the case's.
 */
public final class LinkedCasesController implements Controller {
  /** As the source of a case that was found by asking on from another. */
  static final String SOURCE = "linked";

  private record Truck(
      String plate, int trips, List<String> sites, List<Dwell> dwells, Long caseId) {}

  private record Linked(double lon, double lat, List<Truck> trucks) {}

  private final Database database;
  private final CaseQueries cases;
  private final CaseStore store;
  private final CasePhotoStore photos;
  private final Supplier<Parameters> inForce;
  private final AuditLog audit;
  private final CityClock clock;

  /**
   * @param inForce the parameters that the analysis runs with
   */
  public LinkedCasesController(
      Database database,
      CaseRoom room,
      Supplier<Parameters> inForce,
      AuditLog audit,
      CityClock clock) {
    this.database = database;
    this.cases = room.cases();
    this.store = room.store();
    this.photos = room.photos();
    this.inForce = inForce;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void mount(Router api) {
    api.get("/cases/:id/linked").handler(Reply.json(this::list));
    api.post("/cases/:id/linked").handler(Reply.json(201, this::open));
  }

  private Object list(RoutingContext ctx) {
    CaseRow row = CasesController.named(ctx, cases);
    Dump dump = spot(row, Sessions.scope(ctx));
    audit.append(ctx, AuditAction.LINKED, "case/" + row.id(), Map.of());
    List<Truck> trucks =
        others(row, dump, Sessions.scope(ctx)).stream()
            .map(c -> new Truck(c.plate(), c.trips(), c.sites(), c.dwells(), known(row, c)))
            .toList();
    return new Linked(dump.longitude(), dump.latitude(), trucks);
  }

  private Long known(CaseRow row, CoDweller other) {
    return cases.ofEvent(SOURCE, name(row, other.plate())).map(CaseRow::id).orElse(null);
  }

  private Object open(RoutingContext ctx) {
    CaseRow row = CasesController.named(ctx, cases);
    if (!Sessions.account(ctx).rights().contains(Right.FILE)) {
      throw ApiException.forbidden(
          "the role " + Sessions.account(ctx).role() + " may not " + Right.FILE);
    }
    JsonNode body = Arguments.body(ctx);
    String plate = Arguments.field(body, "plate", 20);
    Dump dump = spot(row, Sessions.scope(ctx));
    CoDweller other =
        others(row, dump, Sessions.scope(ctx)).stream()
            .filter(c -> c.plate().equals(plate))
            .findFirst()
            .orElseThrow(
                () -> ApiException.badParameter("plate", "is no truck that stood where it was"));
    CaseStore.Accepted accepted = store.accept(finding(row, dump, other), clock.now());
    audit.append(
        ctx,
        AuditAction.CASE,
        "case/" + accepted.caseId(),
        Map.of("linkedTo", row.id(), "plate", plate, "fate", accepted.fate().name()));
    return Map.of("id", accepted.caseId(), "fate", accepted.fate().name());
  }

  private Dump spot(CaseRow row, Scope scope) {
    return photos.ofCase(row.id(), scope).stream()
        .max(Comparator.comparing(FiledPhoto::takenAt))
        .map(p -> new Dump(p.lon(), p.lat(), row.foundAt()))
        .or(() -> place(row))
        .orElseThrow(() -> ApiException.notFound("the place of case " + row.id()));
  }

  private static Optional<Dump> place(CaseRow row) {
    return Double.isNaN(row.lon())
        ? Optional.empty()
        : Optional.of(new Dump(row.lon(), row.lat(), row.foundAt()));
  }

  private List<CoDweller> others(CaseRow row, Dump dump, Scope scope) {
    DumpQueries queries = new DumpQueries(database, inForce.get());
    return new CoDwellSearch(inForce.get())
        .rank(dump, queries.tracks(dump, "", scope), queries::origin).stream()
            .filter(c -> !c.plate().equals(row.plate()))
            .toList();
  }

  private static NewFinding finding(CaseRow row, Dump dump, CoDweller other) {
    Dwell last = other.dwells().get(other.dwells().size() - 1);
    return new NewFinding(
        SOURCE,
        name(row, other.plate()),
        CaseType.DUMPING,
        "P09 " + other.plate(),
        last.from(),
        dump.longitude(),
        dump.latitude(),
        Double.NaN,
        "C",
        other.plate(),
        Json.MAPPER
            .createObjectNode()
            .put("caseId", Long.toString(row.id()))
            .put("stays", other.dwells().size())
            .toString(),
        "");
  }

  private static String name(CaseRow row, String plate) {
    return row.id() + "/" + plate;
  }
}
