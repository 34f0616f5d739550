/** Times as people of the city read them: always the city's zone, whatever the browser's is. */
const ZONE = 'Asia/Shanghai';

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

function fields(at: number | string | Date): Record<string, string> {
  const result: Record<string, string> = {};
  for (const { type, value } of parts.formatToParts(new Date(at))) result[type] = value;
  return result;
}

export const millis = (iso: string): number => Date.parse(iso);

export function clock(at: number | string): string {
  const f = fields(at);
  return `${f.hour}:${f.minute}:${f.second}`;
}

export function clockMinutes(at: number | string): string {
  return clock(at).slice(0, 5);
}

export function day(at: number | string): string {
  const f = fields(at);
  return `${f.year}-${f.month}-${f.day}`;
}

export function dateTime(at: number | string): string {
  return `${day(at)} ${clock(at)}`;
}

export function monthDayTime(at: number | string): string {
  return dateTime(at).slice(5, 16);
}

/** Midnight of the city's day on which {@code at} lies. China keeps one offset, without summer time. */
export function startOfDay(at: number | string): number {
  return Date.parse(`${day(at)}T00:00:00+08:00`);
}

/** From the first moment of a day of the city to the first of the next. */
export function dayOf(date: string): { from: number; to: number } {
  const from = startOfDay(`${date}T00:00:00+08:00`);
  return { from, to: from + 86_400_000 };
}

/** A length of time as 1:02:03. */
export function duration(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  const h = Math.floor(seconds / 3600);
  const m = Math.floor(seconds / 60) % 60;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${h}:${two(m)}:${two(seconds % 60)}`;
}
