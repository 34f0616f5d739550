package io.qingtu.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.route.permit.Conflict;
import io.qingtu.route.permit.PermitConflicts;
import io.qingtu.route.plan.Parameters;
import io.qingtu.server.dataset.DataSetException;
import io.qingtu.server.dataset.PlanLayer;
import io.qingtu.server.dataset.PlanRow;
import io.qingtu.server.dataset.PlanScrutiny;
import io.qingtu.server.dataset.Times;
import io.qingtu.server.store.PlanEditStore;
import io.qingtu.server.store.PlanEditStore.Edit;
import io.qingtu.server.store.PlanEditStore.RefusedEditException;
import io.qingtu.server.store.PlanVersion;
import io.qingtu.server.store.PlanVersion.Origin;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** 许可与路线, 作业计划: the layers of the plan, as they are, as they were, and their edits. */
public final class PlanController implements Controller {
  private static final String LAYER = "/plan/:layer";
  private static final String ONE = LAYER + "/:id";

  private record Finding(
      Conflict.Kind kind, String permitId, String plate, String objectId, double measured) {
    static Finding of(Conflict c) {
      return new Finding(c.kind(), c.permit().id(), c.permit().plate(), c.objectId(), c.measured());
    }
  }

  private final PlanRoom room;
  private final Supplier<Parameters> parameters;

  public PlanController(PlanRoom room, Supplier<Parameters> parameters) {
    this.room = room;
    this.parameters = parameters;
  }

  @Override
  public void mount(Router api) {
    api.get("/plan/conflicts").handler(Reply.json(this::conflicts));
    api.get(LAYER).handler(Reply.json(this::list));
    api.post(LAYER).handler(Reply.json(201, this::create));
    api.get(ONE).handler(Reply.json(this::one));
    api.get(ONE + "/versions").handler(Reply.json(this::versions));
    api.post(ONE + "/versions").handler(Reply.json(201, this::change));
    api.post(ONE + "/end").handler(Reply.json(201, this::end));
  }

  private Object conflicts(RoutingContext ctx) {
    Set<String> mine =
        room.queries().list(PlanLayer.PERMITS, Sessions.scope(ctx)).stream()
            .map(v -> PlanLayer.PERMITS.id(v.row()))
            .collect(Collectors.toSet());
    Instant now = room.clock().now();
    return Map.of(
        "time",
        now,
        "conflicts",
        // what a permit is held against is the city's; whose permit it is decides who is told
        PermitConflicts.of(room.layout(), parameters.get(), now).stream()
            .filter(c -> mine.contains(c.permit().id()))
            .map(Finding::of)
            .toList());
  }

  private Object list(RoutingContext ctx) {
    PlanLayer<?> layer = PlanRoom.layer(ctx);
    return Map.of(
        "items",
        room.queries().list(layer, Sessions.scope(ctx)).stream()
            .map(v -> PlanItem.of(layer, v))
            .toList());
  }

  private Object one(RoutingContext ctx) {
    PlanLayer<?> layer = PlanRoom.layer(ctx);
    return PlanItem.of(layer, room.find(ctx, layer));
  }

  private Object versions(RoutingContext ctx) {
    PlanLayer<?> layer = PlanRoom.layer(ctx);
    PlanVersion now = room.find(ctx, layer);
    List<PlanVersion> kept =
        room.queries().versions(layer, ctx.pathParam("id"), Sessions.scope(ctx));
    // what was there before versions were kept has had one
    List<PlanVersion> all = kept.isEmpty() ? List.of(now) : kept;
    return Map.of("versions", all.stream().map(v -> PlanItem.of(layer, v)).toList());
  }

  private Object create(RoutingContext ctx) {
    PlanLayer<?> layer = PlanRoom.layer(ctx);
    room.needEditor(ctx, layer);
    JsonNode body = Arguments.body(ctx);
    PlanEditStore.Editor editor = editor(ctx, body);
    boolean correction = correction(body);
    PlanRow row = checked(ctx, layer, row(body));
    if (layer.id(row).isEmpty()) {
      throw ApiException.badParameter("columns", layer.columns().get(0) + " is empty");
    }
    return apply(ctx, new Edit(layer, row, 0, correction), editor);
  }

