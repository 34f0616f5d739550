package io.qingtu.web.api;

import io.qingtu.route.geo.Datum;
import io.qingtu.server.dataset.PlanLayer;
import io.qingtu.server.dataset.PlanScrutiny;
import io.qingtu.server.store.PlanEditStore.Editor;
import io.qingtu.server.store.PlanEditStore.RefusedEditException;
import io.qingtu.server.store.PlanVersion.Origin;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.imports.ImportException;
import io.qingtu.web.imports.ImportFormat;
import io.qingtu.web.imports.PlanPreview;
import io.qingtu.web.imports.PlanPreview.Fate;
import io.qingtu.web.imports.PlanPreview.Outcome;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Files of the plan's layers: first what would become of each row, then, with the preview named by
 * its digest, that and nothing else in one transaction.
 */
public final class PlanImportsController implements Controller {
  /** Path of what takes them; their bodies are larger than others. */
  public static final String IMPORTS = "/plan/imports";

  private record Row(String where, String id, Fate fate, String reason, List<String> changed) {
    static Row of(Outcome o) {
      return new Row(o.where(), o.id(), o.fate(), o.reason(), o.changed());
    }
  }

  private record Preview(
      ImportFormat format, String digest, Map<Fate, Integer> counts, List<Row> rows) {
    static Preview of(PlanPreview p) {
      Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
      for (Fate fate : Fate.values()) {
        counts.put(fate, 0);
      }
      p.outcomes().forEach(o -> counts.merge(o.fate(), 1, Integer::sum));
      return new Preview(
          p.format(), p.digest(), counts, p.outcomes().stream().map(Row::of).toList());
    }
  }

  private enum YesNo {
    YES,
    NO
  }

  private final PlanRoom room;

  public PlanImportsController(PlanRoom room) {
    this.room = room;
  }

  @Override
  public void mount(Router api) {
    api.post(IMPORTS).handler(Reply.json(this::preview));
    api.post(IMPORTS + "/application").handler(Reply.json(201, this::apply));
  }

  private Object preview(RoutingContext ctx) {
    return Preview.of(read(ctx, layer(ctx)));
  }

  private Object apply(RoutingContext ctx) {
    PlanLayer<?> layer = layer(ctx);
    Arguments in = new Arguments(ctx);
    Editor editor = room.editor(ctx, Origin.IMPORT, reason(in));
    boolean correction = is(in, "correction");
    boolean skip = is(in, "skipRefused");
    String digest = in.text("digest").orElse("");
    if (!digest.matches("[0-9a-f]{64}")) {
      throw ApiException.badParameter("digest", "is none of a preview");
    }
    PlanPreview preview = read(ctx, layer);
    if (!preview.digest().equals(digest)) {
      throw ApiException.conflict("stale", "the plan has changed since the preview");
    }
    if (preview.hasRefused() && !skip) {
      throw ApiException.conflict("refused_rows", "some rows are refused");
    }
    try {
      room.edits().apply(preview.edits(layer, correction), editor);
    } catch (RefusedEditException e) {
      throw ApiException.conflict(e.isStale() ? "stale" : "refused_edit", e.getMessage());
    }
    return Preview.of(preview);
  }

  private static String reason(Arguments in) {
    String reason = in.text("reason").orElse("");
    if (reason.length() > PlanRoom.LONGEST_TEXT) {
      throw ApiException.badParameter("reason", "is too long");
    }
    return reason;
  }

  private static boolean is(Arguments in, String name) {
    return in.choice(name, YesNo.class).filter(YesNo.YES::equals).isPresent();
  }

  private PlanLayer<?> layer(RoutingContext ctx) {
    String name = new Arguments(ctx).text("layer").orElse("");
    PlanLayer<?> layer =
        PlanLayer.find(name)
            .orElseThrow(
                () ->
                    ApiException.badParameter(
                        "layer",
                        "is none of " + PlanLayer.ALL.stream().map(PlanLayer::name).toList()));
    room.needEditor(ctx, layer);
    return layer;
  }

  private PlanPreview read(RoutingContext ctx, PlanLayer<?> layer) {
    Datum datum =
        new Arguments(ctx)
            .choice("datum", Datum.class)
            .orElseThrow(() -> ApiException.badParameter("datum", "is to be said"));
    Buffer sent = ctx.body().buffer();
    byte[] content = sent == null ? new byte[0] : sent.getBytes();
    try {
      return PlanPreview.of(
          content,
          datum,
          new PlanPreview.Against(
              layer,
              room.queries().list(layer, Sessions.scope(ctx)),
              new PlanScrutiny(room.layout()),
              room.clock().now(),
              room.sight(ctx, layer)));
    } catch (ImportException e) {
      throw ApiException.unsupported("no_import", e.getMessage());
    }
  }
}
