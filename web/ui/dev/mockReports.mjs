// Weekly reports that were frozen, for the stand-in of the server.
const run = (id, week, edition, from, to, state) => ({ id, week, edition, from, to, frozenAt: `${to.slice(0, 10)}T22:00:00Z`, sha256: String(id).repeat(64).slice(0, 64), state });

const RUNS = [
  run(3, '2026-W46', 'FORMAL', '2026-11-08T16:00:00Z', '2026-11-15T16:00:00Z', 'FROZEN'),
  run(2, '2026-W46', 'EXPRESS', '2026-11-08T16:00:00Z', '2026-11-15T16:00:00Z', 'FROZEN'),
  run(1, '2026-W45', 'FORMAL', '2026-11-01T16:00:00Z', '2026-11-08T16:00:00Z', 'ISSUED'),
];

const CHECKS = ['SUMS', 'RANKS', 'EVIDENCE', 'RATES', 'FROZEN'];

/** Answers to GET. */
export function reportRuns(id) {
  if (id === undefined) return { runs: RUNS };
  const found = RUNS.find((one) => String(one.id) === id);
  const issued = found.state === 'ISSUED';
  return {
    run: found,
    version: 0,
    generator: 'qingtu-weekly 2',
    asOf: found.frozenAt,
    advice: '对确认最多的未密闭运输开展专项检查。\n对漏扫路段安排补扫，作业单位说明原因。',
    adviceIsDraft: !issued,
    coverNote: '',
    editor: null,
    reviewer: issued ? { name: '监管员一', at: found.frozenAt } : null,
    issuer: issued ? { name: '分管领导', at: found.frozenAt } : null,
    checks: [...CHECKS.map((kind) => ({ kind, faults: [] })), { kind: 'OBSERVED', faults: issued ? [] : ['全市可监管率68.4%，低于70%，须先写明附注'] }],
    moves: issued ? [] : ['EDIT', 'REVIEW', 'ISSUE'],
    corrections: issued ? 0 : 7,
  };
}
