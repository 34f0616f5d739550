import type { CaseType, NewEvent } from '../../../api/caseTypes';

/** Who told of it, as the sources of cases are called. */
export const LEAD_KINDS = ['hotline', 'citizen', 'patrol'] as const;
export type LeadKind = (typeof LEAD_KINDS)[number];

/** What somebody was told and writes down. */
export interface Lead {
  kind: LeadKind;
  type: CaseType | null;
  spot: { lon: number; lat: number } | null;
  /** When it was found, ms since 1970. */
  time: number;
  text: string;
  /** Empty where no vehicle is named. */
  plate: string;
}

export type LeadField = 'type' | 'spot' | 'time' | 'text' | 'plate';

/** What of a lead is wrong, by its field. */
export type LeadFaults = Partial<Record<LeadField, string>>;

export const LONGEST_TEXT = 1000;
const LONGEST_TITLE = 60;

/** The fields that have to be filled in, or cannot be so. */
export function lacking({ type, spot, time, text }: Lead, now: number): LeadField[] {
  const wrong: Record<Exclude<LeadField, 'plate'>, boolean> = { type: type === null, spot: spot === null, time: !(time <= now), text: text.trim() === '' };
  return (Object.keys(wrong) as (keyof typeof wrong)[]).filter((field) => wrong[field]);
}

/** Of a complete lead. Its first words are the line on the board; the whole of it goes along. */
export function eventOf({ kind, type, spot, time, text, plate }: Lead, sourceId: string): NewEvent {
  if (type === null || spot === null) throw new Error('the lead is not complete');
  const whole = text.trim();
  return {
    sourceId,
    type,
    title: whole.replace(/\s+/g, ' ').slice(0, LONGEST_TITLE),
    plate,
    time: new Date(time).toISOString(),
    ...spot,
    datum: 'WGS84',
    payload: { kind, text: whole },
  };
}

const OF_SERVER: Record<string, LeadField> = { type: 'type', title: 'text', payload: 'text', time: 'time', lon: 'spot', lat: 'spot', datum: 'spot', plate: 'plate' };

/** The field that the server's words are about; null where they are about none. */
export function fieldOf(detail: string): LeadField | null {
  const name = /^(\w+): /.exec(detail)?.[1];
  return (name && OF_SERVER[name]) || null;
}

/** What was written down of a lead, from the payload of a source; null for what came otherwise. */
export function toldIn(payload: string): { kind: LeadKind; text: string } | null {
  const { kind, text } = JSON.parse(payload) as { kind?: unknown; text?: unknown };
  const known = LEAD_KINDS.find((one) => one === kind);
  return known && typeof text === 'string' ? { kind: known, text } : null;
}
