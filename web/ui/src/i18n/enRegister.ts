import type { zhRegister } from './zhRegister';

/** The English words of what companies keep of their own. */
export const enRegister: typeof zhRegister = {
  register: {
    span: 'From – until',
    reason: 'Reason',
    choose: 'Choose',
    now: 'Now',
    fromDay: 'Laid up from (none: from now on)',
    untilDay: 'Runs again on (none: not known)',
    endDay: 'From which day on (none: from now on)',
    always: 'Always',
    never: 'never began',
    openEnd: 'not known',
    layUp: 'Lay a vehicle up',
    layUpIntro: 'A vehicle that is laid up need not be online; what it does on the road is recorded and judged as ever',
    layUpHint: 'Today is from midnight on, and marked as filed late; nothing is taken that lies further back. What was filed stays, and is ended.',
    layUpReason: 'Such as an inspection, a repair, no work',
    noLayUps: 'No vehicle is laid up',
    noLayUpsHint: 'Companies file here which of their vehicles do not run, and when they run again',
    layUpState: { COMING: 'To come', RUNNING: 'Laid up', ENDED: 'Runs again', WITHDRAWN: 'Withdrawn' },
    late: (hours: number) => (hours < 1 ? 'Filed late' : `Filed ${hours} h late`),
    lateHint: (at: string) => `Filed at ${at}, after it had begun`,
    driven: (km: string) => `Driven ${km} km meanwhile`,
    drivenHint: 'By its track, on days on which it was laid up all day',
    fromFile: (by: string) => (by ? `Approved by ${by}` : "Said by the city's files"),
    runAgain: 'Runs again',
    runAgainHint: 'Without a day it runs from now on; a later day may be chosen.',
    withdraw: 'Withdraw',
    withdrawOrMove: 'Withdraw or move',
    withdrawHint: (day: string) => `Without a day, or with one before ${day}, it is not laid up; a later one is the day on which it runs again.`,
  },
};
