import { dateTime } from '../../domain/time';
import type { Dictionary } from '../../i18n/zh';

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** What a line is about, as people call it: {@code alert/16} as 报警 16. */
export function objectText(object: string, t: Dictionary): string {
  const words = t.audit.objects;
  if (words[object]) return words[object];
  const [kind, ...id] = object.split('/');
  return [words[kind] ?? kind, id.join('/')].join(' ').trim();
}

/** The other way round, for what somebody looks for: as it is shown, or as it is filed. */
export function objectCode(text: string, t: Dictionary): string | undefined {
  const wanted = text.trim();
  if (wanted === '') return undefined;
  const kinds = Object.entries(t.audit.objects);
  const whole = kinds.find(([, name]) => same(name, wanted));
  if (whole) return whole[0];
  const kind = kinds.filter(([, name]) => same(name, wanted.slice(0, name.length))).sort(([, a], [, b]) => b.length - a.length)[0];
  const id = kind && wanted.slice(kind[1].length).trim();
  return kind && id && !id.startsWith('/') ? `${kind[0]}/${id}` : wanted;
}

/** The particulars without the signs of their notation, with words for what has one. */
export function detailText(detail: string, t: Dictionary): string {
  return Object.entries(JSON.parse(detail) as Record<string, unknown>)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${t.audit.details[name] ?? name} ${valueText(name, value, t)}`)
    .join(' · ');
}

function valueText(name: string, value: unknown, t: Dictionary): string {
  if (typeof value === 'boolean') return value ? t.common.yes : t.common.no;
  if (typeof value !== 'string') return JSON.stringify(value);
  if (MOMENT.test(value)) return dateTime(value);
  const words: Record<string, Record<string, string>> = {
    decision: { CONFIRMED: t.review.CONFIRMED, REJECTED: t.review.REJECTED },
    fate: t.cases.fate,
    move: { ...t.cases.move, ...t.reports.move },
    reason: t.rejectReason,
    role: t.role,
  };
  return words[name]?.[value] ?? value;
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
