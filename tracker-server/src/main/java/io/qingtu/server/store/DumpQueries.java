package io.qingtu.server.store;

import io.qingtu.route.forensics.CoDwellSearch.Origin;
import io.qingtu.route.forensics.Dump;
import io.qingtu.route.forensics.Dwell;
import io.qingtu.route.forensics.GapPlace;
import io.qingtu.route.forensics.HotSpot;
import io.qingtu.route.forensics.HotSpotSearch;
import io.qingtu.route.forensics.LostTime;
import io.qingtu.route.forensics.Sighting;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Place;
import io.qingtu.route.track.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/** What the questions about dumps (P01, P05, P09) ask of the store. */
public final class DumpQueries {
  /** Half the side of the square in which a track is read: who drives off is seen to, m. */
  private static final double AROUND = 1000;

  /** Time around trips and alerts that belongs to them: unloading goes on after a trip's end. */
  private static final Duration MARGIN = Duration.ofMinutes(30);

  /** Longest time that is read for one trip or alert; those that never ended have no other end. */
  private static final Duration LONGEST = Duration.ofHours(24);

  /** Time around a gap in which a camera that took a picture was at work. */
  private static final Duration AT_WORK = Duration.ofDays(1);

  /** Condition on {@code t}, a trip: its load went where nobody saw it. */
  private static final String LOST =
      "not t.superseded and t.end_kind in ('UNEXPLAINED', 'GAP', 'OVERDUE')";

  /**
   * A truck that may have stood at a dump unseen.
   *
   * @param trips that it lost its load on
   * @param observed least share of such a trip that was seen, 0–1
   */
  public record Unseen(String plate, String company, int trips, double observed) {}

  private final Database database;
  private final Parameters p;

  public DumpQueries(Database database, Parameters parameters) {
    this.database = database;
    this.p = parameters;
  }

  /**
   * The hot spots of a period from what was reported and from the alerts of M01 and M02 that may be
   * seen, but those that were taken back, held back or rejected.
   */
  public List<HotSpot> hotSpots(Instant from, Instant to, Scope scope) {
    return hotSpots(from, to, Instant.MAX, scope);
  }

  /**
   * The same without what was decided after a moment.
   *
   * @param asOf the last moment of which reviews are known
   */
  List<HotSpot> hotSpots(Instant from, Instant to, Instant asOf, Scope scope) {
    List<Sighting> sightings = new ArrayList<>(reports(from, to));
    sightings.addAll(
        new Query(
                """
                select a.rule source, a.id::text id, a.start_time "time", a.lon, a.lat
                from alert a join vehicle v on v.id = a.vehicle_id
                left join lateral (
                  select decision from review where alert_id = a.id and at <= ?
                  order by at desc, id desc limit 1
                ) r on true
                where a.rule in ('M01', 'M02') and a.status in ('OPEN', 'ENDED')
                  and r.decision is distinct from 'REJECTED' and a.lon is not null
                  and a.start_time >= ? and a.start_time < ? and
                """,
                asOf,
                from,
                to)
            .and(Scope.CONDITION, scope.arguments())
            .list(database, DumpQueries::sighting));
    return new HotSpotSearch(p).find(sightings);
  }

  /**
   * How many loads of a period went where nobody saw it: they make no hot spot, wherever they went.
   */
  public static int lostLoads(Database database, Instant from, Instant to, Scope scope) {
    return new Query("select count(*) from trip t join vehicle v on v.id = t.vehicle_id where")
        .and(LOST + " and t.out_time >= ? and t.out_time < ? and", from, to)
        .and(Scope.CONDITION, scope.arguments())
        .list(database, row -> row.getInt(1))
        .get(0);
  }

  private List<Sighting> reports(Instant from, Instant to) {
    return database.query(
        "select kind source, id, \"time\", lon, lat from incident_report where time >= ? and time < ?",
        DumpQueries::sighting,
        from,
        to);
  }

  private static Sighting sighting(ResultSet row) throws SQLException {
    return new Sighting(
        row.getString("source"),
        row.getString("id"),
        Database.instant(row, "time"),
        row.getDouble("lon"),
        row.getDouble("lat"));
  }

  /** What may have taken a load in a gap: hot spots of the time before, places, cameras. */
  public List<GapPlace> places(LostTime gap, Scope scope) {
    List<GapPlace> found = new ArrayList<>();
    Duration known = Duration.ofDays(Math.round(p.get(Parameter.HOT_SPOT_DAYS)));
    for (HotSpot h : hotSpots(gap.to().minus(known), gap.to(), scope)) {
      Sighting first = h.sightings().get(0);
      String id = first.source() + "/" + first.id();
      found.add(new GapPlace(GapPlace.Kind.HOT_SPOT, id, "", h.longitude(), h.latitude()));
    }
    for (Place x : database.query("select * from place order by id", PlanRows::place)) {
      if (!x.kind().isZone() && x.validity().contains(gap.from())) {
        found.add(at(GapPlace.Kind.PLACE, x.id(), x));
      }
    }
    found.addAll(
        database.query(
            """
            select c.camera_id, p.* from place p join (
              select distinct camera_id, place_id from gate_event where time between ? and ?
            ) c on c.place_id = p.id order by c.camera_id, p.id
            """,
            row -> at(GapPlace.Kind.CAMERA, row.getString("camera_id"), PlanRows.place(row)),
            gap.from().minus(AT_WORK),
            gap.to().plus(AT_WORK)));
    return found;
  }

