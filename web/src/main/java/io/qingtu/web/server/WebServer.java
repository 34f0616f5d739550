package io.qingtu.web.server;

import io.micrometer.core.instrument.Gauge;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.track.Position;
import io.qingtu.server.command.CommandIntake;
import io.qingtu.server.profile.Profiles;
import io.qingtu.server.store.AccountStore;
import io.qingtu.server.store.AlertQueries;
import io.qingtu.server.store.AuditQueries;
import io.qingtu.server.store.AuditStore;
import io.qingtu.server.store.CaptureStore;
import io.qingtu.server.store.CollectionQueries;
import io.qingtu.server.store.CommandQueries;
import io.qingtu.server.store.CommandStore;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.DeviceQueries;
import io.qingtu.server.store.FleetQueries;
import io.qingtu.server.store.LedgerQueries;
import io.qingtu.server.store.MapQueries;
import io.qingtu.server.store.MediaFolder;
import io.qingtu.server.store.MediaQueries;
import io.qingtu.server.store.NoticeStore;
import io.qingtu.server.store.OverviewQueries;
import io.qingtu.server.store.ParameterStore;
import io.qingtu.server.store.ParameterVersion;
import io.qingtu.server.store.PastQueries;
import io.qingtu.server.store.PermitQueries;
import io.qingtu.server.store.PlanStore;
import io.qingtu.server.store.PositionStore;
import io.qingtu.server.store.PrecisionQueries;
import io.qingtu.server.store.ProposalStore;
import io.qingtu.server.store.ReportRunStore;
import io.qingtu.server.store.ReviewStore;
import io.qingtu.server.store.SafetyAlarmQueries;
import io.qingtu.server.store.Scope;
import io.qingtu.server.store.SecondFactorStore;
import io.qingtu.server.store.SettingStore;
import io.qingtu.server.store.StoredAlert;
import io.qingtu.server.store.TokenStore;
import io.qingtu.server.store.TrackQueries;
import io.qingtu.server.store.TraitQueries;
import io.qingtu.server.store.TripQueries;
import io.qingtu.server.store.UserStore;
import io.qingtu.server.store.WaybillStore;
import io.qingtu.server.store.WebhookStore;
import io.qingtu.server.trial.TrialDesk;
import io.qingtu.web.api.AccountsController;
import io.qingtu.web.api.AlertsController;
import io.qingtu.web.api.AuditController;
import io.qingtu.web.api.BehaviourController;
import io.qingtu.web.api.BundlesController;
import io.qingtu.web.api.CapturesController;
import io.qingtu.web.api.CasePhotosController;
import io.qingtu.web.api.CaseRoom;
import io.qingtu.web.api.CasesController;
import io.qingtu.web.api.CollectionController;
import io.qingtu.web.api.CommandsController;
import io.qingtu.web.api.DevicesController;
import io.qingtu.web.api.DumpController;
import io.qingtu.web.api.EventsController;
import io.qingtu.web.api.EvidenceController;
import io.qingtu.web.api.ExportsController;
import io.qingtu.web.api.FleetController;
import io.qingtu.web.api.InstallationPhotosController;
import io.qingtu.web.api.InstallationsController;
import io.qingtu.web.api.LinkedCasesController;
import io.qingtu.web.api.LiveController;
import io.qingtu.web.api.MapController;
import io.qingtu.web.api.MediaController;
import io.qingtu.web.api.NoticesController;
import io.qingtu.web.api.OpenApiController;
import io.qingtu.web.api.OverviewController;
import io.qingtu.web.api.PacketsController;
import io.qingtu.web.api.ParametersController;
import io.qingtu.web.api.PastController;
import io.qingtu.web.api.PermitsController;
import io.qingtu.web.api.PlanController;
import io.qingtu.web.api.PlanExportsController;
import io.qingtu.web.api.PlanImportsController;
import io.qingtu.web.api.PlanRoom;
import io.qingtu.web.api.ReportExtractsController;
import io.qingtu.web.api.ReportRunsController;
import io.qingtu.web.api.ReportsController;
import io.qingtu.web.api.RoadOrdersController;
import io.qingtu.web.api.RulesController;
import io.qingtu.web.api.SafetyAlarmsController;
import io.qingtu.web.api.SecondFactorController;
import io.qingtu.web.api.SessionController;
import io.qingtu.web.api.SettingsController;
import io.qingtu.web.api.SpillController;
import io.qingtu.web.api.StaysController;
import io.qingtu.web.api.SweepingController;
import io.qingtu.web.api.SweepingDesk;
import io.qingtu.web.api.TerminalsController;
import io.qingtu.web.api.TokensController;
import io.qingtu.web.api.TracksController;
import io.qingtu.web.api.TrialsController;
import io.qingtu.web.api.WaybillsController;
import io.qingtu.web.api.WebhooksController;
import io.qingtu.web.api.Workshop;
import io.qingtu.web.evidence.DossierReader;
import io.qingtu.web.evidence.EvidenceKey;
import io.qingtu.web.evidence.EvidencePacker;
import io.qingtu.web.export.ExportTables;
import io.qingtu.web.http.ApiErrors;
import io.qingtu.web.http.AuditLog;
import io.qingtu.web.http.Bodies;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Pages;
import io.qingtu.web.http.SecondFactors;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.http.Texts;
import io.qingtu.web.live.AlertNews;
import io.qingtu.web.live.CaseNews;
import io.qingtu.web.live.CityClock;
import io.qingtu.web.live.CommandNews;
import io.qingtu.web.live.DatabaseWatch;
import io.qingtu.web.live.LiveFeed;
import io.qingtu.web.oidc.OidcRoutes;
import io.qingtu.web.report.Masthead;
import io.qingtu.web.webhook.Courier;
import io.qingtu.web.weekly.ReportFreezer;
import io.qingtu.web.weekly.ReportRoom;
import io.qingtu.web.weekly.ReportSchedule;
import io.vertx.core.Vertx;
import io.vertx.ext.web.AllowForwardHeaders;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The web: pages, API and live feed over one port. What the server commits is handed in by {@link
 * #acceptPositions} and {@link #acceptAlerts}; everything else is read from the database, on worker
 * threads.
 */
public final class WebServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
  private static final String API = "/api/v1";

  private static final long TICK_MILLIS = 1000;
  private static final long REGISTER_MILLIS = 60_000;
  private static final long WATCH_MILLIS = 2000;
  private static final long WEBHOOKS_MILLIS = 1000;
  private static final long MOST_BODY_BYTES = 64 * 1024;

  /** A polygon of ten thousand corners. */
  private static final long MOST_PLAN_BYTES = 1024 * 1024;

  private static final long MOST_IMPORT_BYTES = 20 * 1024 * 1024;

  /** Ten minutes of 300 reports a second. */
  private static final int REMEMBERED = 180_000;

  private final Front front;
  private final WebConfig config;
  private final CityClock clock;
  private final Database database;
  private final MediaFolder media;
  private final PositionStore positions;
  private final TrackQueries tracks;
  private final AlertQueries alerts;
  private final FleetQueries fleet;
  private final UserStore users;
  private final MapQueries map;
  private final SettingStore settings;
  private final AuditStore audit;
  private final LiveFeed live;
  private final SecondFactors seconds;
  private final Sessions sessions;
  private final LiveController liveController;
  private final AlertNews news;
  private final CommandQueries commands;
  private final CommandNews commandNews;
  private final CaseRoom cases;
  private final CaseNews caseNews;
  private final Vertx vertx;
  private final EvidenceKey key;
  private volatile Optional<ReportSchedule> reports = Optional.empty();
  private volatile Runnable nudge = () -> {};
  private final TrialDesk trials;
  private final Courier courier;
  private volatile Profiles profiles = Profiles.builtIn();
  private final ParameterStore parameters;

  /**
   * @param front where it is shown; is closed with this
   * @param media where the files lie that the gateway keeps
   */
  public WebServer(Front front, Database database, MediaFolder media, CityClock clock) {
    this.front = front;
    this.config = front.config();
    this.vertx = front.vertx();
    this.clock = clock;
    this.database = database;
    this.media = media;
    this.positions = new PositionStore(database);
    this.tracks = new TrackQueries(database);
    this.alerts = new AlertQueries(database);
    this.fleet = new FleetQueries(database);
    this.users = new UserStore(database);
    this.map = new MapQueries(database);
    this.settings = new SettingStore(database);
    this.parameters = new ParameterStore(database);
    this.audit = new AuditStore(database);
    this.live = new LiveFeed(REMEMBERED, System.currentTimeMillis(), clock.now());
    this.seconds =
        new SecondFactors(
            new SecondFactorStore(database),
            config.secondFactorRoles(),
            config.cityName(),
            Clock.systemUTC());
    this.sessions = new Sessions(database, seconds, audit, config.session(), Clock.systemUTC());
    this.news = new AlertNews(vertx, alerts, live);
    this.commands = new CommandQueries(database);
    this.commandNews = new CommandNews(vertx, commands, live);
    this.cases = new CaseRoom(database, media);
    this.caseNews = new CaseNews(vertx, cases.cases(), live);
    cases.store().onChange(this::acceptCase);
    this.trials = new TrialDesk(database, clock.clock());
    this.courier =
        new Courier(config.webhooks(), database, vertx, Clock.systemUTC(), front.meters());
    this.key = EvidenceKey.of(config.evidenceKeys());
    this.liveController = new LiveController(live, clock, sessions);
  }

  /**
   * Reads the state of the fleet and shows itself at the front, which listens from then on at
   * least.
   *
   * @throws RuntimeException where the port is taken
   */
  public void start() {
    FirstAccount.make(users, config.adminPassword())
        .ifPresent(
            password ->
                System.err.println(
                    "first account: login " + FirstAccount.LOGIN + ", password " + password));
    live.register(fleet.vehicles(Scope.CITY));
    live.accept(positions.latest());
    live.openAlarms(alerts.alarms());
    live.tick(clock.now());
    front.health().needs(database);
    front.show(router());
    front.open();
    vertx.setPeriodic(TICK_MILLIS, t -> live.tick(clock.now()));
    vertx.setPeriodic(REGISTER_MILLIS, t -> readRegister());
    vertx.setPeriodic(WEBHOOKS_MILLIS, t -> courier.nudge());
    Gauge.builder("web.live.readers", liveController, LiveController::readers)
        .register(front.meters());
    LOG.info("web listens on http://{}:{}", config.host(), port());
  }

  /** The port that it listens on. */
  public int port() {
    return front.port();
  }

  /**
   * Looks into the database for positions and alerts every two seconds: where another process
   * receives or analyzes. To be called once, after {@link #start}.
   */
  public void watchDatabase() {
    DatabaseWatch watch = new DatabaseWatch(positions, alerts, commands, live, clock.now());
    vertx.setPeriodic(
        WATCH_MILLIS,
        t ->
            vertx
                .executeBlocking(
                    () -> {
                      watch.look(clock.now());
                      return null;
                    },
                    true)
                .onFailure(e -> LOG.error("the database cannot be watched", e)));
  }

  /** Freezes the weekly reports when they are due. To be called once, after {@link #start}. */
  public void freezeReports() {
    ReportFreezer freezer =
        new ReportFreezer(
            new LedgerQueries(database), new ReportRunStore(database), this::masthead);
    reports = Optional.of(new ReportSchedule(freezer, clock::now));
    reports.get().start();
  }

  private Masthead masthead() {
    return Masthead.of(config.cityName(), settings.synthetic());
  }

  /** Positions that were committed; any thread. */
  public void acceptPositions(List<Position> committed) {
    live.accept(committed);
  }

  /** Alerts that were filed or revised; any thread. */
  public void acceptAlerts(List<StoredAlert> filed) {
    news.changed(filed.stream().map(StoredAlert::id).toList());
  }

  /** A command that was filed or has come to another state; any thread. */
  public void acceptCommand(long id) {
    commandNews.changed(id);
  }

  /** A case that was opened, joined or moved; any thread. */
  public void acceptCase(long id) {
    caseNews.changed(id);
  }

  /** From now on this is run whenever somebody has asked for a command. */
  public void onCommand(Runnable sender) {
    nudge = sender;
  }

  /** The profiles that packets may be looked into with; else those that come with the server. */
  public void know(Profiles known) {
    profiles = known;
  }

  /** What the analysis runs with; the defaults where none has begun. */
  private Parameters parameters() {
    return parameters
        .inForce(clock.now())
        .map(ParameterVersion::parameters)
        .orElse(Parameters.DEFAULTS);
  }

  /** Every topic of the API, in the order of the description. */
  List<Controller> controllers() {
    AuditLog log = new AuditLog(audit, Clock.systemUTC());
    return Stream.of(work(log), city(log), reports(log)).flatMap(List::stream).toList();
  }

  /** People, vehicles, alerts and cases. */
  private List<Controller> work(AuditLog log) {
    DeviceQueries devices = new DeviceQueries(database);
    Workshop workshop = new Workshop(database, media, this::parameters);
    return List.of(
        new OpenApiController(),
        new SessionController(sessions, seconds, log),
        new SecondFactorController(seconds, sessions, users, log),
        new AccountsController(new AccountStore(database), users, sessions, log, Clock.systemUTC()),
        new SettingsController(config.cityName(), config.tileSource(), map, settings, clock),
        new FleetController(fleet, live),
        new TerminalsController(new TraitQueries(database), clock),
        new DevicesController(devices, this::parameters, clock),
        liveController,
        new AlertsController(
            alerts, new ReviewStore(database), new MediaQueries(database), log, news, clock),
        new EvidenceController(alerts, tracks, map, log, clock),
        new NoticesController(alerts, new NoticeStore(database), log, clock),
        new CasesController(cases, alerts, log, clock),
        new CasePhotosController(cases, log, clock),
        new InstallationsController(workshop, log, clock),
        new InstallationPhotosController(workshop, log, clock),
        new EventsController(cases, log, clock),
        new CapturesController(new CaptureStore(database, media), log, clock),
        new WaybillsController(new WaybillStore(database), log, clock),
        new BundlesController(
            alerts,
            new DossierReader(config.cityName(), database, media),
            new EvidencePacker(media, key),
            log,
            clock,
            vertx),
        new AuditController(new AuditQueries(database), log),
        new TokensController(new TokenStore(database), log, Clock.systemUTC()),
        new WebhooksController(new WebhookStore(database), users, courier, log, Clock.systemUTC()));
  }

  /** Tracks, terminals, plan and rules. */
  private List<Controller> city(AuditLog log) {
    PlanRoom plan = new PlanRoom(database, clock);
    DeviceQueries devices = new DeviceQueries(database);
    return List.of(
        new MediaController(alerts, fleet, new MediaQueries(database), media, log),
        new TracksController(fleet, tracks, alerts, new TripQueries(database), clock),
        new PastController(new PastQueries(database), fleet, log),
        new ExportsController(new ExportTables(database), fleet, tracks, log, vertx),
        new CommandsController(
            fleet, commands, commandIntake(), log, commandNews, () -> nudge.run()),
        new PacketsController(() -> profiles),
        new SafetyAlarmsController(fleet, new SafetyAlarmQueries(database)),
        new MapController(map),
        new PermitsController(new PermitQueries(database), this::parameters, clock),
        new PlanImportsController(plan),
        new PlanExportsController(plan, log, vertx),
        new PlanController(plan, this::parameters),
        new SweepingController(new SweepingDesk(database), clock),
        new RoadOrdersController(
            new SweepingDesk(database),
            fleet,
            new RoadOrdersController.Mail(commandIntake(), commandNews, () -> nudge.run()),
            log,
            clock),
        new CollectionController(new CollectionQueries(database), clock),
        new OverviewController(new OverviewQueries(database), devices, this::parameters, clock),
        new SpillController(database, fleet, this::parameters, log),
        new DumpController(database, alerts, tracks, this::parameters, log),
        new LinkedCasesController(database, cases, this::parameters, log, clock),
        new BehaviourController(database, fleet, this::parameters, log),
        new StaysController(database),
        new RulesController(parameters, new PrecisionQueries(database), clock),
        new TrialsController(trials, this::parameters, log),
        new ParametersController(parameters, new ProposalStore(database), trials, log, clock));
  }

  private List<Controller> reports(AuditLog log) {
    ReportRoom room = new ReportRoom(new ReportRunStore(database));
    return List.of(
        new ReportRunsController(room, log, clock, vertx),
        new ReportExtractsController(room, log),
        new ReportsController(new LedgerQueries(database), masthead(), log, vertx));
  }

  private CommandIntake commandIntake() {
    return new CommandIntake(new CommandStore(database), new PlanStore(database), clock.clock());
  }

  /** The routes of the API, relative to {@code /api/v1}. */
  Router api() {
    Router api = Router.router(vertx);
    controllers().forEach(c -> c.mount(api));
    return api;
  }

  private Router router() {
    Router root = front.router();
    root.allowForward(
        config.behindProxy() ? AllowForwardHeaders.X_FORWARD : AllowForwardHeaders.NONE);
    root.route(API + "/*").failureHandler(ApiErrors::answer).handler(sessions::authenticate);
    Bodies.read(root, API + CasePhotosController.PHOTOS, config.photoBytes());
    Bodies.read(root, API + PlanImportsController.IMPORTS + "*", MOST_IMPORT_BYTES);
    Bodies.read(root, API + "/plan/*", MOST_PLAN_BYTES);
    Bodies.read(root, API + InstallationPhotosController.PHOTOS, config.photoBytes());
    Bodies.read(root, API + CapturesController.CAPTURES, config.photoBytes());
    Bodies.read(root, API + "/*", MOST_BODY_BYTES);
    root.route(API + "/*").handler(Texts::refuseDamaged);
    root.route(API + "/*").subRouter(api());
    root.route(API + "/*").handler(ApiErrors::notFound);
    new OidcRoutes(config.oidc(), sessions, Clock.systemUTC()).mount(root);
    new Pages().mount(root);
    return root;
  }

  private void readRegister() {
    vertx
        .executeBlocking(() -> fleet.vehicles(Scope.CITY), false)
        .onSuccess(live::register)
        .onFailure(e -> LOG.error("the register of vehicles cannot be read", e));
  }

  /** Stops listening and closes every connection. */
  @Override
  public void close() {
    trials.close();
    reports.ifPresent(ReportSchedule::close);
    courier.close();
    front.close();
    LOG.info("web stopped");
  }
}
