import type { PointsWords } from './zh';

/** The English words of the board of collection points. */
export const enPoints: PointsWords = {
  points: {
    plan: 'Plan',
    tabs: { ROADS: 'Roads', POINTS: 'Collection points', EXEMPTIONS: 'Exemptions' },
    point: 'Point',
    contractor: 'Contractor',
    window: 'Window',
    result: 'Result',
    truck: 'Truck',
    show: { ALL: 'All points', UNSERVED: 'To be served', MISSED: 'Missed' },
    state: {
      UPCOMING: 'Upcoming',
      WAITING: 'Waiting',
      CLOSING: 'Closing soon',
      OVERDUE: 'Overdue',
      SERVED: 'Served',
      LATE: 'Served out of time',
      MISSED: 'Missed',
      UNOBSERVED: 'Unobserved',
      EXEMPT: 'Exempt',
    },
    nearest: (plate, km) => `nearest ${plate}, ${km} km`,
    noTruck: 'No collection truck is on the air',
    sent: (plate, clock, by) => `${plate} sent at ${clock} (${by})`,
    told: (plate, point) => `${plate} sent to ${point}`,
    passed: (plate, time, metres) => `${plate} came within ${metres} m at ${time}`,
    summary: (served, due) => `in time · ${served} of ${due} served`,
    unserved: (n) => `${n} to be served`,
    missed: (n) => `${n} missed`,
    unobserved: (n) => `${n} unobserved`,
    empty: 'No collection on this day',
    emptyHint: 'Points of the day appear once vehicles report; choose another day, or ask the administrator to check the register of collection points',
  },
};
