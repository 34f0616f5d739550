import type { AppealWords } from './zh';

/** The English words of appeals against what no case took up. */
export const enAppeals: AppealWords = {
  appeals: {
    title: 'Appeal',
    lodge: 'Appeal',
    reason: 'Why you appeal (required)',
    hint: 'What is not so, and what shows it',
    send: 'Send the appeal',
    onItsWay: 'The appeal is on its way',
    photoAlt: (n) => `Photo ${n} of the appeal`,
    refused: { appealed: 'It was appealed against once', in_case: 'A case has taken it up: appeal there', too_late: 'The time for an appeal is over', not_charged: 'It is not confirmed, or was taken back', full: 'There are as many photos as one may have' },
    until: (time) => `Confirmed without a case: you may appeal once until ${time}`,
    over: (time) => `The time for an appeal was over at ${time}`,
    before: (time) => `until ${time}`,
    lodged: (user, time) => `${time} ${user} appealed:`,
    waiting: 'Waiting for a decision',
    notYours: 'Who confirmed the alert does not decide: another supervisor does',
    uphold: 'Uphold',
    reject: 'Reject the appeal',
    why: 'Why (required)',
    decision: { UPHELD: 'Appeal upheld', REJECTED: 'Appeal rejected' },
    decided: (user, time) => `${time} ${user}:`,
    charged: 'What you may appeal against',
    undecided: 'Appeals without a decision',
    toDecide: 'Appeals to decide',
    answered: 'Appeals decided (30 days)',
  },
};
