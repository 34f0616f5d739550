import type { Charge } from '../api/appealTypes';
import type { CaseDetail } from '../api/caseTypes';
import type { Notice, User } from '../api/types';
import type { Keep, QueuedItem } from './queue';

const NAME = 'qingtu-phone';
const MOVES = 'moves';
const SEEN = 'seen';
const SENT_KEPT = 20;

/** The city's clock when it was read; a demonstration's runs faster. */
export interface CityTime {
  time: number;
  speed: number;
  /** By the phone's clock. */
  at: number;
}

export const cityTime = ({ time, speed, at }: CityTime, phone: number): number => time + (phone - at) * speed;

/** What was read last, for the time without a line. */
export interface Seen {
  user: User;
  cases: CaseDetail[];
  /** Absent from what was kept before there were any. */
  notices?: Notice[];
  charges?: Charge[];
  clock: CityTime;
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** The phone's own database: what is on its way with its pictures, and the cases, questions and charges as they were read last. */
export class PhoneKeep implements Keep {
  private constructor(private readonly db: IDBDatabase) {}

  static async open(): Promise<PhoneKeep> {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(MOVES, { keyPath: 'id' });
      request.result.createObjectStore(SEEN);
    };
    return new PhoneKeep(await done(request));
  }

  async all(): Promise<QueuedItem[]> {
    const items = (await done(this.db.transaction(MOVES).objectStore(MOVES).getAll())) as QueuedItem[];
    return items.sort((a, b) => a.order - b.order);
  }

  /** Resolves when it is on the phone for good. */
  put(item: QueuedItem): Promise<void> {
    return this.write(MOVES, (store) => store.put(item));
  }

  /** Forgets the oldest of what has arrived; what waits or was refused stays. */
  async tidy(): Promise<void> {
    const sent = (await this.all()).filter((item) => item.state === 'sent');
    for (const item of sent.slice(0, -SENT_KEPT)) await this.remove(item.id);
  }

  remove(id: string): Promise<void> {
    return this.write(MOVES, (store) => store.delete(id));
  }

  async seen(): Promise<Seen | null> {
    return ((await done(this.db.transaction(SEEN).objectStore(SEEN).get('last'))) as Seen | undefined) ?? null;
  }

  see(seen: Seen): Promise<void> {
    return this.write(SEEN, (store) => store.put(seen, 'last'));
  }

  /** What was read, not what waits to be sent. */
  forget(): Promise<void> {
    return this.write(SEEN, (store) => store.delete('last'));
  }

  private write(name: string, change: (store: IDBObjectStore) => IDBRequest): Promise<void> {
    const transaction = this.db.transaction(name, 'readwrite', { durability: 'strict' });
    change(transaction.objectStore(name));
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
  }
}
