/** A line of the log of who did what. */
export interface AuditLine {
  id: number;
  at: string;
  /** Empty where nobody was known. */
  login: string;
  user: string;
  origin: string;
  action: string;
  object: string;
  /** A JSON object. */
  detail: string;
  hash: string;
}

export interface AuditFilter {
  /** First moment, and first that is no longer meant. */
  from?: string;
  to?: string;
  action?: string;
  object?: string;
  login?: string;
  cursor?: string;
}

export interface AuditVerdict {
  lines: number;
  root: string;
  /** The first line that does not follow from the one before. */
  brokenAt: number | null;
}
