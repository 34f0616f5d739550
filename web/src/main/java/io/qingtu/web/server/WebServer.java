package io.qingtu.web.server;

import io.micrometer.core.instrument.Gauge;
import io.qingtu.route.track.Position;
import io.qingtu.server.profile.Profiles;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.MediaFolder;
import io.qingtu.server.store.PendingSignInStore;
import io.qingtu.server.store.Scope;
import io.qingtu.server.store.StoredAlert;
import io.qingtu.web.api.AppealPhotosController;
import io.qingtu.web.api.CapturesController;
import io.qingtu.web.api.CasePhotosController;
import io.qingtu.web.api.EventPhotosController;
import io.qingtu.web.api.ExemptionFilesController;
import io.qingtu.web.api.InstallationPhotosController;
import io.qingtu.web.api.LiveController;
import io.qingtu.web.api.NoticePhotosController;
import io.qingtu.web.api.PlanImportsController;
import io.qingtu.web.frozen.ReportSchedule;
import io.qingtu.web.http.ApiErrors;
import io.qingtu.web.http.Bodies;
import io.qingtu.web.http.Pages;
import io.qingtu.web.http.Texts;
import io.qingtu.web.live.CityClock;
import io.qingtu.web.live.DatabaseWatch;
import io.qingtu.web.mail.Postman;
import io.qingtu.web.oidc.OidcRoutes;
import io.vertx.ext.web.AllowForwardHeaders;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
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
  private static final long MAIL_MILLIS = 10_000;
  private static final long MOST_BODY_BYTES = 64 * 1024;

  /** A polygon of ten thousand corners. */
  private static final long MOST_PLAN_BYTES = 1024 * 1024;

  private static final long MOST_IMPORT_BYTES = 20 * 1024 * 1024;

  private final Front front;
  private final WebParts parts;
  private volatile Optional<ReportSchedule> reports = Optional.empty();
  private volatile Runnable nudge = () -> {};
  private volatile Profiles profiles = Profiles.builtIn();

  /**
   * @param front where it is shown; is closed with this
   * @param media where the files lie that the gateway keeps
   */
  public WebServer(Front front, Database database, MediaFolder media, CityClock clock) {
    this.front = front;
    this.parts = new WebParts(front, database, media, clock);
  }

  /**
   * Reads the state of the fleet and shows itself at the front, which listens from then on at
   * least.
   *
   * @throws RuntimeException where the port is taken
   */
  public void start() {
    FirstAccount.make(parts.users, parts.config.adminPassword())
        .ifPresent(
            password ->
                System.err.println(
                    "first account: login " + FirstAccount.LOGIN + ", password " + password));
    parts.live.register(parts.fleet.vehicles(Scope.CITY));
    parts.live.accept(parts.positions.latest());
    parts.live.openAlarms(parts.alerts.alarms());
    parts.live.tick(parts.clock.now());
    front.health().needs(parts.database);
    front.show(router());
    front.open();
    parts.vertx.setPeriodic(TICK_MILLIS, t -> parts.live.tick(parts.clock.now()));
    parts.vertx.setPeriodic(REGISTER_MILLIS, t -> readRegister());
    parts.vertx.setPeriodic(WEBHOOKS_MILLIS, t -> parts.courier.nudge());
    parts.postman.ifPresent(p -> parts.vertx.setPeriodic(MAIL_MILLIS, t -> p.nudge()));
    Gauge.builder("web.live.readers", parts.liveController, LiveController::readers)
        .register(front.meters());
    LOG.info("web listens on http://{}:{}", parts.config.host(), port());
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
    DatabaseWatch watch =
        new DatabaseWatch(
            parts.positions, parts.alerts, parts.commands, parts.live, parts.clock.now());
    parts.vertx.setPeriodic(
        WATCH_MILLIS,
        t ->
            parts
                .vertx
                .executeBlocking(
                    () -> {
                      watch.look(parts.clock.now());
                      return null;
                    },
                    true)
                .onFailure(e -> LOG.error("the database cannot be watched", e)));
  }

  /** Freezes the reports when they are due. To be called once, after {@link #start}. */
  public void freezeReports() {
    reports = Optional.of(new ReportSchedule(parts.freezer, parts.clock::now));
    reports.get().start();
  }

  /** Positions that were committed; any thread. */
  public void acceptPositions(List<Position> committed) {
    parts.live.accept(committed);
  }

  /** Alerts that were filed or revised; any thread. */
  public void acceptAlerts(List<StoredAlert> filed) {
    parts.news.changed(filed.stream().map(StoredAlert::id).toList());
  }

  /** A command that was filed or has come to another state; any thread. */
  public void acceptCommand(long id) {
    parts.commandNews.changed(id);
  }

  /** A case that was opened, joined or moved; any thread. */
  public void acceptCase(long id) {
    parts.caseNews.changed(id);
  }

  /** From now on this is run whenever somebody has asked for a command. */
  public void onCommand(Runnable sender) {
    nudge = sender;
  }

  /** The profiles that packets may be looked into with; else those that come with the server. */
  public void know(Profiles known) {
    profiles = known;
  }

  /** The routes of the API, relative to {@code /api/v1}. */
  Router api() {
    Router api = Router.router(parts.vertx);
    new Topics(parts, () -> profiles, () -> nudge.run()).all().forEach(c -> c.mount(api));
    return api;
  }

  private Router router() {
    Router root = front.router();
    root.allowForward(
        parts.config.behindProxy() ? AllowForwardHeaders.X_FORWARD : AllowForwardHeaders.NONE);
    root.route(API + "/*").failureHandler(ApiErrors::answer).handler(parts.sessions::authenticate);
    Bodies.read(root, API + CasePhotosController.PHOTOS, parts.config.photoBytes());
    Bodies.read(root, API + PlanImportsController.IMPORTS + "*", MOST_IMPORT_BYTES);
    Bodies.read(root, API + "/plan/*", MOST_PLAN_BYTES);
    Bodies.read(root, API + InstallationPhotosController.PHOTOS, parts.config.photoBytes());
    Bodies.read(root, API + NoticePhotosController.PHOTOS, parts.config.photoBytes());
    Bodies.read(root, API + AppealPhotosController.PHOTOS, parts.config.photoBytes());
    Bodies.read(root, API + ExemptionFilesController.FILES, parts.config.photoBytes());
    Bodies.read(root, API + EventPhotosController.PHOTOS, parts.config.photoBytes());
    Bodies.read(root, API + CapturesController.CAPTURES, parts.config.photoBytes());
    Bodies.read(root, API + "/*", MOST_BODY_BYTES);
    root.route(API + "/*").handler(Texts::refuseDamaged);
    root.route(API + "/*").subRouter(api());
    root.route(API + "/*").handler(ApiErrors::notFound);
    new OidcRoutes(
            parts.config.oidc(),
            new PendingSignInStore(parts.database),
            parts.sessions,
            Clock.systemUTC())
        .mount(root);
    new Pages().mount(root);
    return root;
  }

  private void readRegister() {
    parts
        .vertx
        .executeBlocking(() -> parts.fleet.vehicles(Scope.CITY), false)
        .onSuccess(parts.live::register)
        .onFailure(e -> LOG.error("the register of vehicles cannot be read", e));
  }

  /** Stops listening and closes every connection. */
  @Override
  public void close() {
    parts.trials.close();
    reports.ifPresent(ReportSchedule::close);
    parts.courier.close();
    parts.postman.ifPresent(Postman::close);
    front.close();
    LOG.info("web stopped");
  }
}
