package io.qingtu.web.api;

import io.qingtu.server.store.FleetQueries;
import io.qingtu.server.store.FleetQueries.VehicleRow;
import io.qingtu.server.store.Scope;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.live.FleetSnapshot;
import io.qingtu.web.live.LiveFeed;
import io.qingtu.web.live.LiveVehicle;
import io.qingtu.web.live.VehicleState;
import io.vertx.ext.web.Router;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fleet: by company, as a register, and where it is now. */
public final class FleetController implements Controller {
  private record Member(String plate, String kind, VehicleState state) {}

  private record Company(String id, String name, int total, long online, List<Member> vehicles) {}

  private record Vehicle(
      String plate,
      String kind,
      String company,
      double ratedLoadT,
      List<String> sensors,
      String phone) {}

  private record Positions(long sequence, Instant time, List<LiveVehicle> positions) {}

  private final FleetQueries fleet;
  private final LiveFeed live;

  public FleetController(FleetQueries fleet, LiveFeed live) {
    this.fleet = fleet;
    this.live = live;
  }

  @Override
  public void mount(Router api) {
    api.get("/companies")
        .handler(Reply.json(ctx -> Map.of("companies", companies(Sessions.scope(ctx)))));
    api.get("/vehicles")
        .handler(Reply.json(ctx -> Map.of("vehicles", vehicles(Sessions.scope(ctx)))));
    api.get("/positions").handler(Reply.json(ctx -> positions(Sessions.scope(ctx))));
  }

  private List<Company> companies(Scope scope) {
    FleetSnapshot now = live.snapshot();
    Map<Integer, List<VehicleRow>> byCompany = new LinkedHashMap<>();
    for (VehicleRow v : fleet.vehicles(scope)) {
      byCompany.computeIfAbsent(v.companyId(), k -> new ArrayList<>()).add(v);
    }
    return byCompany.values().stream().map(own -> company(own, now)).toList();
  }

  private static Company company(List<VehicleRow> own, FleetSnapshot now) {
    List<Member> members =
        own.stream().map(v -> new Member(v.plate(), v.kind(), now.state(v.plate()))).toList();
    long online = members.stream().filter(m -> m.state != VehicleState.OFFLINE).count();
    VehicleRow any = own.get(0);
    return new Company(
        Integer.toString(any.companyId()), any.company(), members.size(), online, members);
  }

  private List<Vehicle> vehicles(Scope scope) {
    return fleet.vehicles(scope).stream()
        .map(
            v ->
                new Vehicle(
                    v.plate(), v.kind(), v.company(), v.ratedLoadT(), v.sensors(), v.phone()))
        .toList();
  }

  private Positions positions(Scope scope) {
    FleetSnapshot now = live.snapshot();
    return new Positions(now.sequence(), now.time(), now.vehicles(scope));
  }
}
