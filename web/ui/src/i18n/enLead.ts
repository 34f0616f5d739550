import type { LeadReportWords } from './zh';

/** The English words of leads that people write down. */
export const enLead: LeadReportWords = {
  lead: {
    report: 'Report a lead',
    file: 'File as a case',
    kind: 'Source',
    type: 'Type',
    choose: 'Choose',
    time: 'Found at',
    text: 'What was seen',
    textHint: 'What is there, and where. Whoever handles it reads this: no names or numbers of callers',
    plate: 'Vehicle (optional)',
    plateHint: 'Choose from the register',
    spot: 'Place',
    spotHint: 'click on the map',
    lacks: { type: 'Type: choose one', spot: 'Place: click on the map', time: 'Found at: not later than now', text: 'What was seen: write it down' },
    by: (kind, login) => `${kind} (filed by ${login})`,
  },
};
