package io.qingtu.web.api;

import io.qingtu.route.device.DeviceFault;
import io.qingtu.route.device.DeviceFinding;
import io.qingtu.route.device.DeviceHealth;
import io.qingtu.route.device.FleetHealth;
import io.qingtu.route.plan.Parameters;
import io.qingtu.server.store.DeviceQueries;
import io.qingtu.server.store.DeviceQueries.DeviceCase;
import io.qingtu.server.store.DeviceQueries.DeviceRow;
import io.qingtu.server.store.Scope;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.live.CityClock;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** 设备运维: whose devices need somebody, and what is done about them. */
public final class DevicesController implements Controller {
  private static final int MAX_LIMIT = 500;
  private static final String KEY = "\\d{1,2}_\\d{1,19}_\\d{1,9}_\\d{1,18}";

  private record Page(
      Instant time, List<Company> companies, List<DeviceDetails> findings, String next) {}

  /**
   * @param counts of findings, by what is the matter
   */
  private record Company(String company, FleetHealth fleet, Map<DeviceFault, Integer> counts) {
    /** Those with the most vehicles to look after first. */
    static final Comparator<Company> ORDER =
        Comparator.comparingLong((Company c) -> c.fleet.silent() + c.fleet.faulty())
            .reversed()
            .thenComparing(Company::company);
  }

  private final DeviceQueries devices;
  private final Supplier<Parameters> parameters;
  private final CityClock clock;

  public DevicesController(
      DeviceQueries devices, Supplier<Parameters> parameters, CityClock clock) {
    this.devices = devices;
    this.parameters = parameters;
    this.clock = clock;
  }

  @Override
  public void mount(Router api) {
    api.get("/devices/findings").handler(Reply.json(this::page));
  }

  private Page page(RoutingContext ctx) {
    Arguments in = new Arguments(ctx);
    Optional<String> company = in.text("company");
    Optional<DeviceFault> fault = in.choice("fault", DeviceFault.class);
    Optional<DeviceFinding.Key> after = in.text("cursor").map(DevicesController::key);
    int limit = in.number("limit", 100, 1, MAX_LIMIT);
    Scope scope = Sessions.scope(ctx);
    Instant now = clock.now();
    Map<Integer, DeviceRow> rows =
        devices.devices(now, scope).stream()
            .collect(Collectors.toMap(r -> r.facts().vehicleId(), Function.identity()));
    List<DeviceFinding> all =
        new DeviceHealth(parameters.get(), now)
            .of(rows.values().stream().map(DeviceRow::facts).toList());
    List<DeviceFinding> wanted =
        all.stream()
            .filter(f -> company.isEmpty() || f.vehicle().company().equals(company.get()))
            .filter(f -> fault.isEmpty() || f.fault() == fault.get())
            .filter(f -> after.isEmpty() || f.key().compareTo(after.get()) > 0)
            .limit(limit + 1L)
            .toList();
    List<DeviceFinding> page = wanted.subList(0, Math.min(limit, wanted.size()));
    List<DeviceCase> cases = devices.cases(scope);
    return new Page(
        now,
        companies(rows, all),
        page.stream()
            .map(f -> DeviceDetails.of(f, rows.get(f.vehicle().vehicleId()), cases))
            .toList(),
        wanted.size() > limit ? DeviceDetails.id(page.get(limit - 1)) : null);
  }

  private static List<Company> companies(
      Map<Integer, DeviceRow> rows, List<DeviceFinding> findings) {
    Map<String, Long> fleets =
        rows.values().stream()
            .collect(Collectors.groupingBy(r -> r.facts().company(), Collectors.counting()));
    Map<String, List<DeviceFinding>> found =
        findings.stream().collect(Collectors.groupingBy(f -> f.vehicle().company()));
    return fleets.entrySet().stream()
        .map(e -> company(e.getKey(), e.getValue(), found.getOrDefault(e.getKey(), List.of())))
        .sorted(Company.ORDER)
        .toList();
  }

  private static Company company(String name, long vehicles, List<DeviceFinding> findings) {
    Map<DeviceFault, Integer> counts = new EnumMap<>(DeviceFault.class);
    findings.forEach(f -> counts.merge(f.fault(), 1, Integer::sum));
    return new Company(name, FleetHealth.of(vehicles, findings), counts);
  }

  private static DeviceFinding.Key key(String word) {
    if (!word.matches(KEY)) {
      throw ApiException.badParameter("cursor", "\"" + word + "\" was not given by this server");
    }
    String[] part = word.split("_");
    try {
      return new DeviceFinding.Key(
          Integer.parseInt(part[0]),
          Long.parseLong(part[1]),
          Integer.parseInt(part[2]),
          Long.parseLong(part[3]));
    } catch (NumberFormatException e) {
      throw ApiException.badParameter("cursor", "\"" + word + "\" was not given by this server");
    }
  }
}
