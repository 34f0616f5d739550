export type WebhookKind = 'ALERT_RAISED' | 'ALERT_REVISED' | 'CASE_STAGE' | 'EVENT_RESULT';

/** An address that is told what happens. */
export interface Webhook {
  id: string;
  /** Login of the account whose scope it has. */
  owner: string;
  url: string;
  kinds: WebhookKind[];
  createdBy: string;
  createdAt: string;
  endedAt: string | null;
  endReason: '' | 'REVOKED' | 'GONE';
  waiting: number;
  parked: number;
  lastOutcome: string;
}

export interface WebhookMessage {
  id: string;
  sequence: string;
  kind: string;
  state: 'WAITING' | 'DELIVERED' | 'PARKED';
  madeAt: string;
  dueAt: string;
  attempts: number;
  outcome: string;
  finishedAt: string | null;
}

export interface NewWebhook {
  url: string;
  kinds: WebhookKind[];
  owner?: string;
}
