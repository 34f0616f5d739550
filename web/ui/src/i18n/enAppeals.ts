import type { AppealWords } from './zh';

/** The English words of appeals against what no case took up. */
export const enAppeals: AppealWords = {
  appeals: {
    title: 'Appeal',
    lodge: 'Appeal',
    reason: 'Why you appeal (required)',
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
