package io.qingtu.server.store;

import io.qingtu.route.forensics.Background;
import io.qingtu.route.forensics.Passage;
import io.qingtu.route.forensics.Suspect;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Position;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What the reverse query (P08) asks of the store: who was near, what is known of them, who was not
 * seen.
 */
public final class SpillQueries {
  /** Slots of time in which a vehicle is looked for; one with a fix is observed. */
  private static final int SLOT_SECONDS = 120;

  /** Longest time whose slots are counted; those of a month are all fixes of the fleet. */
  private static final Duration BY_SLOTS = Duration.ofHours(72);

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
  private final PastQueries past;
  private final Parameters p;

  public SpillQueries(Database database, Parameters parameters) {
    this.database = database;
    this.past = new PastQueries(database);
    this.p = parameters;
  }

  /**
   * The positions within a square around a place, by plate and in the order of time.
   *
   * @param reach half the side of the square, m
   */
  public Map<String, List<Position>> near(
      double longitude, double latitude, double reach, Instant from, Instant to, Scope scope) {
    return past.inside(Area.around(longitude, latitude, reach), from, to, scope);
  }

  /**
   * What a vehicle drove in the time before and after each of some passages, by plate and in the
   * order of time.
   */
  Map<String, List<Position>> around(List<Suspect> passed) {
    Duration around = Duration.ofMillis(p.millis(Parameter.SPILL_WEIGHT_S));
    Map<String, List<Position>> tracks = new LinkedHashMap<>();
    database
        .query(
            """
            select distinct on (w.plate, p.time) w.plate, p.* from unnest(?, ?::timestamptz[]) w(plate, at)
            join vehicle v on v.plate = w.plate
            join positions p on p.vehicle_id = v.id
              and p.time between w.at - ? * interval '1 s' and w.at + ? * interval '1 s'
            order by w.plate, p.time
            """,
            row -> PositionColumns.read(row, row.getString("plate")),
            plates(passed),
            moments(passed),
            around.toSeconds(),
            around.toSeconds())
        .forEach(x -> tracks.computeIfAbsent(x.plate(), k -> new ArrayList<>()).add(x));
    return tracks;
  }

  /** What the files know of vehicles at the moments of their passages, asked all at once. */
  public BiFunction<String, Passage, Background> backgrounds(Map<String, List<Passage>> passages) {
    List<String> plates = new ArrayList<>();
    List<Passage> all = new ArrayList<>();
    passages.forEach(
        (plate, own) -> {
          own.forEach(x -> plates.add(plate));
          all.addAll(own);
        });
    Map<String, Map<Instant, Background>> known = new HashMap<>();
    List<Background> found = backgrounds(plates, all);
    for (int i = 0; i < found.size(); i++) {
      known.computeIfAbsent(plates.get(i), k -> new HashMap<>()).put(all.get(i).at(), found.get(i));
    }
    return (plate, passage) ->
        known.getOrDefault(plate, Map.of()).getOrDefault(passage.at(), Background.UNKNOWN);
  }

  /** In the order of the passages. */
  private List<Background> backgrounds(List<String> plates, List<Passage> passages) {
    Iterator<Passage> next = passages.iterator();
    return database.query(
        """
        select exists (select 1 from trip t where t.vehicle_id = v.id and not t.superseded
            and t.out_time <= q.at and (t.end_time is null or t.end_time >= q.at)) loaded,
          (select wheel_dirty from gate_event g where g.plate = q.plate and direction = 'OUT'
            and wheel_dirty is not null and g.time between q.at - ? * interval '1 s' and q.at
            order by g.time desc limit 1) wheels,
          (select count(*) from alert a join lateral (
              select decision from review where alert_id = a.id order by at desc, id desc limit 1
            ) r on r.decision = 'CONFIRMED'
            where a.rule = 'M03' and a.vehicle_id = v.id
              and a.start_time between q.at - ? * interval '1 d' and q.at) confirmed
        from unnest(?, ?::timestamptz[]) with ordinality q(plate, at, n)
        left join vehicle v on v.plate = q.plate order by q.n
        """,
        row -> {
          String wheels = row.getString("wheels");
          return new Background(
              load(row.getBoolean("loaded"), next.next()),
              Optional.ofNullable(wheels).map("t"::equals),
              row.getInt("confirmed"));
        },
        p.millis(Parameter.SPILL_WHEELS_S) / 1000,
        Math.round(p.get(Parameter.SPILL_BEFORE_DAYS)),
        plates.toArray(String[]::new),
        passages.stream().map(x -> x.at().toString()).toArray(String[]::new));
  }

