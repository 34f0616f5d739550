import type { PassWords } from './zh';

/** The English words of what of a day's cleaning is due, done and judged. */
export const enPasses: PassWords = {
  passes: {
    ofDay: (due, worked) => `${due} passes due, ${worked} done`,
    judged: (done, required) => (required === 0 ? 'no window is judged yet' : `${done} of ${required} passes done in judged windows`),
    workedOfDue: 'Done / due',
    rateOfJudged: 'Rate of judged',
  },
};
