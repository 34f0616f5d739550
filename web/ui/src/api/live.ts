import { api } from './api';
import type { LiveMessage } from './types';

export type Connection = 'connecting' | 'live' | 'lost';

/** Milliseconds before the n-th attempt to come back: 1 s, doubling, at most 15 s. */
export function backoffMillis(attempt: number): number {
  return Math.min(15_000, 1000 * 2 ** Math.min(attempt, 10));
}

export interface LiveListener {
  message(message: LiveMessage): void;
  connection(state: Connection): void;
  /** The server cannot continue from our sequence: read the whole state again. */
  restart(): void;
}

/**
 * The live feed over one WebSocket. After a break it comes back and asks for what followed the last
 * sequence number it has seen.
 */
export class LiveFeed {
  private socket: WebSocket | null = null;
  private timer: number | undefined;
  private attempt = 0;
  private closed = false;

  constructor(
    private sequence: number,
    private readonly listener: LiveListener,
  ) {}

  open(): void {
    this.listener.connection(this.attempt === 0 ? 'connecting' : 'lost');
    const socket = new WebSocket(api.liveAddress(this.sequence));
    this.socket = socket;
    socket.onmessage = (event) => this.accept(JSON.parse(String(event.data)) as LiveMessage);
    socket.onclose = () => this.retry();
  }

  close(): void {
    this.closed = true;
    window.clearTimeout(this.timer);
    this.socket?.close();
  }

  /** Go on from the state that was just read. */
  resetTo(sequence: number): void {
    this.sequence = sequence;
  }

  private accept(message: LiveMessage): void {
    if (message.type === 'hello') {
      this.attempt = 0;
      this.listener.connection('live');
      if (!message.resumed) this.listener.restart();
    } else {
      this.sequence = Math.max(this.sequence, message.sequence);
    }
    this.listener.message(message);
  }

  private retry(): void {
    if (this.closed) return;
    this.listener.connection('lost');
    this.timer = window.setTimeout(() => this.open(), backoffMillis(this.attempt));
    this.attempt += 1;
    // A closed session closes the socket without a reason that a browser may read: ask.
    void api.session().catch(() => undefined);
  }
}
