package io.qingtu.web.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.route.Ledger;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.report.CompanyHaulage;
import io.qingtu.route.report.DataQuality;
import io.qingtu.route.report.HaulageFigures;
import io.qingtu.route.report.Period;
import io.qingtu.route.report.PeriodReport;
import io.qingtu.route.report.Ratio;
import io.qingtu.route.report.ReportInput;
import io.qingtu.route.report.Score;
import io.qingtu.route.report.SiteHaulage;
import io.qingtu.route.scoring.PointsLedger.Standing;
import io.qingtu.server.store.AlertStore;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.LedgerQueries;
import io.qingtu.server.store.LedgerStore;
import io.qingtu.server.store.PlanStore;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The report of a simulated day against the same figures in plain SQL over what is stored, which
 * share nothing with it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WeekRecomputedIT {
  /** Alerts that count, with the newest decision of each: what the checks ask. */
  private static final String CONFIRMED =
      """
      with decided as (
        select a.*, (select decision from review r where r.alert_id = a.id order by at desc, id desc limit 1) verdict
        from alert a where a.start_time >= :from and a.start_time < :to and a.status in ('OPEN', 'ENDED')),
      confirmed as (
        select d.*, c.name company from decided d left join vehicle v on v.id = d.vehicle_id
          left join company c on c.id = v.company_id
        where verdict = 'CONFIRMED')
      """;

  private static final String TRIPS =
      " from trip t join vehicle v on v.id = t.vehicle_id join company c on c.id = v.company_id"
          + " where t.out_time >= :from and t.out_time < :to and not t.superseded ";

  /**
   * Days of the week, the vehicles that have a terminal, and on which days a vehicle is in service.
   */
  private static final String SERVICE =
      """
      with day as (
        select d::date as day, d::date::timestamp at time zone 'Asia/Shanghai' begins
        from generate_series((:from::timestamptz at time zone 'Asia/Shanghai')::date,
          (:to::timestamptz at time zone 'Asia/Shanghai')::date - 1, interval '1 day') d),
      networked as (select distinct v.id from vehicle v join terminal t on t.vehicle_id = v.id),
      service as (
        select v.id, d.day from vehicle v, day d where not coalesce((
          select range_agg(tstzrange(from_time, to_time)) @> tstzrange(d.begins, d.begins + interval '1 day')
          from vehicle_order o where o.plate = v.plate and o.kind = 'LAID_UP'), false))
      """;

  private static final String LENGTHS =
      """
      with point as (
        select s.id, n, (c->>0)::float8 lon, (c->>1)::float8 lat
        from segment s, jsonb_array_elements(s.geometry->'coordinates') with ordinality x(c, n)),
      length as (
        select a.id, sum(sqrt(power((b.lon - a.lon) * cos(radians(a.lat)), 2) + power(b.lat - a.lat, 2))) km
        from point a join point b on b.id = a.id and b.n = a.n + 1 group by a.id),
      pass as (
        select * from pass_result p join length l on l.id = p.segment_id
        where p.judged and p.result <> 'EXEMPT' and p.window_start >= :from and p.window_start < :to)
      """;

  /** A figure in SQL: numerator and denominator. */
  private record Check(String name, String sql, Function<PeriodReport, Ratio> figure) {
    @Override
    public String toString() {
      return name;
    }
  }

  private TestDatabase server;
  private Database database;
  private ReportInput input;
  private PeriodReport report;

  @BeforeAll
  void simulate() throws IOException {
    server = TestDatabase.forClass(getClass());
    database = new Database(Database.Config.of(server.url()));
    ReportInput simulated = DemoWeek.simulate(Duration.ofHours(20));
    new PlanStore(database).write(simulated.plan());
    layUp(simulated.period());
    noteUptime(simulated.period());
    database.update(
        "insert into terminal (phone, vehicle_id, registered_at) select id::text, id, now() from"
            + " vehicle where id % 7 <> 0");
    database.update(
        "insert into app_user (login, display_name, role, password_hash) values ('a', 'a', 'x',"
            + " '')");
    for (Ledger ledger : List.of(simulated.before().orElseThrow(), simulated.ledger())) {
      file(ledger, simulated);
    }
    input = new LedgerQueries(database).input(simulated.period());
    report = PeriodReport.of(input);
  }

  /** One truck all week, another on its Monday, in two orders that follow each other. */
  private void layUp(Period week) {
    database.update(
        "insert into vehicle_order (plate, kind, from_time, to_time, approved_by, other_plate)"
            + " select plate, 'LAID_UP', f, t, '局', '' from (select plate, row_number() over"
            + " (order by plate) n from vehicle where kind = 'MUCK_TRUCK' and id % 7 <> 0) v"
            + " join (values (1, ?::timestamptz, ?::timestamptz), (2, ?, ?), (2, ?, ?)) o(n, f, t)"
            + " on o.n = v.n",
        week.start(),
        week.end(),
        week.start().minusSeconds(3600),
        week.start().plusSeconds(36_000),
        week.start().plusSeconds(36_000),
        week.start().plusSeconds(86_400));
  }

  /** Two gateways at once, then none for a quarter of an hour, then one until after the week. */
  private void noteUptime(Period week) {
    for (long[] run : new long[][] {{-900, 40_000}, {10_000, 50_000}, {50_900, 700_000}}) {
      database.update(
          "insert into gateway_run (from_time, until_time) values (?, ?)",
          week.start().plusSeconds(run[0]),
          week.start().plusSeconds(run[1]));
    }
  }

  private void file(Ledger ledger, ReportInput simulated) {
    new LedgerStore(database)
        .replace(ledger.trips(), ledger.passes(), ledger.quality(), ledger.work());
    new AlertStore(database)
        .publish(ledger.alerts(), Instant.parse("2026-11-16T00:00:00Z"))
        .forEach(
            stored -> {
              Alert a = stored.alert();
              if (simulated.reviews().containsKey(a.key())) {
                database.update(
                    "insert into review (alert_id, revision, user_id, decision, reason, at)"
                        + " select ?, 1, id, ?, '', ? from app_user",
                    stored.id(),
                    simulated.reviews().get(a.key()).decision().name(),
                    a.decided().plusSeconds(60));
              }
            });
  }

  @AfterAll
  void close() {
    if (database != null) {
      database.close();
    }
    server.close();
  }

  private String ofWeek(String sql) {
    return sql.replace(":from", "'" + report.period().start() + "'")
        .replace(":to", "'" + report.period().end() + "'");
  }

  private Ratio ratio(String sql) {
    return database.query(ofWeek(sql), row -> new Ratio(row.getDouble(1), row.getDouble(2))).get(0);
  }

  private Map<String, Ratio> byCompany(String sql) {
    Map<String, Ratio> all = new HashMap<>();
    database.query(
        ofWeek(sql),
        row -> all.put(row.getString(1), new Ratio(row.getDouble(2), row.getDouble(3))));
    return all;
  }

  static Stream<Check> city() {
    return Stream.of(haulage(), conduct(), quality(), presence(), cleaning()).flatMap(s -> s);
  }

  private static Stream<Check> haulage() {
    return Stream.of(
        trips("重载趟次", "count(*), 1", r -> new Ratio(r.haulage().figures().trips(), 1)),
        trips(
            "趟次闭环率",
            "count(*) filter (where end_kind = 'OK' and grade <> 'C' and observed_share >= 0.8),"
                + " count(*) filter (where observed_share >= 0.8)",
            r -> r.haulage().figures().tripClosure()),
        trips(
            "未观测趟次占比",
            "count(*) filter (where observed_share < 0.8), count(*)",
            r -> r.haulage().figures().unobserved()),
        trips(
            "联单覆盖率",
            "count(*) filter (where waybill_id <> ''), count(*)",
            r -> r.haulage().waybills().coverage()),
        trips(
            "路线遵从率",
            "sum(adherence * distance_m) filter (where adherence is not null),"
                + " sum(distance_m) filter (where adherence is not null)",
            r -> r.haulage().figures().adherence()),
        trips(
            "持证率",
            "count(*) filter (where exists (select from permit p where p.id = t.permit_id"
                + " and p.plate = v.plate and coalesce(p.valid_from, '-infinity') <= t.out_time"
                + " and coalesce(p.valid_to, 'infinity') > t.out_time)), count(*)",
            r -> r.haulage().figures().permitted()),
        trips(
            "运输量",
            "sum(coalesce(v.rated_load_t, 16)), 1",
            r -> new Ratio(r.haulage().figures().tonnes(), 1)));
  }

  private static Stream<Check> conduct() {
    return Stream.of(
        new Check(
            "联单闭环率",
            "select count(*) filter (where scan_in <= scan_out + interval '24 h' and exists (select"
                + " from trip t where t.waybill_id = w.id and t.end_kind = 'OK' and not"
                + " t.superseded)), count(*) from waybill w where scan_out >= :from and scan_out <"
                + " :to",
            r -> r.haulage().waybills().closure()),
        new Check(
            "严重违规",
            CONFIRMED + "select count(*) filter (where severity >= 3), 1 from confirmed",
            r -> new Ratio(r.overview().serious(), 1)),
        new Check(
            "每百趟违规数",
            CONFIRMED
                + "select 100.0 * sum((array[1, 2, 5, 10])[severity]) filter (where rule like"
                + " 'M%'), (select count(*)"
                + TRIPS
                + "and observed_share >= 0.8) from confirmed",
            r -> r.haulage().figures().perHundred()));
  }

  private static Stream<Check> quality() {
    return Stream.of(
        new Check(
            "入网率",
            "select count(distinct t.vehicle_id), count(distinct v.id) from vehicle v left join"
                + " terminal t on t.vehicle_id = v.id and t.registered_at is not null",
            r -> r.quality().city().networked()),
        days("数据合格率", "sum(accepted), sum(received)", DataQuality.Figures::validity),
        days("轨迹完整率", "sum(continuous_km), sum(distance_km)", DataQuality.Figures::completeness),
        new Check(
            "可监管率",
            "select sum(observed_duty_s), sum(duty_s) from work_day where"
                + " day >= (:from::timestamptz at time zone 'Asia/Shanghai')::date and day <"
                + " (:to::timestamptz at time zone 'Asia/Shanghai')::date",
            r -> r.quality().city().observed()));
  }

  /** Who is there, and whether the platform was. */
  private static Stream<Check> presence() {
    return Stream.of(
        new Check(
            "上线率",
            SERVICE
                + "select count(*) filter (where exists (select from quality_day q where q.vehicle_id"
                + " = n.id and q.accepted > 0 and q.day = any (array(select day from day)))),"
                + " count(*) from networked n where exists (select from service s where s.id ="
                + " n.id)",
            r -> r.quality().city().online()),
        new Check(
            "日均上线率",
            SERVICE
                + "select count(q.accepted), count(*) from service s join networked n using (id)"
                + " left join quality_day q on q.vehicle_id = s.id and q.day = s.day and q.accepted"
                + " > 0",
            r -> r.quality().city().dailyOnline()),
        new Check(
            "不可监管车日",
            SERVICE
                + "select count(*) filter (where observed_share is null or observed_share < 0.8),"
                + " count(*) from service s left join quality_day q on q.vehicle_id = s.id and"
                + " q.day = s.day",
            r -> r.quality().city().unobservable()),
        new Check(
            "在线时长率",
            SERVICE
                + "select sum(online_duty_s), sum(duty_s) from work_day w join day d on d.day ="
                + " w.day where online_duty_s is not null",
            r -> r.quality().city().onlineTime()),
        new Check(
            "平台连通率",
            "select count(*) filter (where exists (select from gateway_run g where from_time <= m"
                + " and until_time > m)), count(*) from generate_series(:from::timestamptz,"
                + " :to::timestamptz - interval '1 minute', interval '1 minute') m",
            r -> r.quality().platform().connected()),
        new Check(
            "重复违规率",
            CONFIRMED.replace(":from", "(:to::timestamptz - interval '30 days')")
                + "select count(*) filter (where n > 1), count(*) from (select vehicle_id, count(*)"
                + " n from confirmed where severity >= 3 and vehicle_id is not null group by 1) x",
            r -> r.cases().repeated().ratio()));
  }

  private static Stream<Check> cleaning() {
    return Stream.of(
        new Check(
            "作业面积",
            SERVICE
                + "select sum(effective_m * work_width_m), 1 from work_day w join day d on d.day ="
                + " w.day join vehicle v on v.id = w.vehicle_id",
            r -> new Ratio(r.cleaning().work().area().squareMetres(), 1)),
        new Check(
            "面积有据里程",
            SERVICE
                + "select sum(effective_m) filter (where work_width_m is not null),"
                + " sum(effective_m) from work_day w join day d on d.day = w.day join vehicle v on"
                + " v.id = w.vehicle_id where v.kind not in ('MUCK_TRUCK', 'COLLECTION_TRUCK')",
            r -> r.cleaning().work().area().known()),
        new Check(
            "频次达标率",
            LENGTHS + "select sum(km * least(done, required)), sum(km * required) from pass",
            r -> r.cleaning().figures().frequency()),
        new Check(
            "覆盖率",
            LENGTHS
                + "select sum(km * best), sum(km) from (select segment_id, side, km, max(coverage)"
                + " best from pass group by 1, 2, 3) x",
            r -> r.cleaning().figures().coverage()),
        new Check(
            "道路达标率",
            LENGTHS
                + "select count(*) filter (where met), count(*) from (select s.road, bool_and(done"
                + " >= required) met from pass p join segment s on s.id = p.segment_id group by 1)"
                + " x",
            r -> r.cleaning().figures().roads()),
        new Check(
            "作业及时率",
            LENGTHS
                + "select count(*) filter (where result = 'DONE'), count(*) from pass"
                + " where first_time is not null",
            r -> r.cleaning().work().onTime()));
  }

  private static Check trips(String name, String columns, Function<PeriodReport, Ratio> figure) {
    return new Check(name, "select " + columns + TRIPS, figure);
  }

  private static Check days(
      String name, String columns, Function<DataQuality.Figures, Ratio> figure) {
    return new Check(
        name,
        "select "
            + columns
            + " from quality_day where day >= (:from::timestamptz at time zone"
            + " 'Asia/Shanghai')::date and day < (:to::timestamptz at time zone"
            + " 'Asia/Shanghai')::date",
        r -> figure.apply(r.quality().city()));
  }

  @ParameterizedTest
  @MethodSource("city")
  void theCitysFigureIsTheSame(Check check) {
    Ratio mine = check.figure().apply(report);
    Ratio plain = ratio(check.sql());
    assertTrue(plain.isKnown(), "the day has nothing to compare");
    assertEquals(plain.value(), mine.value(), 1e-4 * Math.max(1, plain.value()));
  }

  @Test
  void eachSitesDeviationIsTheSame() {
    Map<String, Ratio> plain =
        byCompany(
            """
            with planned as (
              select site_id, sum(planned_m3 * extract(epoch from least(to_time, :to) - greatest(from_time, :from))
                / extract(epoch from to_time - from_time)) m3
              from site_progress where from_time < :to and to_time > :from group by 1),
            hauled as (select t.site_id, sum(coalesce(v.rated_load_t, 16)) / 1.4 m3"""
                + TRIPS
                + "group by 1) select p.site_id, coalesce(h.m3, 0) - p.m3, p.m3 from planned p left"
                + " join hauled h using (site_id)");
    assertTrue(plain.size() > 1, "sites with a plan: " + plain);
    Map<String, Ratio> mine =
        report.haulage().sites().stream()
            .filter(s -> s.deviation().ratio().isKnown())
            .collect(Collectors.toMap(SiteHaulage::id, s -> s.deviation().ratio()));
    assertEquals(plain.keySet(), mine.keySet());
    plain.forEach((site, r) -> assertEquals(r.value(), mine.get(site).value(), 1e-6, site));
  }

  @Test
  void eachCompanysTripsAreTheSame() {
    Map<String, Ratio> plain =
        byCompany(
            "select c.name, count(*), count(*) filter (where observed_share >= 0.8)"
                + TRIPS
                + "group by 1");
    assertTrue(plain.size() > 1);
    for (CompanyHaulage c : report.haulage().companies()) {
      HaulageFigures f = c.figures();
      Ratio r = plain.getOrDefault(c.company(), new Ratio(0, 0));
      assertEquals(r, new Ratio(f.trips(), f.observedTrips()), c.company());
    }
  }

  /** The formula once more, with its numbers written out. */
  @Test
  void eachCompanysIndexIsTheSame() {
    Map<String, Ratio> weights =
        byCompany(
            CONFIRMED
                + "select company, sum((array[1, 2, 5, 10])[severity]), 1 from confirmed"
                + " where rule like 'M%' group by 1");
    Map<String, Ratio> trips =
        byCompany(
            "select c.name, count(*) filter (where observed_share >= 0.8), 1"
                + TRIPS
                + "group by 1");
    Map<String, Ratio> closed =
        byCompany(
            "select c.name, count(*) filter (where scan_in <= scan_out + interval '24 h' and exists"
                + " (select from trip t where t.waybill_id = w.id and t.end_kind = 'OK'"
                + " and not t.superseded)), count(*) from waybill w join vehicle v on v.plate ="
                + " w.plate join company c on c.id = v.company_id where scan_out >= :from and"
                + " scan_out < :to group by 1");
    Map<String, Ratio> observed =
        byCompany(
            "select c.name, sum(observed_duty_s), sum(duty_s) from work_day d join vehicle v on"
                + " v.id = d.vehicle_id join company c on c.id = v.company_id where day >="
                + " (:from::timestamptz at time zone 'Asia/Shanghai')::date and day <"
                + " (:to::timestamptz at time zone 'Asia/Shanghai')::date group by 1");
    List<Score> ranked = report.scores().haulage().stream().filter(Score::isRanked).toList();
    assertTrue(ranked.size() > 1, "ranked: " + ranked);
    for (Score s : ranked) {
      double weight = weights.getOrDefault(s.company(), new Ratio(0, 1)).value();
      double perHundred = 100 * weight / trips.get(s.company()).numerator();
      double index =
          100
              - Math.min(60, 6 * perHundred)
              - 15 * (1 - closed.get(s.company()).value())
              - 15 * (1 - observed.get(s.company()).value());
      assertEquals(Math.max(0, index), s.index().value(), 0.0501, s.company());
    }
  }

  @Test
  void eachCompanysPointsAreTheSame() {
    Map<String, Ratio> plain =
        byCompany(
            CONFIRMED.replace(":from", "'2026-07-01T00:00:00+08:00'")
                + """
                select company, sum(case
                  when severity < 2 then 0
                  when rule = 'M01' then 20 when rule = 'M06c' then 15 when rule in ('M06a', 'M06b') then 10
                  when rule = 'M03' then case severity when 4 then 8 when 3 then 5 else 0 end
                  when rule = 'M04' then case when severity >= 3 then 6 else 3 end
                  when rule = 'M05' then 3 when rule = 'M09' then 4
                  when rule = 'M08' then case when measured >= allowed * 1.5 then 5
                    when measured >= allowed * 1.2 then 2 else 0 end
                  when rule in ('D02', 'D05', 'D06', 'D07') then 10 when rule = 'D09' then 6
                  else 0 end), 1 from confirmed where company is not null group by 1
                """);
    Map<String, Integer> mine =
        report.scores().companies().stream()
            .collect(Collectors.toMap(Standing::who, Standing::points));
    assertTrue(plain.values().stream().anyMatch(r -> r.numerator() > 0));
    plain.forEach(
        (company, points) ->
            assertEquals((int) points.numerator(), (int) mine.getOrDefault(company, 0), company));
  }
}
