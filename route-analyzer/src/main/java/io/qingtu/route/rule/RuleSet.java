package io.qingtu.route.rule;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.geo.CityBox;
import io.qingtu.route.geo.Corridor;
import io.qingtu.route.geo.LocalPlane;
import io.qingtu.route.geo.PlaceIndex;
import io.qingtu.route.geo.RouteEdges;
import io.qingtu.route.geo.SegmentGrid;
import io.qingtu.route.geo.Tunnels;
import io.qingtu.route.match.MapMatcher;
import io.qingtu.route.match.RoadGraph;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.CleaningPlan;
import io.qingtu.route.plan.GateEvent;
import io.qingtu.route.plan.Identity;
import io.qingtu.route.plan.IdentityBook;
import io.qingtu.route.plan.OrderBook;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.PermittedRoute;
import io.qingtu.route.plan.PlateBook;
import io.qingtu.route.plan.Validity;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.plan.Waybill;
import io.qingtu.route.plan.WaybillBook;
import io.qingtu.route.trip.GateBook;
import io.qingtu.route.trip.PermitBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * What the rules run with: the city's plan, the parameters, and the indexes made from both.
 * Immutable and shared; a new plan makes a new rule set.
 */
public final class RuleSet {
  /** Version of the rule catalogue, raised with every change of what a rule means. */
  public static final String VERSION = "1.0";

  /**
   * A permitted route laid out.
   *
   * @param edges ids of the segments that it runs on
   */
  public record Way(Corridor corridor, Set<String> edges, Validity validity) {}

  private final CityPlan plan;
  private final Parameters parameters;
  private final LocalPlane plane;
  private final SegmentGrid roads;
  private final CleaningPlan cleaning;
  private final PlaceIndex places;
  private final Tunnels tunnels;
  private final IdentityBook identities;
  private final OrderBook orders;
  private final Sanitation sanitation;
  private final PermitBook permits;
  private final GateBook gates;
  private final WaybillBook waybills;
  private final CityBox box;
  private final Map<String, List<Way>> ways = new HashMap<>();
  private final Map<String, RuleSet> fleets = new HashMap<>();
  private final RuleSet city;
  private final double slowestLimit;
  private final String version;
  private final Instant since;

  /** Made when it is first asked for: most plans never need it. */
  private RoadGraph graph;

  public RuleSet(CityPlan plan, Parameters parameters) {
    this(plan, parameters, Instant.MIN);
  }

  /**
   * @param since when these parameters came into force, event time
   */
  public RuleSet(CityPlan plan, Parameters parameters, Instant since) {
    this(plan, parameters, since, extent(plan));
  }

  private RuleSet(CityPlan plan, Parameters parameters, Instant since, Envelope extent) {
    this.since = since;
    this.plan = plan;
    this.parameters = parameters;
    this.box = new CityBox(extent, parameters.get(Parameter.BOX_MARGIN_KM));
    this.plane = box.plane();
    this.roads = new SegmentGrid(plan.segments(), plane);
    this.cleaning = new CleaningPlan(plan.requirements());
    this.places = new PlaceIndex(plan.places(), plane);
    this.tunnels = new Tunnels(roads);
    this.identities = new IdentityBook(plan.records().identities(), plan.records().drivers());
    this.orders = new OrderBook(plan.records().vehicleOrders());
    this.permits = new PermitBook(plan.permits(), orders);
    this.gates = new GateBook(plan.gateEvents(), new PlateBook(plan.vehicles(), parameters));
    this.waybills = new WaybillBook(plan.waybills());
    this.sanitation = Sanitation.of(plan, cleaning, plane);
    layCorridors();
    this.city = this;
    this.slowestLimit = OverspeedRule.slowestLimit(plan, parameters);
    this.version = VERSION + "+" + parameters.fingerprint();
    for (String company : parameters.fleets()) {
      fleets.put(company, new RuleSet(this, parameters.ofFleet(company)));
    }
  }

  /** The same city with one fleet's parameters. */
  private RuleSet(RuleSet city, Parameters own) {
    this.city = city;
    this.plan = city.plan;
    this.parameters = own;
    this.box = city.box;
    this.plane = city.plane;
    this.roads = city.roads;
    this.cleaning = city.cleaning;
    this.places = city.places;
    this.tunnels = city.tunnels;
    this.identities = city.identities;
    this.orders = city.orders;
    this.sanitation = city.sanitation;
    this.permits = city.permits;
    this.gates = city.gates;
    this.waybills = city.waybills;
    layCorridors();
    this.slowestLimit = OverspeedRule.slowestLimit(plan, own);
    this.version = city.version;
    this.since = city.since;
  }

  /** What comes in day by day, and what is made of it. */
  private record DayBooks(
      CityPlan plan, GateBook gates, WaybillBook waybills, IdentityBook identities) {}

  /** The same rules with what has come in since; all that is made of the city is shared. */
  private RuleSet(RuleSet known, DayBooks books, RuleSet city) {
    this.city = city == null ? this : city;
    this.plan = books.plan();
    this.parameters = known.parameters;
    this.box = known.box;
    this.plane = known.plane;
    this.roads = known.roads;
    this.cleaning = known.cleaning;
    this.places = known.places;
    this.tunnels = known.tunnels;
    this.identities = books.identities();
    this.orders = known.orders;
    this.sanitation = known.sanitation;
    this.permits = known.permits;
    this.gates = books.gates();
    this.waybills = books.waybills();
    this.graph = known.graph;
    ways.putAll(known.ways);
    this.slowestLimit = known.slowestLimit;
    this.version = known.version;
    this.since = known.since;
    known.fleets.forEach((company, own) -> fleets.put(company, new RuleSet(own, books, this)));
  }

