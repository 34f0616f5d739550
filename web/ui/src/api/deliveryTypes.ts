export type MailState = 'WAITING' | 'DELIVERED' | 'PARKED';

/** Somebody who gets issued reports by mail. */
export interface ReportRecipient {
  id: number;
  address: string;
  /** Whose extract it gets; empty: the whole report. */
  organisation: string;
  district: boolean;
  addedBy: string;
  addedAt: string;
}

/** A company or district of which a report says anything. */
export interface ReportedOrganisation {
  name: string;
  district: boolean;
}

export interface ReportRecipients {
  /** Whether a mail server is configured. */
  sends: boolean;
  recipients: ReportRecipient[];
  organisations: ReportedOrganisation[];
}

/** The mail that brings an issued report to a recipient. */
export interface ReportMail {
  id: number;
  address: string;
  organisation: string;
  state: MailState;
  madeAt: string;
  /** Of the next attempt, while it waits. */
  dueAt: string;
  attempts: number;
  /** What the mail server said to the last attempt, or why it said nothing. */
  outcome: string;
  finishedAt: string | null;
}
