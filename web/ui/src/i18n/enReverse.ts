import type { ReverseWords } from './zh';

/** The English words of the reverse query. */
export const enReverse: ReverseWords = {
  reverse: {
    period: 'Last seen clean – first seen dirty',
    click: 'Click the dirty place on the map',
    clickHint: 'Then choose when it was last seen clean and first seen dirty; the vehicles that passed are ranked with the reasons',
    ask: 'Search',
    candidates: (n: number) => `Passed ${n}`,
    unobserved: (n: number) => `Not observed ${n}`,
    strangers: (n: number) => `Unregistered ${n}`,
    none: 'No vehicle passed in this time',
    noneHint: 'Widen the time, or look at those not observed: no track is not the same as not there',
    unobservedHint: 'Muck trucks of which too little was heard to rule them out',
    score: 'Likelihood',
    passed: (time: string, metres: number, kmh: number) => `passed at ${time} · ${metres} m away · ${kmh} km/h`,
    lastSeen: 'last fix',
    observedShare: (percent: string) => `observed ${percent}`,
    playback: 'Track',
    disclaimer: 'This list tells whom to ask. It finds nobody guilty.',
    reason: {
      LOADED: 'loaded',
      COVER_NOT_CLOSED: 'cover not closed, or not known',
      WEIGHT_LOST: 'lost weight on the way',
      BETWEEN: 'passed between clean and dirty',
      DIRTY_WHEELS: 'left its site with dirty wheels',
      CONFIRMED_BEFORE: 'confirmed uncovered before',
    },
    found: { LOADED: 'loaded', EMPTY: 'empty', PARTIAL: 'half loaded', UNKNOWN: 'unknown', OPEN: 'open', CLOSED: 'closed', DIRTY: 'dirty', CLEAN: 'clean' },
  },
};
