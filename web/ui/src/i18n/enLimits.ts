import type { LimitWords } from './zh';

/** The English words of the limits of cases. */
export const enLimits: LimitWords = {
  limits: {
    type: 'Type of case',
    stage: 'Stage',
    initial: 'Usual',
    setBy: 'Proposed / approved',
    wish: 'To be',
    onlyOthers: 'Only what is not as usual',
    version: (number: number) => `Limits, version ${number}`,
    ofVersion: (number: number) => `version ${number}`,
    since: (time: string) => `from ${time} on`,
    usual: 'as usual',
    hint: 'Other limits count for the stages that begin when they are in force; what runs already stays as it was set. The time for handling runs from the dispatch, by the table in force then.',
    nothingWished: 'Fill in one or more limits first',
    proposeHint: 'A rule owner has to approve it; it counts for the stages that begin from then on.',
    proposed: 'Proposed: somebody else has to approve it',
    noProposals: 'Nobody has proposed a change',
    term: { FILING: 'Filing', DISPATCH: 'Dispatch', FIRST_ANSWER: 'First answer', HANDLING: 'Handling', VERIFICATION: 'Verification' },
    meaning: { FILING: 'From acceptance to filing', DISPATCH: 'From filing to dispatch', FIRST_ANSWER: 'From dispatch until somebody begins', HANDLING: 'From dispatch to the answer', VERIFICATION: 'From the answer until somebody begins, and from then to the end' },
  },
};
