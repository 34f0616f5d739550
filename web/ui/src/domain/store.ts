import { api } from '../api/api';
import { LiveFeed, type Connection } from '../api/live';
import type { Command } from '../api/terminalTypes';
import type { AlertRow, Company, Live, LiveMessage, Settings, Vehicle } from '../api/types';
import { needsReview } from './colours';
import { Told } from './told';

/** How often pages are told of changes of the fleet, ms: a table need not follow every report. */
const TELL_EVERY = 500;
/** And of alerts, which are few and do not wait: long enough that a storm of them is drawn in a few pictures, ms. */
const TELL_ALERTS_EVERY = 100;
const KEPT_ALERTS = 300;

export type PositionsListener = (positions: Live[]) => void;
export type AlertListener = (alert: AlertRow) => void;
/** Told of the alert that something was asked or said about; null: what was missed is not known any more. */
export type NewsListener = (alertId: string | null) => void;
export type CommandListener = (command: Command) => void;

/** All that is known of the fleet now: read once, then kept up by the live feed. */
export class FleetStore {
  readonly live = new Map<string, Live>();
  readonly vehicles = new Map<string, Vehicle>();
  readonly alerts = new Map<string, AlertRow>();
  companies: Company[] = [];
  connection: Connection = 'connecting';
  /** There are more unhandled alerts than were read. */
  moreAlerts = false;

  private readonly fleetTold = new Told(TELL_EVERY);
  private readonly alertsTold = new Told(TELL_ALERTS_EVERY);
  private clockAt = performance.now();
  private clockTime: number;
  private speed: number;
  private feed: LiveFeed | null = null;
  private readonly positionListeners = new Set<PositionsListener>();
  private readonly alertListeners = new Set<AlertListener>();
  private readonly commandListeners = new Set<CommandListener>();
  private readonly caseListeners = new Set<() => void>();
  private readonly noticeListeners = new Set<NewsListener>();
  private readonly appealListeners = new Set<NewsListener>();

  constructor(readonly settings: Settings) {
    this.clockTime = Date.parse(settings.time);
    this.speed = settings.speed;
  }

  /** Reads the state and opens the feed. */
  async start(): Promise<void> {
    const sequence = await this.read();
    this.feed = new LiveFeed(sequence, {
      message: (message) => this.accept(message),
      connection: (state) => {
        this.connection = state;
        this.fleetTold.changed();
      },
      restart: () => {
        void this.read().then((next) => this.feed?.resetTo(next));
        for (const listener of this.caseListeners) listener();
        for (const listener of [...this.noticeListeners, ...this.appealListeners]) listener(null);
      },
    });
    this.feed.open();
  }

  stop(): void {
    this.feed?.close();
    this.fleetTold.stop();
    this.alertsTold.stop();
  }

  /** The server's time, ms since 1970; in a simulation it runs faster than ours. */
  now(): number {
    return this.clockTime + (performance.now() - this.clockAt) * this.speed;
  }

  timesSpeed(): number {
    return this.speed;
  }

  unhandled(): AlertRow[] {
    return [...this.alerts.values()].filter(needsReview);
  }

  /** Takes an alert over as the server now has it, as after a review. */
  put(alert: AlertRow): void {
    this.alerts.set(alert.id, alert);
    this.alertsTold.changed();
  }

  /** To be told of any change of the fleet or the connection. */
  readonly subscribe = this.fleetTold.subscribe;
  readonly snapshot = this.fleetTold.snapshot;
  /** To be told of changes of the alerts. */
  readonly subscribeAlerts = this.alertsTold.subscribe;
  readonly alertsSnapshot = this.alertsTold.snapshot;

  onPositions(listener: PositionsListener): () => void {
    this.positionListeners.add(listener);
    return () => this.positionListeners.delete(listener);
  }

