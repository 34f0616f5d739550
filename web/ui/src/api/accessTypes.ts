/** Somebody who is signed in on some device. */
export interface OpenSession {
  id: number;
  login: string;
  displayName: string;
  /** Address that it was opened from, and what the browser called itself. */
  origin: string;
  agent: string;
  createdAt: string;
  /** Last use, to the minute. */
  seenAt: string;
  expiresAt: string;
  /** The one that asks. */
  current: boolean;
}

/** A key by which another system reports events, and does nothing else. */
export interface ApiToken {
  id: number;
  source: string;
  createdBy: string;
  createdAt: string;
  expiresAt: string;
  revokedAt: string | null;
}
