/** The English words of the shift log. */
export const enShifts = {
  shifts: {
    onDuty: 'On duty now',
    nobody: 'Nobody is on duty',
    since: (at: string) => `since ${at}`,
    kind: { BEGIN: 'Begin', NOTE: 'Note', HAND_OVER: 'Hand over', TAKE_OVER: 'Take over' },
    standing: 'Open',
    alerts: 'Undecided alerts of 24 h (A, B)',
    cases: 'Cases',
    overdue: 'of these overdue',
    exemptions: 'Exemptions to decide',
    waiting: 'Waits to be taken over',
    items: 'Left to do',
    itemsHint: 'What is left to do, a line each',
    textHint: 'How the shift was',
    noteHint: 'What happened, and what was done',
    goesWith: 'The system adds what stands open',
    older: 'Older lines',
    newest: 'Back to the newest',
    none: 'The log is empty',
    noneHint: 'Notes and handovers of those on duty stand here in order; no line is ever changed',
  },
};
