package io.qingtu.web.server;

import io.qingtu.route.plan.Parameters;
import io.qingtu.server.store.AlertQueries;
import io.qingtu.server.store.AuditStore;
import io.qingtu.server.store.CommandQueries;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.FleetQueries;
import io.qingtu.server.store.LedgerQueries;
import io.qingtu.server.store.MapQueries;
import io.qingtu.server.store.MediaFolder;
import io.qingtu.server.store.OrganisationQueries;
import io.qingtu.server.store.ParameterStore;
import io.qingtu.server.store.ParameterVersion;
import io.qingtu.server.store.PositionStore;
import io.qingtu.server.store.ReportRunStore;
import io.qingtu.server.store.SecondFactorStore;
import io.qingtu.server.store.SettingStore;
import io.qingtu.server.store.TrackQueries;
import io.qingtu.server.store.UserStore;
import io.qingtu.server.trial.TrialDesk;
import io.qingtu.web.api.CaseRoom;
import io.qingtu.web.api.LiveController;
import io.qingtu.web.evidence.EvidenceKey;
import io.qingtu.web.evidence.StoredSources;
import io.qingtu.web.frozen.ReportFreezer;
import io.qingtu.web.frozen.ReportRoom;
import io.qingtu.web.http.SecondFactors;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.live.AlertNews;
import io.qingtu.web.live.CaseNews;
import io.qingtu.web.live.CityClock;
import io.qingtu.web.live.CommandNews;
import io.qingtu.web.live.LiveFeed;
import io.qingtu.web.mail.Postman;
import io.qingtu.web.report.Masthead;
import io.qingtu.web.report.Sources;
import io.qingtu.web.webhook.Courier;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.Optional;

/**
 * What the web is made of, over one database: readers and stores, the live feed and who is signed
 * in. Made once; the topics of the API and the server take from it what they need.
 */
final class WebParts {
  /** Ten minutes of 300 reports a second. */
  private static final int REMEMBERED = 180_000;

  final WebConfig config;
  final CityClock clock;
  final Database database;
  final MediaFolder media;
  final PositionStore positions;
  final TrackQueries tracks;
  final AlertQueries alerts;
  final FleetQueries fleet;
  final UserStore users;
  final MapQueries map;
  final SettingStore settings;
  final AuditStore audit;
  final LiveFeed live;
  final SecondFactors seconds;
  final Sessions sessions;
  final LiveController liveController;
  final AlertNews news;
  final CommandQueries commands;
  final CommandNews commandNews;
  final CaseRoom cases;
  final CaseNews caseNews;
  final Vertx vertx;
  final EvidenceKey key;
  final TrialDesk trials;
  final Courier courier;
  final ReportRoom reports;
  final ReportFreezer freezer;
  final Optional<Postman> postman;
  final ParameterStore parameters;

  /**
   * @param front where it is shown
   * @param media where the files lie that the gateway keeps
   */
  WebParts(Front front, Database database, MediaFolder media, CityClock clock) {
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
    cases.store().onChange(caseNews::changed);
    this.trials = new TrialDesk(database, clock.clock());
    this.courier =
        new Courier(config.webhooks(), database, vertx, Clock.systemUTC(), front.meters());
    ReportRunStore runs = new ReportRunStore(database);
    this.reports = new ReportRoom(runs);
    this.freezer =
        new ReportFreezer(
            new LedgerQueries(database),
            runs,
            new OrganisationQueries(database),
            this::masthead,
            reportSources());
    this.postman =
        config
            .mail()
            .map(m -> new Postman(m, database, reports, Clock.systemUTC(), front.meters()));
    this.key = EvidenceKey.of(config.evidenceKeys());
    this.liveController = new LiveController(live, clock, sessions);
  }

  /** What the analysis runs with; the defaults where none has begun. */
  Parameters parametersInForce() {
    return parameters
        .inForce(clock.now())
        .map(ParameterVersion::parameters)
        .orElse(Parameters.DEFAULTS);
  }

  /** What a report shows of tracks and alerts. */
  Sources reportSources() {
    return new StoredSources(config.cityName(), database, media);
  }

  /** How a report is headed now. */
  Masthead masthead() {
    return Masthead.of(config.cityName(), settings.synthetic());
  }
}
