export type ShiftKind = 'BEGIN' | 'NOTE' | 'HAND_OVER' | 'TAKE_OVER';

/** What stands open, as the system counts it. */
export interface Standing {
  alerts: number;
  cases: number;
  overdue: number;
  exemptions: number;
}

/** A line of a shift log; none is ever changed. */
export interface ShiftLine {
  id: string;
  kind: ShiftKind;
  by: string;
  own: boolean;
  at: string;
  text: string;
  items: string[];
  /** Of a handover alone. */
  standing: Standing | null;
  /** What was taken over. */
  handover: string | null;
}

export interface ShiftLog {
  onDuty: { name: string; since: string; own: boolean }[];
  waiting: ShiftLine[];
  standing: Standing;
  lines: ShiftLine[];
  next: string | null;
}

export interface NewShiftLine {
  kind: ShiftKind;
  text?: string;
  items?: string[];
  handover?: string;
}
