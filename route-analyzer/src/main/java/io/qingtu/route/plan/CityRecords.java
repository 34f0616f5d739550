package io.qingtu.route.plan;

import java.util.List;

/**
 * What a city may know beside its plan: weather, findings of people, orders about vehicles, who
 * drives what. Every list may be empty, which says that nothing is known and not that nothing was.
 */
public record CityRecords(
    List<Weather> weather,
    List<IncidentReport> reports,
    List<VehicleOrder> vehicleOrders,
    List<Identity> identities,
    List<Driver> drivers,
    List<PointService> services,
    List<RoadBan> bans,
    List<SiteProgress> progress) {
  public static final CityRecords EMPTY =
      new CityRecords(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  public CityRecords {
    weather = List.copyOf(weather);
    reports = List.copyOf(reports);
    vehicleOrders = List.copyOf(vehicleOrders);
    identities = List.copyOf(identities);
    drivers = List.copyOf(drivers);
    services = List.copyOf(services);
    bans = List.copyOf(bans);
    progress = List.copyOf(progress);
  }

  /** Of a city whose sites have no plan of their progress. */
  public CityRecords(
      List<Weather> weather,
      List<IncidentReport> reports,
      List<VehicleOrder> vehicleOrders,
      List<Identity> identities,
      List<Driver> drivers,
      List<PointService> services,
      List<RoadBan> bans) {
    this(weather, reports, vehicleOrders, identities, drivers, services, bans, List.of());
  }

  /** Of a city that bans nothing. */
  public CityRecords(
      List<Weather> weather,
      List<IncidentReport> reports,
      List<VehicleOrder> vehicleOrders,
      List<Identity> identities,
      List<Driver> drivers,
      List<PointService> services) {
    this(weather, reports, vehicleOrders, identities, drivers, services, List.of());
  }
}
