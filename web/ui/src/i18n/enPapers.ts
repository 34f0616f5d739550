import type { zhPapers } from './zhPapers';

export const enPapers: typeof zhPapers = {
  waybills: {
    code: 'Waybill number or plate',
    camera: 'Scan',
    noCamera: 'The camera does not open: check the browser’s permission, or type the number',
    out: 'Out',
    in: 'Accepted',
    exception: 'Exception',
    what: 'What is wrong: plate, soil, volume, cover …',
    report: 'Report it',
    scan: { OUT: 'Leaves the site', IN: 'Accept', EXCEPTION: 'Exception' },
    done: { OUT: 'Left, on file', IN: 'Accepted, on file', EXCEPTION: 'Exception reported' },
    empty: 'No waybill waits',
    emptyHint: 'Waybills from and to this place appear here once they are issued',
    unknown: (code: string) => `This place has no waybill ${code}`,
    unknownHint: 'Check the number; a truck without a waybill must not pass: report it here',
    missing: 'No waybill: report',
    missingPlate: 'Plate',
    missingNote: 'Its load, and where it goes (optional)',
    missingDone: (plate) => `${plate} reported without a waybill; the supervisors have it`,
  },
  orders: {
    send: 'Send',
    sent: (plate: string, by: string) => `${plate} was sent · by ${by}`,
    sentBy: (who: string, at: string) => `sent by ${who} at ${at}`,
  },
  raised: {
    button: 'Confirm and raise to grade A by the picture',
    from: (grade: string) => `was grade ${grade}, raised by a picture`,
  },
  linkedCases: {
    open: 'Linked: who else stood there',
    title: 'Linked trucks',
    note: 'Around the place of the newest photo: trucks that stood within 100 m in the 30 days before and after, without this case’s own',
    make: 'Open a case',
    made: (id: number) => `Case ${id}`,
    back: 'Back to the case',
    suspects: 'Reverse query: who passed first',
  },
};
