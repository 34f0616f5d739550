package io.qingtu.web.api;

import io.qingtu.route.plan.GateEvent;
import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.CaptureStore;
import io.qingtu.server.store.Permission;
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

/** Gate cameras (出入口抓拍): whom they saw come in or go out, with the picture as the body. */
public final class CapturesController implements Controller {
  /** Path of what takes them; their bodies are larger than others. */
  public static final String CAPTURES = "/captures";

  private static final String NAME = "[\\p{L}\\p{N}_.:-]{1,60}";
  private static final Duration EARLY = Duration.ofMinutes(10);

  private enum Direction {
    IN,
    OUT
  }

  private enum YesNo {
    YES,
    NO
  }

  private final CaptureStore captures;
  private final AuditLog audit;
  private final CityClock clock;

  public CapturesController(CaptureStore captures, AuditLog audit, CityClock clock) {
    this.captures = captures;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void mount(Router api) {
    api.post(CAPTURES).handler(Reply.json(201, this::file));
  }

  private Object file(RoutingContext ctx) {
    Sessions.need(ctx, Permission.REPORT);
    GateEvent capture = read(new Arguments(ctx));
    byte[] picture = PhotoUpload.content(ctx);
    String ending = "";
    if (picture.length > 0) {
      ending =
          FileFormat.picture(picture)
              .orElseThrow(
                  () -> ApiException.unsupported("no_picture", "the body is no JPEG and no PNG"))
              .ending();
    }
    Optional<Long> media = captures.file(capture, ending, picture, clock.now());
    audit.append(
        ctx,
        AuditAction.CAPTURE,
        "camera/" + capture.cameraId(),
        Map.of("time", capture.time().toString(), "picture", media.isPresent()));
    return Json.MAPPER
        .createObjectNode()
        .put("mediaId", media.map(id -> Long.toString(id)).orElse(null));
  }

  private GateEvent read(Arguments in) {
    Instant time = in.requiredTime("time");
    if (time.isAfter(clock.now().plus(EARLY))) {
      throw ApiException.badParameter("time", "lies in the future");
    }
    Direction direction =
        in.choice("direction", Direction.class)
            .orElseThrow(() -> ApiException.badParameter("direction", "must be IN or OUT"));
    GateEvent capture =
        new GateEvent(
            needed(in, "camera"),
            needed(in, "place"),
            direction == Direction.IN,
            time,
            needed(in, "plate"),
            in.number("confidence", 100, 0, 100) / 100.0,
            flag(in, "loaded"),
            flag(in, "covered"),
            flag(in, "wheelDirty"));
    if (!captures.knowsPlace(capture.placeId())) {
      throw ApiException.badParameter("place", "is not on file");
    }
    return capture;
  }

  private static String needed(Arguments in, String name) {
    String text = in.text(name).orElse("");
    if (!text.matches(NAME)) {
      throw ApiException.badParameter(name, "is no name of 1 to 60 letters, digits, - _ . and :");
    }
    return text;
  }

  private static Optional<Boolean> flag(Arguments in, String name) {
    return in.choice(name, YesNo.class).map(x -> x == YesNo.YES);
  }
}
