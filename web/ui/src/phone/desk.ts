import { ApiError, api } from '../api/api';
import type { Charge } from '../api/appealTypes';
import type { CaseDetail, Move } from '../api/caseTypes';
import type { Notice, User } from '../api/types';
import { mayAnswerNotices } from '../common/user';
import { mostUrgentFirst } from '../pages/cases/board';
import { waitsFor } from '../pages/cases/mine';
import { PhoneKeep, cityTime, type CityTime } from './keep';
import { sendAll, type Line, type QueuedItem, type QueuedPhoto } from './queue';

const READ_EVERY = 20_000;
const MOST_CASES = 50;

/** What is shown; a new one after every change. */
export interface DeskState {
  /** Null while nobody has signed in on this phone. */
  user: User | null;
  /** Whether the session has ended: what waits is sent after the next sign-in. */
  ended: boolean;
  online: boolean;
  /** Null until they were read once. */
  cases: CaseDetail[] | null;
  /** What the company has to answer, the first due first. */
  notices: Notice[];
  /** What the company may appeal against, the first to end first, then its appeals that are undecided. */
  charges: Charge[];
  items: QueuedItem[];
}

/** What is said with a move. */
export interface Said {
  note: string;
  more: number | null;
  photo: QueuedPhoto | null;
}

export const NOTHING_SAID: Said = { note: '', more: null, photo: null };

const LINE: Line = {
  addPhoto: (caseId, { clientId, takenAt, lon, lat, picture }) => api.addCasePhoto(caseId, { clientId, takenAt, lon, lat }, picture),
  move: ({ id, caseId, move, version, note, more, photo }) => api.moveCase(caseId, { move, version, note, more: more ?? undefined, clientId: id, photoId: photo?.photoId ?? undefined }),
  addNoticePhoto: (noticeId, { clientId, takenAt, lon, lat, picture }) => api.addNoticePhoto(noticeId, { clientId, takenAt, lon, lat }, picture),
  answer: ({ id, noticeId, note }) => api.answerNotice(noticeId, note, id),
  addAppealPhoto: (alertId, { clientId, takenAt, lon, lat, picture }) => api.addAppealPhoto(alertId, { clientId, takenAt, lon, lat }, picture),
  appeal: ({ id, alertId, note }) => api.lodgeAppeal(alertId, note, id),
  look: (caseId) => api.case(String(caseId)),
};

async function chargesOf(): Promise<Charge[]> {
  const [charged, open] = await Promise.all([api.appeals('CHARGED'), api.appeals('OPEN')]);
  return [...charged.appeals, ...open.appeals];
}

/** What a phone knows of its user's cases, of what the company has to answer and of what waits to be sent; goes on without a line. */
export class PhoneDesk {
  private state: DeskState = { user: null, ended: false, online: true, cases: null, notices: [], charges: [], items: [] };
  private clock: CityTime = { time: Date.now(), speed: 1, at: Date.now() };
  private readonly listeners = new Set<() => void>();

  private constructor(private readonly keep: PhoneKeep) {}

