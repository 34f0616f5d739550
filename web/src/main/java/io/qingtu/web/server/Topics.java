package io.qingtu.web.server;

import io.qingtu.server.command.CommandIntake;
import io.qingtu.server.profile.Profiles;
import io.qingtu.server.store.AccountStore;
import io.qingtu.server.store.AuditQueries;
import io.qingtu.server.store.CalendarStore;
import io.qingtu.server.store.CaptureStore;
import io.qingtu.server.store.CityNowQueries;
import io.qingtu.server.store.CollectionQueries;
import io.qingtu.server.store.CommandStore;
import io.qingtu.server.store.DeviceHistory;
import io.qingtu.server.store.DeviceQueries;
import io.qingtu.server.store.DriverCards;
import io.qingtu.server.store.ExemptionFiles;
import io.qingtu.server.store.ExemptionStore;
import io.qingtu.server.store.LedgerQueries;
import io.qingtu.server.store.MapQueries;
import io.qingtu.server.store.MediaQueries;
import io.qingtu.server.store.OverviewQueries;
import io.qingtu.server.store.PastQueries;
import io.qingtu.server.store.PermitQueries;
import io.qingtu.server.store.PlanStore;
import io.qingtu.server.store.PointOrderStore;
import io.qingtu.server.store.PrecisionQueries;
import io.qingtu.server.store.ProposalStore;
import io.qingtu.server.store.ReviewStore;
import io.qingtu.server.store.SafetyAlarmQueries;
import io.qingtu.server.store.SensorQueries;
import io.qingtu.server.store.ShiftStore;
import io.qingtu.server.store.StandardStore;
import io.qingtu.server.store.TokenStore;
import io.qingtu.server.store.TraitQueries;
import io.qingtu.server.store.TripQueries;
import io.qingtu.server.store.WaybillStore;
import io.qingtu.server.store.WebhookStore;
import io.qingtu.web.api.AccountsController;
import io.qingtu.web.api.AlertsController;
import io.qingtu.web.api.AppealPhotosController;
import io.qingtu.web.api.AppealRoom;
import io.qingtu.web.api.AppealsController;
import io.qingtu.web.api.AuditController;
import io.qingtu.web.api.BehaviourController;
import io.qingtu.web.api.BundlesController;
import io.qingtu.web.api.CapturesController;
import io.qingtu.web.api.CaseLimitsController;
import io.qingtu.web.api.CasePhotosController;
import io.qingtu.web.api.CasesController;
import io.qingtu.web.api.CollectionController;
import io.qingtu.web.api.CommandsController;
import io.qingtu.web.api.DevicesController;
import io.qingtu.web.api.DriverText;
import io.qingtu.web.api.DriversController;
import io.qingtu.web.api.DumpController;
import io.qingtu.web.api.EventPhotosController;
import io.qingtu.web.api.EventsController;
import io.qingtu.web.api.EvidenceController;
import io.qingtu.web.api.ExemptionFilesController;
import io.qingtu.web.api.ExemptionsController;
import io.qingtu.web.api.ExportsController;
import io.qingtu.web.api.FleetController;
import io.qingtu.web.api.InstallationPhotosController;
import io.qingtu.web.api.InstallationsController;
import io.qingtu.web.api.LayUpsController;
import io.qingtu.web.api.LinkedCasesController;
import io.qingtu.web.api.MapController;
import io.qingtu.web.api.MediaController;
import io.qingtu.web.api.NoticePhotosController;
import io.qingtu.web.api.NoticeRoom;
import io.qingtu.web.api.NoticesController;
import io.qingtu.web.api.OpenApiController;
import io.qingtu.web.api.OverviewController;
import io.qingtu.web.api.PacketsController;
import io.qingtu.web.api.ParametersController;
import io.qingtu.web.api.PastController;
import io.qingtu.web.api.PermitRequestsController;
import io.qingtu.web.api.PermitsController;
import io.qingtu.web.api.PlanController;
import io.qingtu.web.api.PlanExportsController;
import io.qingtu.web.api.PlanImportsController;
import io.qingtu.web.api.PlanRoom;
import io.qingtu.web.api.PointOrdersController;
import io.qingtu.web.api.ReportExtractsController;
import io.qingtu.web.api.ReportMailController;
import io.qingtu.web.api.ReportRunsController;
import io.qingtu.web.api.ReportsController;
import io.qingtu.web.api.RoadOrdersController;
import io.qingtu.web.api.RulesController;
import io.qingtu.web.api.SafetyAlarmsController;
import io.qingtu.web.api.SecondFactorController;
import io.qingtu.web.api.SessionController;
import io.qingtu.web.api.SettingsController;
import io.qingtu.web.api.ShiftsController;
import io.qingtu.web.api.SpillController;
import io.qingtu.web.api.StaysController;
import io.qingtu.web.api.SweepingController;
import io.qingtu.web.api.SweepingDesk;
import io.qingtu.web.api.TableFiles;
import io.qingtu.web.api.TerminalsController;
import io.qingtu.web.api.TokensController;
import io.qingtu.web.api.TrackCheck;
import io.qingtu.web.api.TracksController;
import io.qingtu.web.api.TrialsController;
import io.qingtu.web.api.VehicleDeviceController;
import io.qingtu.web.api.WaybillsController;
import io.qingtu.web.api.WebhooksController;
import io.qingtu.web.api.Workshop;
import io.qingtu.web.evidence.DossierReader;
import io.qingtu.web.evidence.EvidencePacker;
import io.qingtu.web.export.ExportTables;
import io.qingtu.web.http.AuditLog;
import io.qingtu.web.http.Controller;
import io.qingtu.web.mail.Postman;
import io.qingtu.web.report.PeriodReports;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The topics of the API: a new one is a line here. */
final class Topics {
  private final WebParts parts;
  private final Supplier<Profiles> profiles;
  private final Runnable nudge;

