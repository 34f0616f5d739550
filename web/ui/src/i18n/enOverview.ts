import type { OverviewWords } from './zh';

/** The English words of the leader's page. */
export const enOverview: OverviewWords = {
  overview: {
    week: { current: 'This week', previous: 'Last week' },
    asOf: (time) => `As of ${time}`,
    openCases: 'Open cases',
    overdue: (n) => `${n} of them overdue`,
    noneOverdue: 'None overdue',
    violations: 'Confirmed violations',
    before: (n) => `${n} in the whole week before`,
    more: (n) => `${n} more`,
    fewer: (n) => `${n} fewer`,
    same: 'As many',
    trips: 'Trips in order',
    ofTrips: (closed, observed) => `${closed} of ${observed} observed trips`,
    unseenTrips: (unseen, total) => `${unseen} of ${total} not observed`,
    underWay: (n: number) => `${n} under way, not judged yet`,
    sweeping: 'Sweeping today',
    unseenWindows: (n) => `${n} windows not observed`,
    devices: 'Devices silent / faulty',
    ofVehicles: (n) => `of ${n} vehicles`,
    worst: 'Most violations a hundred trips',
    perHundred: 'per 100 trips',
    company: (confirmed, trips) => `${confirmed} confirmed · ${trips} observed trips`,
    noWorst: 'No ranked company with a confirmed violation',
    noWorstHint: 'Fewer than 20 observed trips, or less than 80% of the time observed: not ranked',
    overdueCases: 'Overdue cases',
    noOverdue: 'No case is overdue',
    furtherOverdue: (n) => `${n} more`,
    small: 'Small sample',
  },
};