  private static GapPlace at(GapPlace.Kind kind, String id, Place place) {
    Coordinate middle = place.polygon().getCentroid().getCoordinate();
    return new GapPlace(kind, id, place.name(), middle.getX(), middle.getY());
  }

  /**
   * The tracks around a dump of those that may have to do with it, by plate and in the order of
   * time. A month of the whole fleet is too much to read; a truck is looked for while it was on a
   * trip from the dump's own site or on one that did not end at a permitted place, and around the
   * alerts of that place. What was brought to a permitted place from elsewhere was not dumped here.
   *
   * @param siteId the site that the dump's own trip came from; empty where that is not known
   */
  public Map<String, List<Position>> tracks(Dump dump, String siteId, Scope scope) {
    Duration around = Duration.ofDays(Math.round(p.get(Parameter.DWELL_DAYS)));
    Instant from = dump.at().minus(around);
    Instant to = dump.at().plus(around);
    Area square = Area.around(dump.longitude(), dump.latitude(), AROUND);
    Area spot = Area.around(dump.longitude(), dump.latitude(), p.get(Parameter.DWELL_M));
    Map<String, List<Position>> tracks = new LinkedHashMap<>();
    new Query(
            """
            select distinct on (v.plate, p.time) v.plate, p.* from (
              select vehicle_id, out_time since, coalesce(end_time, 'infinity') until from trip
              where not superseded and out_time between ? and ?
                and (end_kind <> 'OK' or site_id = ?)
              union all
              select vehicle_id, start_time, coalesce(end_time, 'infinity') from alert a
              where start_time between ? and ? and vehicle_id is not null and
            """,
            from,
            to,
            siteId,
            from,
            to)
        .and(Area.ALERT, spot.degrees())
        .and(
            """
            ) w join vehicle v on v.id = w.vehicle_id
            join positions p on p.vehicle_id = w.vehicle_id
              and p.time between w.since - ? * interval '1 s'
                and least(w.until + ? * interval '1 s', w.since + ? * interval '1 s')
            where
            """,
            MARGIN.toSeconds(),
            MARGIN.toSeconds(),
            LONGEST.toSeconds())
        .and(Area.POSITION, square.positions())
        .and("and")
        .and(Scope.CONDITION, scope.arguments())
        .and("order by v.plate, p.time")
        .list(database, row -> PositionColumns.read(row, row.getString("plate")))
        .forEach(x -> tracks.computeIfAbsent(x.plate(), k -> new ArrayList<>()).add(x));
    return tracks;
  }

  /**
   * The trucks that lost a load around a dump, on trips of which too little was seen: from the
   * dump's own site, or from any where that is not known. The least seen first.
   */
  public List<Unseen> unseen(Dump dump, String siteId, Scope scope) {
    Duration around = Duration.ofDays(Math.round(p.get(Parameter.DWELL_DAYS)));
    return new Query(
            """
            select v.plate, c.name company, count(*) trips, min(t.observed_share) observed
            from trip t join vehicle v on v.id = t.vehicle_id join company c on c.id = v.company_id
            where\
            """
                + " "
                + LOST
                + " and t.out_time between ? and ? and t.observed_share < ?"
                + " and (? = '' or t.site_id = ?) and",
            dump.at().minus(around),
            dump.at().plus(around),
            p.get(Parameter.BEHAVIOUR_OBSERVED),
            siteId,
            siteId)
        .and(Scope.CONDITION, scope.arguments())
        .and("group by v.plate, c.name order by observed, v.plate")
        .list(
            database,
            row ->
                new Unseen(
                    row.getString("plate"),
                    row.getString("company"),
                    row.getInt("trips"),
                    row.getDouble("observed")));
  }

  /** The loaded trip that a stay of a truck belongs to. */
  public Origin origin(String plate, Dwell dwell) {
    return database
        .query(
            "select id, site_id from trip where vehicle_id = (select id from vehicle where plate = ?)"
                + " and not superseded and out_time <= ? and (end_time is null or end_time >= ?)"
                + " order by out_time desc limit 1",
            row -> new Origin(row.getString("id"), row.getString("site_id")),
            plate,
            dwell.from(),
            dwell.from())
        .stream()
        .findFirst()
        .orElse(Origin.NONE);
  }
}
