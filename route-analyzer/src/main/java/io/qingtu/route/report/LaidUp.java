package io.qingtu.route.report;

import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.OrderBook;
import io.qingtu.route.plan.Validity;
import io.qingtu.route.plan.VehicleOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;

/** Vehicles that are registered out of service (报停), as their orders say. */
final class LaidUp {
  private final OrderBook orders;

  LaidUp(Collection<VehicleOrder> all) {
    orders =
        new OrderBook(all.stream().filter(o -> o.kind() == VehicleOrder.Kind.LAID_UP).toList());
  }

  /** Whether a vehicle is out of service from the first moment of a day of the city to its last. */
  boolean on(String plate, LocalDate day) {
    return allOf(plate, midnight(day), midnight(day.plusDays(1)));
  }

  boolean throughout(String plate, Period period) {
    return allOf(plate, period.start(), period.end());
  }

  /** One order may follow another without a break; they come in the order of their begin. */
  private boolean allOf(String plate, Instant from, Instant to) {
    Instant until = from;
    for (VehicleOrder o : orders.of(plate)) {
      Validity period = o.period();
      if (!period.from().isAfter(until) && period.to().isAfter(until)) {
        until = period.to();
      }
    }
    return !until.isBefore(to);
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(DailyHours.CITY_ZONE).toInstant();
  }
}
