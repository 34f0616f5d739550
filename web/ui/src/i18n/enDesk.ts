import type { DeskWords } from './zh';

/** The English words of what waits on the review desk. */
export const enDesk: DeskWords = {
  desk: {
    waitsMinutes: (n) => (n < 1 ? 'just now' : `waits ${n} min`),
    waitsHours: (h, m) => `waits ${h} h ${m} min`,
    waitsDays: (d, h) => `waits ${d} d ${h} h`,
    limit: { A: 'To be decided within 15 min', B: 'To be decided within 4 working hours', C: 'An inference: no limit' },
    over: 'over the limit',
    ahead: (n) => `↑ ${n} more urgent above`,
    byUrgency: 'Most urgent first, of equal ones the oldest',
    severity: 'Severity',
    severityFrom: (severity) => `${severity} or worse`,
  },
};
