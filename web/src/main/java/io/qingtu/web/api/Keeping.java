package io.qingtu.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Validity;
import io.qingtu.server.store.KeepingRefusal;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Arguments;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
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

  /**
   * A period that a body names by its days: from now on where it does not say, and without an end
   * where that is not known.
   */
  static Validity period(JsonNode body, Instant now) {
    Instant from = Arguments.day(body, "from").map(Arguments::startOf).orElse(now);
    Instant until = Arguments.day(body, "until").map(Arguments::startOf).orElse(Instant.MAX);
    if (until.isBefore(from)) {
      throw ApiException.badParameter("until", "is before from");
    }
    return new Validity(from, until);
  }

  /** How late something may be typed in: as late as a permit. */
  static Duration lag(Parameters inForce) {
    return Duration.ofMillis(inForce.millis(Parameter.PERMIT_LAG_S));
  }

  /** An end as it is written; empty where it is not known. */
  static String written(Instant until) {
    return until.equals(Instant.MAX) ? "" : until.toString();
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
    return switch (e.why()) {
      case UNKNOWN -> ApiException.notFound(what);
      case FOREIGN -> ApiException.badParameter("plate", e.getMessage());
      default -> ApiException.conflict(e.why().name().toLowerCase(Locale.ROOT), e.getMessage());
    };
  }
}
