package io.qingtu.web.api;

import io.qingtu.route.device.DeviceFacts;
import io.qingtu.route.device.DeviceHealth;
import io.qingtu.route.device.FleetHealth;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.report.CompanyWeek;
import io.qingtu.route.report.Period;
import io.qingtu.server.store.DeviceQueries;
import io.qingtu.server.store.OverviewQueries;
import io.qingtu.server.store.Scope;
import io.qingtu.server.store.StandardStore;
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
import java.util.function.Supplier;

/** What a leader reads (领导页): five numbers and the worst three, of what he or she may see. */
public final class OverviewController implements Controller {
  private static final int WORST = 3;

  /**
   * @param time when it was counted
   * @param cases as they stand now
   * @param violations confirmed ones of muck trucks that began in the week
   * @param trips loaded trips that left their sites in the week
   * @param sweeping of today, and what of it is judged
   * @param devices as they are now
   */
  private record Overview(
      Instant time,
      String week,
      String previousWeek,
      OverviewQueries.Cases cases,
      Violations violations,
      Trips trips,
      OverviewQueries.Sweeping sweeping,
      FleetHealth devices,
      List<Company> worst) {}

  private record Violations(long confirmed, long before) {}

  /**
   * @param observed those of which enough was seen to judge them
   * @param closed of the observed, those in order
   * @param underWay of all, those that have not ended yet
   */
  private record Trips(long total, long observed, long closed, long underWay) {
    static Trips of(List<CompanyWeek.Trips> all, long underWay) {
      return new Trips(
          all.stream().mapToLong(CompanyWeek.Trips::trips).sum(),
          all.stream().mapToLong(CompanyWeek.Trips::observed).sum(),
          all.stream().mapToLong(CompanyWeek.Trips::closed).sum(),
          underWay);
    }
  }

  private record Company(String company, double perHundred, long confirmed, long observedTrips) {
    static Company of(CompanyWeek c) {
      return new Company(
          c.company(), c.perHundred().ratio().value(), c.confirmed(), c.observedTrips());
    }
  }

  private final OverviewQueries counts;
  private final DeviceQueries devices;
  private final StandardStore standards;
  private final Supplier<Parameters> parameters;
  private final CityClock clock;

  public OverviewController(
      OverviewQueries counts,
      DeviceQueries devices,
      StandardStore standards,
      Supplier<Parameters> parameters,
      CityClock clock) {
    this.counts = counts;
    this.devices = devices;
    this.standards = standards;
    this.parameters = parameters;
    this.clock = clock;
  }

  @Override
  public void mount(Router api) {
    api.get("/overview").handler(Reply.json(this::overview));
  }

  private Overview overview(RoutingContext ctx) {
    Scope scope = Sessions.scope(ctx);
    LocalDate today = clock.today();
    Period week =
        new Arguments(ctx)
            .text("week")
            .map(OverviewController::week)
            .orElseGet(() -> Period.weekOf(today));
    List<CompanyWeek.Trips> trips = counts.trips(week, scope);
    List<CompanyWeek.Confirmed> confirmed = counts.confirmed(week, scope);
    return new Overview(
        clock.now(),
        week.toString(),
        week.previous().toString(),
        counts.cases(clock.now(), scope),
        new Violations(sum(confirmed), sum(counts.confirmed(week.previous(), scope))),
        Trips.of(trips, counts.tripsUnderWay(week, scope)),
        counts.sweeping(Arguments.startOf(today), Arguments.startOf(today.plusDays(1)), scope),
        fleet(scope),
        CompanyWeek.worst(trips, confirmed, standards.inForce(week.first()), WORST).stream()
            .map(Company::of)
            .toList());
  }

  private static Period week(String text) {
    try {
      Period period = Period.parse(text);
      if (period.kind() == Period.Kind.WEEK) {
        return period;
      }
    } catch (IllegalArgumentException e) {
      // falls through: neither is a week
    }
    throw ApiException.badParameter("week", "\"" + text + "\" is not a week like 2026-W46");
  }

  private FleetHealth fleet(Scope scope) {
    Instant now = clock.now();
    List<DeviceFacts> facts =
        devices.devices(now, scope).stream().map(DeviceQueries.DeviceRow::facts).toList();
    return FleetHealth.of(facts.size(), new DeviceHealth(parameters.get(), now).of(facts));
  }

  private static long sum(List<CompanyWeek.Confirmed> confirmed) {
    return confirmed.stream().mapToLong(CompanyWeek.Confirmed::count).sum();
  }
}