  /** The same rules when waybills were scanned, or gate cameras have seen somebody. */
  public RuleSet with(List<Waybill> waybills, List<GateEvent> captures) {
    GateBook book = new GateBook(captures, new PlateBook(plan.vehicles(), parameters));
    WaybillBook scanned = new WaybillBook(waybills);
    return new RuleSet(
        this, new DayBooks(plan.withPapers(waybills, captures), book, scanned, identities), null);
  }

  /**
   * The same rules when drivers have shown their cards. The plan keeps what it was read with.
   *
   * @param oldest what was said before of their vehicles is left out
   */
  public RuleSet withShown(Collection<Identity> cards, Instant oldest) {
    return new RuleSet(
        this, new DayBooks(plan, gates, waybills, identities.with(cards, oldest)), null);
  }

  private void layCorridors() {
    for (PermittedRoute r : plan.routes()) {
      double own = r.corridorMetres();
      double halfWidth = Double.isNaN(own) ? parameters.get(Parameter.CORR) : own;
      Corridor corridor = new Corridor(r.id(), r.line(), halfWidth, plane);
      Set<String> edges =
          RouteEdges.along(
              corridor,
              roads,
              parameters.get(Parameter.EDGE_M),
              parameters.get(Parameter.EDGE_SHARE));
      ways.computeIfAbsent(r.id(), k -> new ArrayList<>())
          .add(new Way(corridor, edges, r.validity()));
    }
  }

  private static Envelope extent(CityPlan plan) {
    Envelope extent = new Envelope();
    plan.places().forEach(p -> extent.expandToInclude(p.polygon().getEnvelopeInternal()));
    plan.segments().forEach(s -> extent.expandToInclude(s.line().getEnvelopeInternal()));
    plan.routes().forEach(r -> extent.expandToInclude(r.line().getEnvelopeInternal()));
    plan.collectionPoints().forEach(c -> extent.expandToInclude(c.longitude(), c.latitude()));
    return extent;
  }

  /** The same rules with the plane centred at a point, where the plan itself has no geometry. */
  public RuleSet centredAt(double longitude, double latitude) {
    return box.isUnknown()
        ? new RuleSet(
            plan, parameters, since, new Envelope(longitude, longitude, latitude, latitude))
        : this;
  }

  /** What holds for a vehicle: the city's rules, with its fleet's parameters where it has some. */
  public RuleSet of(Vehicle vehicle) {
    return fleets.getOrDefault(vehicle.company(), this);
  }

  public CityPlan plan() {
    return plan;
  }

  public Parameters parameters() {
    return parameters;
  }

  public LocalPlane plane() {
    return plane;
  }

  public SegmentGrid roads() {
    return roads;
  }

  /** Finds the roads that a stretch was driven on. */
  public MapMatcher matcher() {
    return new MapMatcher(city.graph(), parameters);
  }

  private synchronized RoadGraph graph() {
    if (graph == null) {
      graph = new RoadGraph(roads);
    }
    return graph;
  }

  public CleaningPlan cleaning() {
    return cleaning;
  }

  public PlaceIndex places() {
    return places;
  }

  public Tunnels tunnels() {
    return tunnels;
  }

  public IdentityBook identities() {
    return identities;
  }

  public OrderBook orders() {
    return orders;
  }

  /** What the rules of sanitation vehicles go by. */
  public Sanitation sanitation() {
    return sanitation;
  }

  public PermitBook permits() {
    return permits;
  }

  public GateBook gates() {
    return gates;
  }

  /** The waybills by their vehicles. */
  public WaybillBook waybills() {
    return waybills;
  }

  /** A permitted route as it was at a moment; null where the plan had no such route then. */
  public Way findWay(String routeId, Instant at) {
    for (Way way : ways.getOrDefault(routeId, List.of())) {
      if (way.validity().contains(at)) {
        return way;
      }
    }
    return null;
  }

  /** Whether a fix may be of this city at all (C02): within the plan's extent and a margin. */
  public boolean covers(double longitude, double latitude) {
    return box.covers(longitude, latitude);
  }

  /** Puts an alert in the middle of a place; one that is not on file has none. */
  AlertDraft locate(AlertDraft draft, String placeId) {
    PlaceIndex.Fenced f = places.find(placeId);
    if (f != null) {
      Coordinate c = f.place().polygon().getCentroid().getCoordinate();
      draft.at(c.x, c.y);
    }
    return draft.place(placeId);
  }

  /** Metres between the places of two alerts; NaN where one has none. */
  double metres(Alert a, Alert b) {
    return Math.hypot(
        plane.x(a.longitude(), a.latitude()) - plane.x(b.longitude(), b.latitude()),
        plane.y(a.longitude(), a.latitude()) - plane.y(b.longitude(), b.latitude()));
  }

  /** The lowest limit that any vehicle has on any road, km/h (M08). */
  double slowestLimit() {
    return slowestLimit;
  }

  /** As alerts carry it: catalogue version and fingerprint of the parameters. */
  public String version() {
    return version;
  }

  /** When the parameters came into force; {@link Instant#MIN} where they always were. */
  public Instant since() {
    return since;
  }

  /**
   * Whether an alert that is not on file may be raised: numbers do not raise by hindsight what was
   * decided before they came into force.
   */
  public boolean raises(Alert alert) {
    return !alert.ruleVersion().equals(version) || !alert.decided().isBefore(since);
  }
}
