package io.qingtu.web.api;

import io.qingtu.route.device.DeviceAlert;
import io.qingtu.route.device.DeviceFault;
import io.qingtu.route.device.DeviceFinding;
import io.qingtu.route.device.DeviceHealth;
import io.qingtu.route.device.FleetHealth;
import io.qingtu.route.device.RecorderVin;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.rule.RuleNames;
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

  private record Page(Instant time, List<Company> companies, List<Finding> findings, String next) {}

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

  private record Finding(
      String id,
      DeviceFault fault,
      String plate,
      String kind,
      String company,
      String phone,
      Instant since,
      Instant heard,
      double lon,
      double lat,
      Instant laidUpUntil,
      String alertId,
      String rule,
      String ruleName,
      String ruleNameEn,
      String reason,
      String sensor,
      String registeredVin,
      String recorderVin,
      String caseId) {}

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
        page.stream().map(f -> finding(f, rows.get(f.vehicle().vehicleId()), cases)).toList(),
        wanted.size() > limit ? id(page.get(limit - 1)) : null);
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

  private static Finding finding(DeviceFinding f, DeviceRow row, List<DeviceCase> cases) {
    Optional<DeviceAlert> alert = Optional.ofNullable(f.alert());
    Optional<RecorderVin> recorder =
        Optional.ofNullable(f.vehicle().recorder())
            .filter(told -> f.fault() == DeviceFault.OTHER_VIN);
    return new Finding(
        id(f),
        f.fault(),
        f.vehicle().plate(),
        row.kind(),
        f.vehicle().company(),
        row.phone(),
        f.since(),
        f.vehicle().heard(),
        row.lon(),
        row.lat(),
        f.vehicle().laidUpUntil(),
        alert.map(a -> Long.toString(a.id())).orElse(null),
        alert.map(DeviceAlert::rule).orElse(null),
        alert.map(a -> RuleNames.of(a.rule()).zh()).orElse(null),
        alert.map(a -> RuleNames.of(a.rule()).en()).orElse(null),
        alert.map(DeviceAlert::reason).orElse(null),
        alert.map(DeviceAlert::sensor).filter(s -> !s.isEmpty()).orElse(null),
        recorder.map(RecorderVin::registered).orElse(null),
        recorder.map(RecorderVin::told).orElse(null),
        caseOf(f, cases).map(c -> Long.toString(c.id())).orElse(null));
  }

  /** Of what no alert has raised: any case of the vehicle's device that was not made of one. */
  private static Optional<DeviceCase> caseOf(DeviceFinding f, List<DeviceCase> cases) {
    long alert = f.key().alertId();
    return cases.stream()
        .filter(c -> c.alertId() == alert && c.vehicleId() == f.vehicle().vehicleId())
        .findFirst();
  }

  private static String id(DeviceFinding f) {
    DeviceFinding.Key key = f.key();
    return key.fault() + "_" + key.sinceMillis() + "_" + key.vehicleId() + "_" + key.alertId();
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
