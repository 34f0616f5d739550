// Made-up cases: they move from stage to stage as the page asks, without the rules of the server.
const MINUTE = 60_000;
const TO = { FILE: 'FILED', REFUSE: 'NOT_FILED', DISPATCH: 'DISPATCHED', RETURN: 'FILED', BEGIN: 'HANDLING', ANSWER: 'FEEDBACK', VERIFY: 'VERIFYING', CLOSE: 'CLOSED', REWORK: 'HANDLING', EVALUATE: 'EVALUATED', PUT_ON_LEDGER: 'ON_LEDGER', TAKE_FROM_LEDGER: 'HANDLING', TRANSFER: 'TRANSFERRED' };
const MOVES = { ACCEPTED: ['FILE', 'REFUSE'], FILED: ['DISPATCH', 'TRANSFER'], DISPATCHED: ['DISPATCH', 'RETURN', 'BEGIN', 'PUT_ON_LEDGER'], HANDLING: ['ANSWER', 'ASK_EXTENSION', 'PUT_ON_LEDGER', 'TRANSFER'], FEEDBACK: ['VERIFY'], VERIFYING: ['CLOSE', 'REWORK'], CLOSED: ['EVALUATE'], ON_LEDGER: ['KEEP_ON_LEDGER', 'TAKE_FROM_LEDGER'] };
const TYPES = ['DUMPING', 'SPILL', 'LOST_LOAD', 'VIOLATION', 'CLEANING', 'DEVICE'];
const LIMIT_MINUTES = { ACCEPTED: 30, FILED: 15, DISPATCHED: 120, HANDLING: 240, FEEDBACK: 120, VERIFYING: 120 };
const HANDLING = { amount: 4, unit: 'WORKING_HOUR' };
const DECIDED = { EXTEND: 'GRANTED', REFUSE_EXTENSION: 'REFUSED' };
const SIDES = [{ id: 1, name: '执法一中队', kind: 'SQUAD' }, { id: 2, name: '示例运输一公司', kind: 'OPERATOR' }];

/** What a move makes of a request for more time, and of the moves that are possible then. */
function extensionAfter(one, move, extra) {
  if (move === 'ASK_EXTENSION') return { extension: 'ASKED', extra, moves: ['ANSWER', 'EXTEND', 'REFUSE_EXTENSION', 'PUT_ON_LEDGER'] };
  if (DECIDED[move]) return { extension: DECIDED[move], extended: move === 'EXTEND', moves: ['ANSWER', 'PUT_ON_LEDGER'] };
  return one.extension === 'ASKED' && TO[move] ? { extension: 'NONE', extra: null } : {};
}

export class Cases {
  constructor(fleet, who) {
    this.fleet = fleet;
    this.who = who;
    this.cases = new Map();
  }

  open(alert) {
    const known = [...this.cases.values()].find(({ sourceList }) => sourceList[0].sourceId === alert.id);
    if (known) return { ...known, fate: 'KNOWN' };
    const now = this.fleet.time();
    const id = this.cases.size + 1;
    const made = {
      id, type: TYPES[id % TYPES.length], title: `${alert.rule} ${alert.plate} ${alert.placeName}`, lon: alert.lon, lat: alert.lat, foundAt: alert.start, acceptedAt: now, grade: alert.grade,
      plate: alert.plate, company: alert.company, side: '', sideId: 0, extended: false, extension: 'NONE', extra: null, handling: HANDLING, urged: false, sources: 1, version: 0,
      sourceList: [{ source: 'alert', sourceId: alert.id, foundAt: alert.start, filedAt: now, payload: JSON.stringify({ rule: alert.rule }) }], steps: [], photos: [],
    };
    this.cases.set(id, this.at(made, 'ACCEPTED'));
    return { ...this.cases.get(id), fate: 'OPENED' };
  }

  /** The case at a stage, whose limit begins now. */
  at(one, stage) {
    const now = Date.parse(this.fleet.time());
    const after = (share) => (LIMIT_MINUTES[stage] ? new Date(now + share * LIMIT_MINUTES[stage] * MINUTE).toISOString() : null);
    return { ...one, stage, since: this.fleet.time(), amberAt: after(0.8), dueAt: after(1), urgeAt: after(1.5), reviewAt: stage === 'ON_LEDGER' ? new Date(now + 30 * 24 * 60 * MINUTE).toISOString() : null, moves: MOVES[stage] ?? [] };
  }

  /** The case after a move; null where somebody was quicker. */
  move(id, { move, version, sideId, culprit, note, more }) {
    const one = this.cases.get(id);
    if (version !== one.version) return null;
    const side = SIDES.find((known) => known.id === sideId);
    const step = { version: version + 1, move, actor: this.who, at: this.fleet.time(), side: side?.name ?? '', culprit: culprit ?? null, photoId: null, note: note ?? '', extra: more ? { amount: more, unit: HANDLING.unit } : null };
    const next = { ...one, version: version + 1, steps: [...one.steps, step], ...(side && { side: side.name, sideId }), ...extensionAfter(one, move, step.extra) };
    this.cases.set(id, TO[move] ? this.at(next, TO[move]) : next);
    return this.cases.get(id);
  }

  list(query) {
    const wanted = [...this.cases.values()].filter((one) => (!query.get('stage') || one.stage === query.get('stage')) && (query.get('open') !== 'YES' || one.dueAt !== null) && query.get('review') === null);
    return { cases: wanted.reverse(), next: null };
  }

  sides() {
    return { sides: SIDES };
  }
}
