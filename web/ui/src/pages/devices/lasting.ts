import type { Dictionary } from '../../i18n/zh';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long something lasts, in the two units that matter. */
export function lastingText(milliseconds: number, words: Dictionary['devices']['lasting']): string {
  const time = Math.max(0, milliseconds);
  if (time >= DAY) return words.days(Math.floor(time / DAY), Math.floor((time % DAY) / HOUR));
  if (time >= HOUR) return words.hours(Math.floor(time / HOUR), Math.floor((time % HOUR) / MINUTE));
  return words.minutes(Math.floor(time / MINUTE));
}