  /**
   * @param profiles those that packets are looked into with
   * @param nudge run whenever somebody has asked for a command
   */
  Topics(WebParts parts, Supplier<Profiles> profiles, Runnable nudge) {
    this.parts = parts;
    this.profiles = profiles;
    this.nudge = nudge;
  }

  /** Every topic of the API, in the order of the description. */
  List<Controller> all() {
    AuditLog log = new AuditLog(parts.audit, Clock.systemUTC());
    return Stream.of(house(log), work(log), sanitation(log), city(log), reports(log))
        .flatMap(List::stream)
        .toList();
  }

  /** Who signs in, what the house keeps of itself, and who is told. */
  private List<Controller> house(AuditLog log) {
    return List.of(
        new OpenApiController(),
        new SessionController(parts.sessions, parts.seconds, log),
        new SecondFactorController(parts.seconds, parts.sessions, parts.users, log),
        new AccountsController(
            new AccountStore(parts.database), parts.users, parts.sessions, log, Clock.systemUTC()),
        new SettingsController(
            parts.config.cityName(),
            parts.config.tileSource(),
            parts.map,
            parts.settings,
            new CalendarStore(parts.database)::read,
            parts.clock),
        new ShiftsController(new ShiftStore(parts.database), log, parts.clock),
        new AuditController(new AuditQueries(parts.database), log),
        new TokensController(new TokenStore(parts.database), log, Clock.systemUTC()),
        new WebhooksController(
            new WebhookStore(parts.database), parts.users, parts.courier, log, Clock.systemUTC()));
  }

  /** Vehicles, alerts and cases. */
  private List<Controller> work(AuditLog log) {
    DeviceQueries devices = new DeviceQueries(parts.database);
    NoticeRoom notices = new NoticeRoom(parts.database, parts.media, parts.live);
    AppealRoom appeals = new AppealRoom(parts.database, parts.media, parts.news, parts.live);
    Workshop workshop = new Workshop(parts.database, parts.media, parts::parametersInForce);
    return List.of(
        new FleetController(parts.fleet, parts.live),
        new TerminalsController(new TraitQueries(parts.database), parts.clock),
        new DevicesController(devices, parts::parametersInForce, parts.clock),
        new VehicleDeviceController(
            parts.fleet,
            devices,
            new SensorQueries(parts.database),
            new DriverCards(parts.database),
            new DeviceHistory(parts.database),
            parts::parametersInForce,
            parts.clock),
        parts.liveController,
        new AlertsController(
            parts.alerts,
            new ReviewStore(parts.database),
            new MediaQueries(parts.database),
            log,
            parts.news,
            parts.clock),
        new EvidenceController(parts.alerts, parts.tracks, parts.map, log, parts.clock),
        new NoticesController(parts.alerts, notices, log, parts.clock),
        new NoticePhotosController(notices, log, parts.clock),
        new AppealsController(appeals, parts.alerts, log, parts.clock),
        new AppealPhotosController(appeals, parts.alerts, log, parts.clock),
        new CasesController(parts.cases, parts.alerts, log, parts.clock),
        new CasePhotosController(parts.cases, log, parts.clock),
        new InstallationsController(workshop, log, parts.clock),
        new InstallationPhotosController(workshop, log, parts.clock),
        new EventsController(parts.cases, log, parts.clock),
        new EventPhotosController(parts.cases, log, parts.clock),
        new CapturesController(new CaptureStore(parts.database, parts.media), log, parts.clock),
        new WaybillsController(
            new WaybillStore(parts.database), parts.cases.store(), log, parts.clock),
        new BundlesController(
            parts.alerts,
            new DossierReader(parts.config.cityName(), parts.database, parts.media),
            new EvidencePacker(parts.media, parts.key),
            log,
            parts.clock,
            parts.vertx));
  }