  /** To be told of an alert that somebody has to decide on: when it comes, begins to stand, or was read after its message was missed. */
  onAlert(listener: AlertListener): () => void {
    this.alertListeners.add(listener);
    return () => this.alertListeners.delete(listener);
  }

  /** To be told that a case has changed, or that what was missed is not known any more. */
  onCases(listener: () => void): () => void {
    this.caseListeners.add(listener);
    return () => this.caseListeners.delete(listener);
  }

  /** To be told that a company was asked about an alert, or has explained. */
  onNotices(listener: NewsListener): () => void {
    this.noticeListeners.add(listener);
    return () => this.noticeListeners.delete(listener);
  }

  /** To be told that an appeal against an alert was lodged or decided, or that its review has changed. */
  onAppeals(listener: NewsListener): () => void {
    this.appealListeners.add(listener);
    return () => this.appealListeners.delete(listener);
  }

  onCommand(listener: CommandListener): () => void {
    this.commandListeners.add(listener);
    return () => this.commandListeners.delete(listener);
  }

  private async read(): Promise<number> {
    const newest = this.newestDecision();
    // Positions first: what happens while the rest is read is in the feed from their sequence on.
    const positions = await api.positions();
    const [companies, vehicles, alerts] = await Promise.all([
      api.companies(),
      api.vehicles(),
      api.alerts({ review: 'OPEN', limit: 200 }),
    ]);
    this.companies = companies.companies;
    for (const vehicle of vehicles.vehicles) this.vehicles.set(vehicle.plate, vehicle);
    this.accept({ type: 'positions', ...positions });
    for (const alert of alerts.alerts) {
      // what is older may only have had no room in the last reading
      const missed = this.feed !== null && !this.alerts.has(alert.id) && Date.parse(alert.decided) > newest;
      this.alerts.set(alert.id, alert);
      if (missed) this.tell(alert);
    }
    this.moreAlerts = alerts.next !== null && alerts.next !== undefined;
    this.fleetTold.changed();
    this.alertsTold.changed();
    return positions.sequence;
  }

  private accept(message: LiveMessage): void {
    switch (message.type) {
      case 'hello':
        this.speed = message.speed;
        this.setClock(message.time);
        break;
      case 'positions':
        this.setClock(message.time);
        for (const position of message.positions) this.live.set(position.plate, position);
        for (const listener of this.positionListeners) listener(message.positions);
        break;
      case 'alert':
        this.acceptAlert(message.alert);
        // a review charges a company, or charges it no more
        if (message.alert.review) for (const listener of this.appealListeners) listener(message.alert.id);
        break;
      case 'case':
        for (const listener of this.caseListeners) listener();
        break;
      case 'notice':
        for (const listener of this.noticeListeners) listener(message.notice.alertId);
        break;
      case 'appeal':
        for (const listener of this.appealListeners) listener(message.appeal.alertId);
        break;
      case 'command':
        for (const listener of this.commandListeners) listener(message.command);
        break;
    }
    this.fleetTold.changed();
  }

  private acceptAlert(alert: AlertRow): void {
    const known = this.alerts.get(alert.id);
    if (known && known.revision > alert.revision) return;
    this.alerts.set(alert.id, alert);
    if (needsReview(alert) && !(known && needsReview(known))) this.tell(alert);
    if (this.alerts.size > KEPT_ALERTS) this.forgetHandled();
    this.alertsTold.changed();
  }

  private newestDecision(): number {
    return [...this.alerts.values()].reduce((newest, { decided }) => Math.max(newest, Date.parse(decided)), 0);
  }

  private tell(alert: AlertRow): void {
    for (const listener of this.alertListeners) listener(alert);
  }

  private forgetHandled(): void {
    for (const [id, alert] of this.alerts) {
      if (this.alerts.size <= KEPT_ALERTS) return;
      if (!needsReview(alert)) this.alerts.delete(id);
    }
  }

  private setClock(time: string): void {
    this.clockTime = Date.parse(time);
    this.clockAt = performance.now();
  }
}
