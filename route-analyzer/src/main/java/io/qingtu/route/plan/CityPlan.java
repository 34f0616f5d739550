package io.qingtu.route.plan;

import java.util.List;

/**
 * Everything that the rules compare tracks with, at one moment: vehicles, places, permits, roads,
 * plans. Immutable; a new version replaces the old one by reference.
 */
public record CityPlan(
    List<Vehicle> vehicles,
    List<Place> places,
    List<PermittedRoute> routes,
    List<Permit> permits,
    List<Waybill> waybills,
    List<GateEvent> gateEvents,
    List<Segment> segments,
    List<Requirement> requirements,
    List<CollectionPoint> collectionPoints,
    List<Exemption> exemptions,
    CityRecords records) {
  public static final CityPlan EMPTY =
      new CityPlan(
          List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
          List.of(), List.of());

  public CityPlan {
    vehicles = List.copyOf(vehicles);
    places = List.copyOf(places);
    routes = List.copyOf(routes);
    permits = List.copyOf(permits);
    waybills = List.copyOf(waybills);
    gateEvents = List.copyOf(gateEvents);
    segments = List.copyOf(segments);
    requirements = List.copyOf(requirements);
    collectionPoints = List.copyOf(collectionPoints);
    exemptions = List.copyOf(exemptions);
  }

  /** A city that knows nothing beside its plan. */
  public CityPlan(
      List<Vehicle> vehicles,
      List<Place> places,
      List<PermittedRoute> routes,
      List<Permit> permits,
      List<Waybill> waybills,
      List<GateEvent> gateEvents,
      List<Segment> segments,
      List<Requirement> requirements,
      List<CollectionPoint> collectionPoints,
      List<Exemption> exemptions) {
    this(
        vehicles,
        places,
        routes,
        permits,
        waybills,
        gateEvents,
        segments,
        requirements,
        collectionPoints,
        exemptions,
        CityRecords.EMPTY);
  }

  /** The same plan with other papers of loads. */
  public CityPlan withPapers(List<Waybill> scanned, List<GateEvent> captured) {
    return new CityPlan(
        vehicles,
        places,
        routes,
        permits,
        scanned,
        captured,
        segments,
        requirements,
        collectionPoints,
        exemptions,
        records);
  }

  /** The same plan with what is known beside it. */
  public CityPlan with(CityRecords known) {
    return new CityPlan(
        vehicles,
        places,
        routes,
        permits,
        waybills,
        gateEvents,
        segments,
        requirements,
        collectionPoints,
        exemptions,
        known);
  }

  /** The same plan with other lines of the cleaning plan and other collection points. */
  public CityPlan withTasks(List<Requirement> lines, List<CollectionPoint> points) {
    return new CityPlan(
        vehicles,
        places,
        routes,
        permits,
        waybills,
        gateEvents,
        segments,
        lines,
        points,
        exemptions,
        records);
  }

  /** The same plan with other places and routes. */
  public CityPlan with(List<Place> otherPlaces, List<PermittedRoute> otherRoutes) {
    return new CityPlan(
        vehicles,
        otherPlaces,
        otherRoutes,
        permits,
        waybills,
        gateEvents,
        segments,
        requirements,
        collectionPoints,
        exemptions,
        records);
  }
}
