import type { AlertRow, Grade, VehicleState, Verdict } from '../api/types';

/** 行驶 green, 怠速/停车 blue, 离线 grey, 报警 red: the convention supervisors know. */
export const STATE_COLOUR: Record<VehicleState, string> = {
  MOVING: '#1f9d57',
  IDLE: '#3d8fe8',
  STOPPED: '#2b62c4',
  OFFLINE: '#87969b',
  ALARM: '#e0343b',
};

export const GRADE_COLOUR: Record<Grade, string> = { A: '#e0343b', B: '#e88a1a', C: '#7a8c92' };

/**
 * What a pass is called on the board. Before its window has closed nothing is missed: it waits for its first work,
 * it is worked on, the work rests, or little time is left; after it, the verdict is pending for some minutes.
 */
export type ShownOutcome = Verdict | 'UPCOMING' | 'WAITING' | 'WORKING' | 'RESTING' | 'CLOSING' | 'PENDING';

export const OUTCOME_COLOUR: Record<ShownOutcome, string> = {
  DONE: '#1f9d57',
  PARTIAL: '#e8a11a',
  MISSED: '#e0343b',
  UNOBSERVED: '#8f7fb8',
  EXEMPT: '#87969b',
  UPCOMING: '#9fb4bb',
  WAITING: '#5f7fd8',
  WORKING: '#12a5a0',
  RESTING: '#d8785f',
  CLOSING: '#f0561d',
  PENDING: '#5f9fd8',
};

const GRADE_WEIGHT: Record<Grade, number> = { A: 4, B: 2, C: 1 };
const HOUR = 3_600_000;
/** More than the weight of any alert. */
const LAST = 100;

/** Order of the strip: grade × severity × age; age counts up to four hours, then no more. What is late goes last. */
export function urgency(alert: AlertRow, now: number): number {
  const age = Math.min(4, Math.max(0, (now - Date.parse(alert.decided)) / HOUR));
  const weight = GRADE_WEIGHT[alert.grade] * alert.severity * (1 + age / 4);
  return alert.late ? weight - LAST : weight;
}

/** Whether a person still has to decide on it. */
export function needsReview(alert: AlertRow): boolean {
  return alert.review === null && (alert.status === 'OPEN' || alert.status === 'ENDED');
}
