package io.qingtu.server;

import io.micrometer.core.instrument.MeterRegistry;
import io.qingtu.server.analyze.AlertFeed;
import io.qingtu.server.ingest.CommittedPositions;
import io.qingtu.server.store.AlertStore;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.LedgerStore;
import io.qingtu.server.store.PositionStore;
import io.qingtu.server.store.TerminalRegister;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Everything that lives as long as the server, made in this order and closed in the other. */
public final class Components implements AutoCloseable {
  private final Database database;
  private final PositionStore positions;
  private final TerminalRegister terminals;
  private final AlertStore alerts;
  private final LedgerStore ledger;
  private final List<CommittedPositions> positionFeeds = new CopyOnWriteArrayList<>();
  private final List<AlertFeed> alertFeeds = new CopyOnWriteArrayList<>();

  /**
   * @param clock the server's time; a demonstration runs it faster
   */
  public Components(ServerConfig config, Clock clock, MeterRegistry meters) {
    database = new Database(config.database());
    positions = new PositionStore(database);
    terminals = new TerminalRegister(database);
    alerts = new AlertStore(database);
    ledger = new LedgerStore(database);
  }

  public Database database() {
    return database;
  }

  public PositionStore positions() {
    return positions;
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

  /** From now on the feed gets every batch of positions that was stored. */
  public void addPositionFeed(CommittedPositions feed) {
    positionFeeds.add(feed);
  }

  /** From now on the feed gets every alert and every revision that was stored. */
  public void addAlertFeed(AlertFeed feed) {
    alertFeeds.add(feed);
  }

  @Override
  public void close() {
    database.close();
  }
}
