package io.qingtu.server.store;

import io.qingtu.route.forensics.Background;
import io.qingtu.route.forensics.Passage;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the reverse query (P08) asks of the store: who was near, what is known of them, who was not
 * seen.
 */
public final class SpillQueries {
  /** Slots of time in which a vehicle is looked for; one with a fix is observed. */
  private static final int SLOT_SECONDS = 120;

  /**
   * A vehicle of which too little was heard.
   *
   * @param observed share of the time of the question with fixes, 0–1
   * @param lastTime its last fix before the end of the question; null where there is none at all
   */
  public record Unobserved(
      String plate,
      String company,
      String kind,
      double observed,
      Instant lastTime,
      double lastLongitude,
      double lastLatitude) {}

  /** A plate that a camera saw and no register knows. */
  public record Stranger(String plate, Instant time, String placeId, String placeName) {}

  private final Database database;
  private final Parameters p;

  public SpillQueries(Database database, Parameters parameters) {
    this.database = database;
    this.p = parameters;
  }

  /**
   * The positions within a square around a place, by plate and in the order of time.
   *
   * @param reach half the side of the square, m
   */
  public Map<String, List<Position>> near(
      double longitude, double latitude, double reach, Instant from, Instant to, Scope scope) {
    Square square = Square.around(longitude, latitude, reach);
    Map<String, List<Position>> tracks = new LinkedHashMap<>();
    new Query(
            "select v.plate, p.* from positions p join vehicle v on v.id = p.vehicle_id"
                + " where p.time >= ? and p.time <= ? and",
            from,
            to)
        .and(Square.POSITION, square.positions())
        .and("and")
        .and(Scope.CONDITION, scope.arguments())
        .and("order by v.plate, p.time")
        .list(database, row -> PositionColumns.read(row, row.getString("plate")))
        .forEach(x -> tracks.computeIfAbsent(x.plate(), k -> new ArrayList<>()).add(x));
    return tracks;
  }

  /** What the files know of a vehicle at the moment of its passage. */
  public Background background(String plate, Passage passage) {
    Instant at = passage.at();
    return new Background(load(plate, passage), wheels(plate, at), confirmed(plate, at));
  }

  private Load load(String plate, Passage passage) {
    boolean onTrip =
        !database
            .query(
                "select 1 from trip where vehicle_id = (select id from vehicle where plate = ?)"
                    + " and not superseded and out_time <= ?"
                    + " and (end_time is null or end_time >= ?) limit 1",
                row -> true,
                plate,
                passage.at(),
                passage.at())
            .isEmpty();
    if (onTrip) {
      return Load.LOADED;
    }
    double heavy = p.get(Parameter.HEAVY_SHARE) * p.get(Parameter.RATED_T);
    double weight = passage.weightBefore();
    return Double.isNaN(weight) ? Load.UNKNOWN : weight >= heavy ? Load.LOADED : Load.EMPTY;
  }

  private Optional<Boolean> wheels(String plate, Instant at) {
    return database
        .query(
            "select wheel_dirty from gate_event where plate = ? and direction = 'OUT'"
                + " and wheel_dirty is not null and time between ? and ?"
                + " order by time desc limit 1",
            row -> row.getBoolean(1),
            plate,
            at.minusMillis(p.millis(Parameter.SPILL_WHEELS_S)),
            at)
        .stream()
        .findFirst();
  }

  private int confirmed(String plate, Instant at) {
    Duration span = Duration.ofDays(Math.round(p.get(Parameter.SPILL_BEFORE_DAYS)));
    return database
        .query(
            """
            select count(*) from alert a join lateral (
              select decision from review where alert_id = a.id order by at desc, id desc limit 1
            ) r on r.decision = 'CONFIRMED'
            where a.rule = 'M03' and a.vehicle_id = (select id from vehicle where plate = ?)
              and a.start_time between ? and ?
            """,
            row -> row.getInt(1),
            plate,
            at.minus(span),
            at)
        .get(0);
  }

  /** Trucks that may have been there unseen: too little was heard of them. The least seen first. */
  public List<Unobserved> unobserved(Instant from, Instant to, Scope scope) {
    long slots = Math.max(1, Duration.between(from, to).toSeconds() / SLOT_SECONDS);
    return new Query(
            """
            select v.plate, c.name company, v.kind, coalesce(o.slots, 0) slots,
              l.time, l.lon_e6, l.lat_e6
            from vehicle v join company c on c.id = v.company_id
            left join (
              select vehicle_id, count(*) slots from (
                select distinct vehicle_id, (extract(epoch from time) / ?)::bigint slot
                from positions where time >= ? and time < ?) s
              group by vehicle_id) o on o.vehicle_id = v.id
            left join lateral (
              select time, lon_e6, lat_e6 from positions
              where vehicle_id = v.id and time < ? order by time desc limit 1) l on true
            where v.kind = 'MUCK_TRUCK' and coalesce(o.slots, 0) < ? and
            """,
            SLOT_SECONDS,
            from,
            to,
            to,
            p.get(Parameter.SPILL_OBSERVED) * slots)
        .and(Scope.CONDITION, scope.arguments())
        .and("order by slots, v.plate")
        .list(
            database,
            r ->
                new Unobserved(
                    r.getString("plate"),
                    r.getString("company"),
                    r.getString("kind"),
                    Math.min(1, (double) r.getLong("slots") / slots),
                    Database.instant(r, "time"),
                    Database.number(r, "lon_e6") / 1e6,
                    Database.number(r, "lat_e6") / 1e6));
  }

  /** Plates that gate cameras saw in the time and that stand in no register. */
  public List<Stranger> strangers(Instant from, Instant to) {
    return database.query(
        """
        select g.plate, g.time, g.place_id, coalesce(p.name, '') place_name from gate_event g
        left join place p on p.id = g.place_id
        where g.time >= ? and g.time <= ? and g.plate <> ''
          and not exists (select 1 from vehicle v where v.plate = g.plate)
        order by g.time, g.plate
        """,
        row ->
            new Stranger(
                row.getString("plate"),
                Database.instant(row, "time"),
                row.getString("place_id"),
                row.getString("place_name")),
        from,
        to);
  }
}
