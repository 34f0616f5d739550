package io.qingtu.server;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.handler.ssl.SslContext;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Validity;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.server.analyze.AlertFeed;
import io.qingtu.server.analyze.LiveAnalysis;
import io.qingtu.server.analyze.LookBack;
import io.qingtu.server.archive.Archive;
import io.qingtu.server.archive.MediaReceiver;
import io.qingtu.server.archive.ReportReceiver;
import io.qingtu.server.attachment.AttachmentServer;
import io.qingtu.server.casework.CaseClerk;
import io.qingtu.server.command.CommandDesk;
import io.qingtu.server.command.CommandIntake;
import io.qingtu.server.command.LiftSnapshots;
import io.qingtu.server.config.ConfigException;
import io.qingtu.server.dataset.ParameterFile;
import io.qingtu.server.ingest.CommittedPositions;
import io.qingtu.server.ingest.LocationIntake;
import io.qingtu.server.ingest.PositionMapper;
import io.qingtu.server.ingest.PositionPipeline;
import io.qingtu.server.ingest.SensorReaders;
import io.qingtu.server.net.TerminalGateway;
import io.qingtu.server.profile.ProfileException;
import io.qingtu.server.profile.Profiles;
import io.qingtu.server.safety.SafetyDesk;
import io.qingtu.server.session.Receiver;
import io.qingtu.server.session.Registrar;
import io.qingtu.server.session.SessionDirectory;
import io.qingtu.server.session.SessionRegistry;
import io.qingtu.server.session.SessionServices;
import io.qingtu.server.session.UptimeLog;
import io.qingtu.server.store.AlertStore;
import io.qingtu.server.store.AuditStore;
import io.qingtu.server.store.CommandStore;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.FleetQueries;
import io.qingtu.server.store.LedgerStore;
import io.qingtu.server.store.MediaFolder;
import io.qingtu.server.store.MediaStore;
import io.qingtu.server.store.ParameterStore;
import io.qingtu.server.store.ParameterVersion;
import io.qingtu.server.store.PlanStore;
import io.qingtu.server.store.PositionStore;
import io.qingtu.server.store.RecorderVins;
import io.qingtu.server.store.RuleSetStore;
import io.qingtu.server.store.SafetyAlarmStore;
import io.qingtu.server.store.SessionStore;
import io.qingtu.server.store.SettingStore;
import io.qingtu.server.store.TerminalRegister;
import io.qingtu.server.store.TerminalReportStore;
import io.qingtu.server.store.TraitStore;
import io.qingtu.server.store.UptimeStore;
import io.qingtu.server.traits.TraitRegister;
import io.qingtu.server.upkeep.Upkeep;
import io.qingtu.server.vendor.VendorReceiver;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that lives as long as the server, made in this order and closed in the other. */
public final class Components implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Components.class);

  private final Database database;
  private final PositionStore positions;
  private final TerminalRegister terminals;
  private final AlertStore alerts;
  private final LedgerStore ledger;
  private final PlanStore plans;
  private final PlanImport planImport;
  private final MediaStore media;
  private final SettingStore settings;
  private final Parameters configured;
  private final ParameterStore parameters;
  private final Clock clock;
  private final List<AlertFeed> alertFeeds = new CopyOnWriteArrayList<>();
  private final LiveAnalysis analysis;
  private final LookBack lookBack;
  private final Upkeep upkeep;
  private final CaseClerk caseClerk;
  private final List<CommittedPositions> positionFeeds = new CopyOnWriteArrayList<>();
  private final PositionPipeline pipeline;
  private final Profiles profiles;
  private final TraitRegister traits;
  private final SessionRegistry sessions = new SessionRegistry();
  private final SessionDirectory directory;
  private final UptimeLog uptime;
  private final ExecutorService registrar;
  private final CommandStore commands;
  private final RecorderVins recorderVins;
  private final CommandDesk desk;
  private final Archive archive;
  private final SafetyAlarmStore safetyAlarms;
  private final AttachmentServer attachments;
  private final SafetyDesk safetyDesk;
  private final LiftSnapshots lifts;
  private final TerminalGateway gateway;

  /**
   * @param clock the server's time; a demonstration runs it faster
   * @throws ConfigException where a file that a key names is wrong
   */
  public Components(ServerConfig config, Clock clock, MeterRegistry meters) {
    configured = configured(config.analysis().parameters());
    this.clock = clock;
    profiles = profiles(config.ingest().profiles());
    MediaFolder mediaFolder = mediaFolder(config.media());
    Optional<SslContext> tls = config.gateway().tls().context();
    database = new Database(config.database());
    database.countIn(meters);
    positions = new PositionStore(database);
    terminals = new TerminalRegister(database);
    alerts = new AlertStore(database);
    ledger = new LedgerStore(database);
    plans = new PlanStore(database);
    parameters = new ParameterStore(database);
    planImport = new PlanImport(database, terminals, profiles);
    media = new MediaStore(database, mediaFolder);
    settings = new SettingStore(database);
    analysis =
        new LiveAnalysis(config.analysis(), clock, positions, alerts, ledger, alertFeeds, meters);
    lookBack = new LookBack(config.lookBack(), clock, database, alertFeeds);
    upkeep = new Upkeep(config.upkeep(), clock, database);
    caseClerk = new CaseClerk(database, () -> inForce().parameters(), clock);
    pipeline = new PositionPipeline(config.ingest(), positions, positionFeeds, clock, meters);
    traits = new TraitRegister(profiles, new TraitStore(database), meters);
    SensorReaders sensors = new SensorReaders(traits);
    PositionMapper mapper = new PositionMapper(config.ingest(), sensors::read, traits::profile);
    LocationIntake intake = new LocationIntake(mapper, pipeline, clock, meters);
    directory = new SessionDirectory(sessions, new SessionStore(database));
    uptime = new UptimeLog(new UptimeStore(database), clock);
    registrar = Executors.newSingleThreadExecutor(task -> new Thread(task, "registrar"));
    commands = new CommandStore(database);
    recorderVins = new RecorderVins(database);
    desk = new CommandDesk(config.command(), commands, recorderVins, sessions, clock, meters);
    safetyAlarms = new SafetyAlarmStore(database);
    attachments = new AttachmentServer(config.attachment(), safetyAlarms, media, clock, meters);
    safetyDesk =
        new SafetyDesk(
            config.attachment(),
            new SafetyDesk.Office(safetyAlarms, sessions, terminals, traits, attachments::port),
            clock,
            meters);
    archive = new Archive(config.archive(), meters);
    lifts = lifts(config.command().lifts());
    SessionServices services =
        new SessionServices(
            terminals,
            traits,
            sessions,
            intake,
            receivers(sensors, config),
            new Registrar(terminals, registrar),
            clock,
            meters);
    gateway = new TerminalGateway(config.gateway(), config.transfer(), tls, services, meters);
  }

  private LiftSnapshots lifts(LiftSnapshots.Config config) {
    return new LiftSnapshots(
        config,
        new LiftSnapshots.Office(
            new CommandIntake(commands, plans, clock),
            new FleetQueries(database),
            new AuditStore(database),
            desk::filed),
        registrar,
        clock);
  }

  private List<Receiver> receivers(SensorReaders sensors, ServerConfig config) {
    return List.of(
        safetyDesk,
        desk,
        new VendorReceiver(sensors, clock),
        new MediaReceiver(media, archive, clock),
        // what nobody before it takes
        new ReportReceiver(
            new TerminalReportStore(database), recorderVins, config.ingest(), archive, clock));
  }

  private static Parameters configured(String file) {
    try {
      return file.isEmpty() ? Parameters.DEFAULTS : ParameterFile.read(Path.of(file));
    } catch (IllegalArgumentException e) {
      throw new ConfigException(List.of("analysis.parameters: " + file + ": " + e.getMessage()));
    }
  }

  private static Profiles profiles(String folder) {
    try {
      return folder.isEmpty() ? Profiles.builtIn() : Profiles.load(Path.of(folder));
    } catch (ProfileException e) {
      throw new ConfigException(List.of("ingest.profiles: " + e.getMessage()));
    }
  }

  private static MediaFolder mediaFolder(MediaFolder.Config config) {
    try {
      return new MediaFolder(config);
    } catch (UncheckedIOException e) {
      throw new ConfigException(List.of("media.folder: " + e.getMessage()));
    }
  }

  /** Files what was gathered of the terminals, their last signs of life by turns. */
  void fileTraits() {
    fileTraits(traits::flushTurn);
  }

  /** A failure is one for the log: it is tried again. */
  private static void fileTraits(Runnable flush) {
    try {
      flush.run();
    } catch (RuntimeException e) {
      LOG.warn("what terminals are is not filed: {}", e.getMessage());
    }
  }

  public Database database() {
    return database;
  }

  public PositionStore positions() {
    return positions;
  }

  /** Where positions go on their way to the store. */
  public PositionPipeline pipeline() {
    return pipeline;
  }

  public TerminalRegister terminals() {
    return terminals;
  }

  public AlertStore alerts() {
    return alerts;
  }

  public LedgerStore ledger() {
    return ledger;
  }

  public PlanStore plans() {
    return plans;
  }

  public PlanImport planImport() {
    return planImport;
  }

  public MediaStore media() {
    return media;
  }

  public SettingStore settings() {
    return settings;
  }

  /** Which terminals are connected. */
  public SessionRegistry sessions() {
    return sessions;
  }

  /** Tells other gateways on this database which terminals are connected here. */
  SessionDirectory directory() {
    return directory;
  }

  /** Notes that the gateway runs. */
  UptimeLog uptime() {
    return uptime;
  }

  /**
   * Files the numbers that the analysis is about to run with: at its first start those of the
   * configuration, else those in force.
   */
  void fileParameters() {
    Instant now = clock.instant();
    boolean first = parameters.fileFirst(configured, now);
    ParameterVersion inForce = inForce();
    if (!first && !configured.fingerprint().equals(inForce.parameters().fingerprint())) {
      LOG.info(
          "version {} of the parameters is in force; what analysis.parameters says was for the"
              + " first start",
          inForce.number());
    }
    new RuleSetStore(database).file(inForce.parameters(), now);
  }

  /** The parameters in force; those of the configuration before any were filed. */
  ParameterVersion inForce() {
    return parameters
        .inForce(clock.instant())
        .orElseGet(() -> new ParameterVersion(0, "", configured, Instant.MIN, Optional.empty()));
  }

  /** How models of terminals differ, by name. */
  public Profiles profiles() {
    return profiles;
  }

  /** What terminals are and what of them is not understood. */
  public TraitRegister traits() {
    return traits;
  }

  public TerminalGateway gateway() {
    return gateway;
  }

  public CommandStore commands() {
    return commands;
  }

  /** Sends what is filed among the commands. */
  public CommandDesk desk() {
    return desk;
  }

  public SafetyAlarmStore safetyAlarms() {
    return safetyAlarms;
  }

  /** Where terminals send the evidence of safety alarms. */
  public AttachmentServer attachments() {
    return attachments;
  }

  /** Files safety alarms and asks for their evidence. */
  public SafetyDesk safetyDesk() {
    return safetyDesk;
  }

  /** Asks for pictures where a body is raised. */
  public LiftSnapshots lifts() {
    return lifts;
  }

  public LiveAnalysis analysis() {
    return analysis;
  }

  /** Judges once a day what takes days. */
  public LookBack lookBack() {
    return lookBack;
  }

  /** Tends the tracks once a day. */
  public Upkeep upkeep() {
    return upkeep;
  }

  /** Makes the system's moves of cases. */
  public CaseClerk caseClerk() {
    return caseClerk;
  }

  /** From now on the feed gets every batch of positions that was stored. */
  public void addPositionFeed(CommittedPositions feed) {
    positionFeeds.add(feed);
  }

  /** From now on the feed gets every alert and every revision that was stored. */
  public void addAlertFeed(AlertFeed feed) {
    alertFeeds.add(feed);
  }

  /** What the live analysis runs with, as it is on file now. */
  public RuleSet rules() {
    return rulesFor(analysis.judged());
  }

  /** What the rules judge a period with, as it is on file now. */
  public RuleSet rulesFor(Validity period) {
    ParameterVersion inForce = inForce();
    return new RuleSet(plans.read(period), inForce.parameters(), inForce.inForceFrom());
  }

  @Override
  public void close() {
    gateway.close();
    uptime.close();
    directory.close();
    attachments.close();
    desk.close();
    registrar.shutdown();
    archive.close();
    pipeline.close();
    safetyDesk.close();
    analysis.close();
    lookBack.close();
    upkeep.close();
    caseClerk.close();
    fileTraits(traits::flush);
    database.close();
  }
}
