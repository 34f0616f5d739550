package io.qingtu.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.server.store.KeepingRefusal;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Arguments;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/** What those share by which a company keeps data of its own. */
final class Keeping {
  private Keeping() {}

  /** The id that the path names; 0 where it is none. */
  static long id(RoutingContext ctx) {
    String text = ctx.pathParam("id");
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
  }

  /** From when on something ends: now, or the beginning of a day; of today it is now. */
  static Instant until(JsonNode body, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, DailyHours.CITY_ZONE);
    return Arguments.day(body, "until")
        .filter(day -> !day.equals(today))
        .map(Arguments::startOf)
        .orElse(now);
  }

  /**
   * What is answered to who may not do so.
   *
   * @param what it is about
   */
  static ApiException refused(KeepingRefusal e, String what) {
    return e.why() == KeepingRefusal.Why.UNKNOWN
        ? ApiException.notFound(what)
        : ApiException.conflict(e.why().name().toLowerCase(Locale.ROOT), e.getMessage());
  }
}
