import type { AlertRow } from '../api/types';
import { mayReview, type Rights } from '../common/user';
import { needsReview } from '../domain/colours';

/** Which alerts are to be heard in this window: each once, by those who may decide on it. What came late is no live alarm. */
export class Ringing {
  private readonly heard = new Set<string>();

  constructor(private readonly user: Rights) {}

  /** Whether to ring now; also where the sound is off, so that what was passed over is not heard later. */
  isDue(alert: AlertRow): boolean {
    if (alert.late || alert.grade === 'C' || !needsReview(alert) || !mayReview(this.user, alert.rule) || this.heard.has(alert.id)) return false;
    this.heard.add(alert.id);
    return true;
  }
}