  private Load load(boolean onTrip, Passage passage) {
    if (onTrip) {
      return Load.LOADED;
    }
    double heavy = p.get(Parameter.HEAVY_SHARE) * p.get(Parameter.RATED_T);
    double weight = passage.weightBefore();
    return Double.isNaN(weight) ? Load.UNKNOWN : weight >= heavy ? Load.LOADED : Load.EMPTY;
  }

  private static String[] plates(List<Suspect> passed) {
    return passed.stream().map(Suspect::plate).toArray(String[]::new);
  }

  private static String[] moments(List<Suspect> passed) {
    return passed.stream().map(s -> s.passage().at().toString()).toArray(String[]::new);
  }

  /**
   * Trucks that may have been there unseen: too little was heard of them. The least seen first.
   * What was heard in slots of some minutes is counted; of a longer time the days' quality tells.
   */
  public List<Unobserved> unobserved(Instant from, Instant to, Scope scope) {
    boolean inSlots = Duration.between(from, to).compareTo(BY_SLOTS) <= 0;
    return (inSlots ? heardInSlots(from, to) : heardByDay(from, to))
        .and(
            """
            select v.plate, c.name company, v.kind, coalesce(o.share, 0) observed,
              l.time, l.lon_e6, l.lat_e6
            from vehicle v join company c on c.id = v.company_id
            left join heard o on o.vehicle_id = v.id
            left join lateral (
              select time, lon_e6, lat_e6 from positions
              where vehicle_id = v.id and time < ? order by time desc limit 1) l on true
            where v.kind = 'MUCK_TRUCK' and coalesce(o.share, 0) < ? and
            """,
            to,
            p.get(Parameter.SPILL_OBSERVED))
        .and(Scope.CONDITION, scope.arguments())
        .and("order by observed, v.plate")
        .list(
            database,
            r ->
                new Unobserved(
                    r.getString("plate"),
                    r.getString("company"),
                    r.getString("kind"),
                    Math.min(1, r.getDouble("observed")),
                    Database.instant(r, "time"),
                    Database.number(r, "lon_e6") / 1e6,
                    Database.number(r, "lat_e6") / 1e6));
  }

  private static Query heardInSlots(Instant from, Instant to) {
    double slots = Math.max(1, Duration.between(from, to).toSeconds() / SLOT_SECONDS);
    return new Query(
        """
        with heard as (
          select vehicle_id, count(*) / ? share from (
            select distinct vehicle_id, (extract(epoch from time) / ?)::bigint slot
            from positions where time >= ? and time < ?) s
          group by vehicle_id)
        """,
        slots,
        SLOT_SECONDS,
        from,
        to);
  }

  private static Query heardByDay(Instant from, Instant to) {
    LocalDate first = from.atZone(DailyHours.CITY_ZONE).toLocalDate();
    LocalDate last = to.atZone(DailyHours.CITY_ZONE).toLocalDate();
    return new Query(
        """
        with heard as (
          select vehicle_id, sum(observed_share) / ? share from quality_day
          where day between ? and ? group by vehicle_id)
        """,
        (double) (ChronoUnit.DAYS.between(first, last) + 1),
        first,
        last);
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