  private Object change(RoutingContext ctx) {
    PlanLayer<?> layer = PlanRoom.layer(ctx);
    room.needEditor(ctx, layer);
    PlanVersion before = room.find(ctx, layer);
    JsonNode body = Arguments.body(ctx);
    int seen = Arguments.requiredWhole(body, "version", 1, Integer.MAX_VALUE);
    PlanEditStore.Editor editor = editor(ctx, body);
    boolean correction = correction(body);
    PlanRow sent = row(body).with(layer.columns().get(0), layer.id(before.row()));
    PlanRow row = checked(ctx, layer, sent);
    return apply(ctx, new Edit(layer, row, seen, correction), editor);
  }

  /** It counts no longer from a moment on, which is not in the past. */
  private Object end(RoutingContext ctx) {
    PlanLayer<?> layer = PlanRoom.layer(ctx);
    room.needEditor(ctx, layer);
    PlanVersion before = room.find(ctx, layer);
    JsonNode body = Arguments.body(ctx);
    int seen = Arguments.requiredWhole(body, "version", 1, Integer.MAX_VALUE);
    PlanEditStore.Editor editor = editor(ctx, body);
    Instant at = editor.now();
    if (!Arguments.field(body, "at", 40).isEmpty()) {
      at = Arguments.requiredTime(body, "at");
      if (at.isBefore(editor.now())) {
        throw ApiException.badParameter("at", "lies in the past");
      }
    }
    Instant begin = Times.validFrom(before.row().text("valid_from"));
    // what has not begun is never to begin
    PlanRow row = before.row().with("valid_to", Times.format(at.isBefore(begin) ? begin : at));
    return apply(ctx, new Edit(layer, row, seen, false), editor);
  }

  private Object apply(RoutingContext ctx, Edit edit, PlanEditStore.Editor editor) {
    try {
      room.edits().apply(List.of(edit), editor);
    } catch (RefusedEditException e) {
      throw ApiException.conflict(e.isStale() ? "stale" : "refused_edit", e.getMessage());
    }
    return PlanItem.of(
        edit.layer(),
        room.queries()
            .find(edit.layer(), edit.layer().id(edit.row()), Sessions.scope(ctx))
            .orElseThrow());
  }

  private PlanRow checked(RoutingContext ctx, PlanLayer<?> layer, PlanRow row) {
    if (layer.isDrawn() && row.shape().isEmpty()) {
      throw ApiException.badParameter("geometry", "has no shape");
    }
    try {
      room.sight(ctx, layer).accept(row);
      return new PlanScrutiny(room.layout()).checked(layer, row);
    } catch (DataSetException e) {
      throw ApiException.badParameter("columns", e.reason());
    }
  }

  /**
   * The columns, and the shape, that a body has.
   *
   * @throws ApiException 400 where they are none
   */
  static PlanRow row(JsonNode body) {
    JsonNode columns = body.path("columns");
    if (!columns.isObject()) {
      throw ApiException.badParameter("columns", "is no object of texts");
    }
    columns.properties().forEach(c -> text(c.getKey(), c.getValue()));
    try {
      return PlanRow.of(body, "", "");
    } catch (DataSetException e) {
      throw ApiException.badParameter("geometry", e.reason());
    }
  }

  private static void text(String column, JsonNode value) {
    boolean known = value.isNull() || value.isTextual();
    if (!known || value.asText().length() > PlanRoom.LONGEST_TEXT) {
      throw ApiException.badParameter(
          "columns." + column, "is no text of at most " + PlanRoom.LONGEST_TEXT + " characters");
    }
  }

  private static boolean correction(JsonNode body) {
    return Arguments.flag(body, "correction").orElse(false);
  }

  private PlanEditStore.Editor editor(RoutingContext ctx, JsonNode body) {
    return room.editor(ctx, Origin.PAGE, Arguments.field(body, "reason", PlanRoom.LONGEST_TEXT));
  }
}