  static async open(): Promise<PhoneDesk> {
    const desk = new PhoneDesk(await PhoneKeep.open());
    const seen = await desk.keep.seen();
    if (seen) {
      desk.clock = seen.clock;
      desk.change({ user: seen.user, cases: seen.cases, notices: seen.notices ?? [], charges: seen.charges ?? [] });
    }
    desk.change({ items: await desk.keep.all() });
    addEventListener('online', () => void desk.refresh());
    addEventListener('offline', () => desk.change({ online: false }));
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void desk.refresh());
    setInterval(() => void desk.refresh(), READ_EVERY);
    await desk.refresh();
    return desk;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): DeskState => this.state;

  /** By the city's clock, ms. */
  now(phone = Date.now()): number {
    return cityTime(this.clock, phone);
  }

  async signIn(login: string, password: string, code: string): Promise<void> {
    const { user } = await api.signIn(login, password, code);
    this.forgetOthers(user);
    this.change({ user, ended: false });
    await this.refresh();
  }

  async signOut(): Promise<void> {
    await api.signOut().catch(() => {});
    this.change({ user: null, cases: null, notices: [], charges: [] });
    await this.keep.forget();
  }

  /** Keeps a move on the phone, then sends it if it can. */
  async make(one: CaseDetail, move: Move, { note, more, photo }: Said): Promise<void> {
    const { user } = this.state;
    if (user) await this.queue({ ...this.begun(user), caseId: one.id, move, version: one.version, note, more, photo });
  }

  /** Keeps the company's explanation on the phone, then sends it if it can. */
  async answer({ id, plate }: Notice, note: string, photos: QueuedPhoto[]): Promise<void> {
    const { user } = this.state;
    if (user) await this.queue({ ...this.begun(user), noticeId: id, plate, note, photos });
  }

  /** Keeps the company's appeal on the phone, then sends it if it can. */
  async appeal({ alertId, plate }: Charge, note: string, photos: QueuedPhoto[]): Promise<void> {
    const { user } = this.state;
    if (user) await this.queue({ ...this.begun(user), alertId, plate, note, photos });
  }

  private begun({ login }: User) {
    const order = Math.max(0, ...this.state.items.map((item) => item.order)) + 1;
    return { id: crypto.randomUUID(), order, login, state: 'waiting' as const, code: '', reason: '', at: this.now() };
  }

  private async queue(item: QueuedItem): Promise<void> {
    await this.keep.put(item);
    this.change({ items: await this.keep.all() });
    void this.refresh();
  }

  private forgetOthers({ login }: User): void {
    if (this.state.user?.login !== login) this.change({ cases: null, notices: [], charges: [] });
  }

  async dismiss(id: string): Promise<void> {
    await this.keep.remove(id);
    this.change({ items: await this.keep.all() });
  }

  /** Sends what waits, then reads the cases; one page of the phone at a time. */
  async refresh(): Promise<void> {
    await navigator.locks.request('qingtu-phone', async () => {
      try {
        // What one may do can have changed since it was kept here.
        const { user } = await api.session();
        this.forgetOthers(user);
        this.change({ user });
        const failure = await sendAll(this.keep, LINE, user.login, () => this.now());
        this.change({ items: await this.keep.all() });
        if (failure) throw failure;
        await this.keep.tidy();
        await this.read(user);
      } catch (error) {
        const answered = error instanceof ApiError;
        this.change({ online: answered && error.status < 500, ended: this.state.ended || (answered && error.status === 401) });
      }
    });
  }

  private async read(user: User): Promise<void> {
    const { time, speed } = await api.settings();
    this.clock = { time: Date.parse(time), speed, at: Date.now() };
    const { cases: rows } = await api.cases({ open: 'YES', limit: 500 });
    const mine = rows.filter((row) => waitsFor(user, row) || (row.side !== '' && row.side === user.company));
    const chosen = mostUrgentFirst(mine, this.now()).slice(0, MOST_CASES);
    const cases = await Promise.all(chosen.map((row) => this.detail(row.id, row.version)));
    const isCompany = mayAnswerNotices(user);
    const { notices } = isCompany ? await api.notices('OPEN') : { notices: [] };
    const charges = isCompany ? await chargesOf() : [];
    await this.keep.see({ user, cases, notices, charges, clock: this.clock });
    this.change({ cases, notices, charges, online: true, ended: false, items: await this.keep.all() });
  }

  /** What was read before is read again only where it has moved. */
  private async detail(id: number, version: number): Promise<CaseDetail> {
    const known = this.state.cases?.find((one) => one.id === id && one.version === version);
    return known ?? api.case(String(id));
  }

  private change(part: Partial<DeskState>): void {
    this.state = { ...this.state, ...part };
    for (const listener of this.listeners) listener();
  }
}
