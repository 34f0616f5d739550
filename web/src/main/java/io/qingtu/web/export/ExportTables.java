package io.qingtu.web.export;

import io.qingtu.route.plan.DailyHours;
import io.qingtu.server.store.AlertFilter;
import io.qingtu.server.store.AlertQueries;
import io.qingtu.server.store.AlertRow;
import io.qingtu.server.store.AuditQueries;
import io.qingtu.server.store.AuditQueries.AuditRow;
import io.qingtu.server.store.CaseFilter;
import io.qingtu.server.store.CaseQueries;
import io.qingtu.server.store.CaseRow;
import io.qingtu.server.store.CollectionQueries;
import io.qingtu.server.store.CollectionQueries.PointRow;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.FleetQueries;
import io.qingtu.server.store.FleetQueries.VehicleRow;
import io.qingtu.server.store.Permission;
import io.qingtu.server.store.Scope;
import io.qingtu.server.store.StayQueries;
import io.qingtu.server.store.StayQueries.StayRow;
import io.qingtu.server.store.SweepingQueries;
import io.qingtu.server.store.SweepingQueries.PassRow;
import io.qingtu.server.store.TraitQueries;
import io.qingtu.server.store.TraitQueries.TerminalRow;
import io.qingtu.server.store.TraitRow;
import io.qingtu.server.store.TripQueries;
import io.qingtu.server.store.TripQueries.TripRow;
import io.qingtu.web.export.ExportTable.Sink;
import io.qingtu.web.export.ExportTable.Wish;
import io.qingtu.web.report.Cell;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every table that can be exported. To add one: its columns, its row, its line in {@link #all}. */
public final class ExportTables {
  private static final Set<Permission> EXPORT = EnumSet.of(Permission.EXPORT);
  private static final Set<Permission> TERMINAL =
      EnumSet.of(Permission.EXPORT, Permission.TERMINALS);
  private static final Set<Permission> AUDIT = EnumSet.of(Permission.EXPORT, Permission.AUDIT);
  private static final int PORTION = 1000;

  private final AlertQueries alerts;
  private final CaseQueries cases;
  private final TripQueries trips;
  private final FleetQueries fleet;
  private final TraitQueries traits;
  private final SweepingQueries sweeping;
  private final CollectionQueries collection;
  private final StayQueries stays;
  private final AuditQueries audit;

  public ExportTables(Database database) {
    alerts = new AlertQueries(database);
    cases = new CaseQueries(database);
    trips = new TripQueries(database);
    fleet = new FleetQueries(database);
    traits = new TraitQueries(database);
    sweeping = new SweepingQueries(database);
    collection = new CollectionQueries(database);
    stays = new StayQueries(database);
    audit = new AuditQueries(database);
  }

  /** In the order of the menu. */
  public List<ExportTable> all() {
    return List.of(
        table("alerts", "报警", EXPORT, this::alerts, AlertColumns.TITLES),
        table("cases", "案件", EXPORT, this::cases, CASES),
        table("trips", "趟次", EXPORT, this::trips, TRIPS),
        table("vehicles", "车辆", EXPORT, this::vehicles, VEHICLES),
        table("terminals", "终端", TERMINAL, this::terminals, TERMINALS),
        table("sweeping", "环卫作业", EXPORT, this::sweeping, SWEEPING),
        table("collection", "收集点", EXPORT, this::collection, COLLECTION),
        table("stays", "疑似停留", EXPORT, this::stays, STAYS),
        table("audit", "审计日志", AUDIT, this::audit, AUDIT_LINES));
  }

  public Optional<ExportTable> find(String name) {
    return all().stream().filter(t -> t.name().equals(name)).findFirst();
  }

  private static ExportTable table(
      String name, String title, Set<Permission> needs, ExportTable.Rows rows, String columns) {
    return new ExportTable(name, title, List.of(columns.split(" ")), needs, rows);
  }

  private static final String CASES = "编号 类型 标题 经度 纬度 发现时间 受理时间 等级 车牌 企业 阶段 阶段起始 承办 来源数 期限 办结时间";
  private static final String TRIPS =
      "趟次 车牌 企业 准运证 工地 出场时间 结束类型 去处 结束时间 里程米 路线遵从率 敞开秒 最高车速 可观测率 联单 联单比对 出场卡口 到达卡口";
  private static final String VEHICLES = "车牌 车型 企业 额定载重吨 传感器 终端手机号";
  private static final String TERMINALS =
      "终端手机号 车牌 企业 配置 制造商 型号 终端编号 固件 协议版本 消息数 首次 最近 未识别种类 未识别次数";
  private static final String SWEEPING = "道路 等级 作业单位 要求 路段 侧 作业 时段开始 时段结束 应作业 已作业 覆盖率 结果 首次 末次 车辆";
  private static final String COLLECTION = "收集点 经度 纬度 作业单位 时段开始 时段结束 结果 时段内 车辆 时间 距离米";
  private static final String STAYS = "车牌 企业 趟次 准运证 开始 结束 经度 纬度 得分 趟次已结束 报警";
  private static final String AUDIT_LINES = "编号 时间 账号 姓名 来源地址 操作 对象 明细 哈希";

  /** From page to page by where the last one ended. */
  private void alerts(Wish wish, Sink sink) throws IOException {
    Optional<AlertFilter.Cursor> after = Optional.empty();
    List<AlertRow> page;
    do {
      AlertFilter filter = AlertFilter.ofPeriod(wish.from(), wish.to(), after);
      page = alerts.page(filter, wish.scope(), PORTION);
      for (AlertRow row : page) {
        sink.row(AlertColumns.of(row));
        after = Optional.of(new AlertFilter.Cursor(row.start(), row.id()));
      }
    } while (page.size() == PORTION);
  }

  private void cases(Wish wish, Sink sink) throws IOException {
    cases(CaseFilter.ofPeriod(wish.from(), wish.to()), wish.scope(), sink);
  }

  /** The rows of the table of cases that a filter finds. */
  public void cases(CaseFilter wanted, Scope scope, Sink sink) throws IOException {
    CaseFilter filter = wanted;
    List<CaseRow> page;
    do {
      page = cases.page(filter, scope, PORTION);
      for (CaseRow c : page) {
        filter = filter.after(c.id());
        sink.row(row(c));
      }
    } while (page.size() == PORTION);
  }

  private static List<Cell> row(CaseRow c) {
    return List.of(
        Cell.of(c.id()),
        Cell.of(c.type().name()),
        Cell.of(c.title()),
        Cell.of(c.lon(), 6),
        Cell.of(c.lat(), 6),
        Cell.of(c.foundAt()),
        Cell.of(c.acceptedAt()),
        Cell.of(c.grade()),
        Cell.of(c.plate()),
        Cell.of(c.company()),
        Cell.of(c.stage().name()),
        Cell.of(c.since()),
        Cell.of(c.side()),
        Cell.of(c.sources()),
        Cell.of(c.dueAt()),
        Cell.of(c.closedAt()));
  }

  /** Hands on the days of a period one after the other. */
  private interface OfDay {
    void rows(Instant from, Instant to) throws IOException;
  }

  private static void byDay(Wish wish, OfDay day) throws IOException {
    for (Instant from = wish.from(); from.isBefore(wish.to()); ) {
      Instant next =
          from.atZone(DailyHours.CITY_ZONE).truncatedTo(ChronoUnit.DAYS).plusDays(1).toInstant();
      Instant to = next.isBefore(wish.to()) ? next : wish.to();
      day.rows(from, to);
      from = to;
    }
  }

  private void trips(Wish wish, Sink sink) throws IOException {
    byDay(
        wish,
        (from, to) -> {
          for (TripRow t : trips.between(from, to, Optional.empty(), wish.scope())) {
            sink.row(row(t));
          }
        });
  }

  private static List<Cell> row(TripRow t) {
    return List.of(
        Cell.of(t.id()),
        Cell.of(t.plate()),
        Cell.of(t.company()),
        Cell.of(t.permitId()),
        Cell.of(t.siteName()),
        Cell.of(t.outTime()),
        Cell.of(t.endKind()),
        Cell.of(t.endPlaceName()),
        Cell.of(t.endTime()),
        Cell.of(t.distanceMetres(), 0),
        Cell.of(t.adherence(), 3),
        Cell.of(t.coverOpenSeconds()),
        Cell.of(t.maxSpeedKmh(), 1),
        Cell.of(t.observedShare(), 3),
        Cell.of(t.waybillId()),
        Cell.of(t.waybillMatch()),
        Cell.of(t.cameraOut()),
        Cell.of(t.cameraIn()));
  }

  private void vehicles(Wish wish, Sink sink) throws IOException {
    for (VehicleRow v : fleet.vehicles(wish.scope())) {
      sink.row(
          List.of(
              Cell.of(v.plate()),
              Cell.of(v.kind()),
              Cell.of(v.company()),
              Cell.of(v.ratedLoadT(), 2),
              Cell.of(String.join(";", v.sensors())),
              Cell.of(v.phone())));
    }
  }

  private void terminals(Wish wish, Sink sink) throws IOException {
    for (TerminalRow row : traits.terminals(wish.scope())) {
      Optional<TraitRow> t = row.traits();
      sink.row(
          List.of(
              Cell.of(row.phone()),
              Cell.of(row.plate()),
              Cell.of(row.company()),
              Cell.of(row.registeredProfile()),
              Cell.of(t.map(TraitRow::manufacturer).orElse("")),
              Cell.of(t.map(TraitRow::model).orElse("")),
              Cell.of(t.map(TraitRow::terminalId).orElse("")),
              Cell.of(t.map(TraitRow::firmware).orElse("")),
              Cell.of(t.map(TraitRow::version).orElse("")),
              Cell.of(t.map(TraitRow::messages).orElse(0L)),
              Cell.of(t.map(TraitRow::first)),
              Cell.of(t.map(TraitRow::last)),
              Cell.of(row.unknownKinds()),
              Cell.of(row.unknownCount())));
    }
  }

  private void sweeping(Wish wish, Sink sink) throws IOException {
    byDay(
        wish,
        (from, to) -> {
          for (PassRow p : sweeping.between(from, to, wish.scope())) {
            sink.row(row(p));
          }
        });
  }

  private static List<Cell> row(PassRow p) {
    return List.of(
        Cell.of(p.road()),
        Cell.of(p.grade()),
        Cell.of(p.contractor()),
        Cell.of(p.requirementId()),
        Cell.of(p.segmentId()),
        Cell.of(p.side()),
        Cell.of(p.op()),
        Cell.of(p.windowStart()),
        Cell.of(p.windowEnd()),
        Cell.of(p.required()),
        Cell.of(p.done()),
        Cell.of(p.coverage(), 3),
        Cell.of(p.result()),
        Cell.of(p.first()),
        Cell.of(p.last()),
        Cell.of(String.join(";", p.plates())));
  }

  private void collection(Wish wish, Sink sink) throws IOException {
    byDay(
        wish,
        (from, to) -> {
          for (PointRow p : collection.between(from, to, wish.scope())) {
            sink.row(row(p));
          }
        });
  }

  private static List<Cell> row(PointRow p) {
    return List.of(
        Cell.of(p.pointId()),
        Cell.of(p.lon(), 6),
        Cell.of(p.lat(), 6),
        Cell.of(p.contractor()),
        Cell.of(p.windowStart()),
        Cell.of(p.windowEnd()),
        Cell.of(p.state()),
        Cell.of(Boolean.toString(p.inTime())),
        Cell.of(p.plate()),
        Cell.of(p.visitStart()),
        Cell.of(p.visitMetres(), 0));
  }

  private void stays(Wish wish, Sink sink) throws IOException {
    byDay(
        wish,
        (from, to) -> {
          for (StayRow s : stays.suspects(from, to, wish.scope())) {
            sink.row(row(s));
          }
        });
  }

  private static List<Cell> row(StayRow s) {
    return List.of(
        Cell.of(s.plate()),
        Cell.of(s.company()),
        Cell.of(s.tripId()),
        Cell.of(s.permitId()),
        Cell.of(s.start()),
        Cell.of(s.end()),
        Cell.of(s.longitude(), 6),
        Cell.of(s.latitude(), 6),
        Cell.of(s.score(), 2),
        Cell.of(Boolean.toString(s.isFinal())),
        Cell.of(s.alertId() == null ? "" : s.alertId()));
  }

  private void audit(Wish wish, Sink sink) throws IOException {
    audit(AuditQueries.Filter.ofPeriod(wish.from(), wish.to()), sink);
  }

  /** The lines of the log that a filter finds. */
  public void audit(AuditQueries.Filter wanted, Sink sink) throws IOException {
    AuditQueries.Filter filter = wanted;
    List<AuditRow> page;
    do {
      page = audit.page(filter, PORTION);
      for (AuditRow a : page) {
        filter = filter.after(a.id());
        sink.row(
            List.of(
                Cell.of(a.id()),
                Cell.of(a.at()),
                Cell.of(a.login()),
                Cell.of(a.user()),
                Cell.of(a.origin()),
                Cell.of(a.action()),
                Cell.of(a.object()),
                Cell.of(a.detail()),
                Cell.of(a.hash())));
      }
    } while (page.size() == PORTION);
  }
}