  /** Roads and collection points, who is sent to them, and what is excused. */
  private List<Controller> sanitation(AuditLog log) {
    ExemptionStore excused = new ExemptionStore(parts.database);
    ExemptionFiles excusedBy = new ExemptionFiles(parts.database, parts.media);
    DriverText driver = new DriverText(commandIntake(), parts.commandNews, nudge);
    return List.of(
        new SweepingController(new SweepingDesk(parts.database), parts.clock),
        new RoadOrdersController(
            new SweepingDesk(parts.database), parts.fleet, driver, log, parts.clock),
        new ExemptionsController(excused, excusedBy, log, parts.clock),
        new ExemptionFilesController(excused, excusedBy, log, parts.clock),
        new CollectionController(
            new CollectionQueries(parts.database),
            new PointOrderStore(parts.database),
            parts.clock),
        new PointOrdersController(parts.database, parts.fleet, driver, log, parts.clock));
  }

  /** Tracks, terminals, plan and rules. */
  private List<Controller> city(AuditLog log) {
    PlanRoom plan = new PlanRoom(parts.database, parts.clock);
    TableFiles files = new TableFiles(log, parts.vertx);
    DeviceQueries devices = new DeviceQueries(parts.database);
    return List.of(
        new MediaController(
            parts.alerts, parts.fleet, new MediaQueries(parts.database), parts.media, log),
        new TracksController(
            parts.fleet,
            parts.tracks,
            new TrackCheck(
                new MapQueries(parts.database),
                new PlanStore(parts.database),
                parts::parametersInForce),
            parts.alerts,
            new TripQueries(parts.database),
            parts.clock),
        new PastController(new PastQueries(parts.database), parts.fleet, log, files),
        new ExportsController(
            new ExportTables(parts.database), parts.fleet, parts.tracks, log, parts.vertx),
        new CommandsController(
            parts.fleet, parts.commands, commandIntake(), log, parts.commandNews, nudge),
        new PacketsController(profiles),
        new SafetyAlarmsController(parts.fleet, new SafetyAlarmQueries(parts.database)),
        new MapController(parts.map, new CityNowQueries(parts.database), parts.clock),
        new PermitsController(
            new PermitQueries(parts.database), parts.fleet, parts::parametersInForce, parts.clock),
        new LayUpsController(parts.database, parts::parametersInForce, log, parts.clock),
        new DriversController(parts.database, parts::parametersInForce, log, parts.clock),
        new PermitRequestsController(plan, parts.database, log),
        new PlanImportsController(plan),
        new PlanExportsController(plan, log, parts.vertx),
        new PlanController(plan, parts::parametersInForce),
        new OverviewController(
            new OverviewQueries(parts.database),
            devices,
            new StandardStore(parts.database),
            parts::parametersInForce,
            parts.clock),
        new SpillController(parts.database, parts.fleet, parts::parametersInForce, log, files),
        new DumpController(
            parts.database, parts.alerts, parts.tracks, parts::parametersInForce, log),
        new LinkedCasesController(
            parts.database, parts.cases, parts::parametersInForce, log, parts.clock),
        new BehaviourController(parts.database, parts.fleet, parts::parametersInForce, log),
        new StaysController(parts.database),
        new RulesController(parts.parameters, new PrecisionQueries(parts.database), parts.clock),
        new TrialsController(parts.trials, parts::parametersInForce, log),
        new CaseLimitsController(parts.database, log, parts.clock),
        new ParametersController(
            parts.parameters, new ProposalStore(parts.database), parts.trials, log, parts.clock));
  }

  private List<Controller> reports(AuditLog log) {
    LedgerQueries ledger = new LedgerQueries(parts.database);
    PeriodReports drafts =
        new PeriodReports(parts.masthead(), ledger::input, parts.reportSources());
    return List.of(
        new ReportRunsController(
            parts.reports,
            parts.freezer,
            log,
            parts.clock,
            parts.vertx,
            () -> parts.postman.ifPresent(Postman::nudge)),
        new ReportMailController(
            parts.reports, parts.database, parts.postman, log, Clock.systemUTC()),
        new ReportExtractsController(parts.reports, log, parts.vertx),
        new ReportsController(ledger, drafts, log, parts.vertx));
  }

  private CommandIntake commandIntake() {
    return new CommandIntake(
        new CommandStore(parts.database), new PlanStore(parts.database), parts.clock.clock());
  }
}
