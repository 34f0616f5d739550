import type { VehiclePermit } from '../../api/vehicleTypes';
import { dateTime, day } from '../../domain/time';
import type { Dictionary } from '../../i18n/zh';

/** Those that count or will count, the next to end in front, and those that count no longer. */
export function parted(permits: readonly VehiclePermit[]): { current: VehiclePermit[]; past: VehiclePermit[] } {
  const end = ({ validTo }: VehiclePermit) => (validTo === null ? Infinity : Date.parse(validTo));
  const begun = ({ state }: VehiclePermit) => (state === 'NOT_YET' ? 1 : 0);
  return {
    current: permits.filter(({ state }) => state !== 'EXPIRED').sort((a, b) => begun(a) - begun(b) || (end(a) === end(b) ? 0 : end(a) - end(b))),
    past: permits.filter(({ state }) => state === 'EXPIRED'),
  };
}

/** From its first day to its last: an end at midnight belongs to the day before. What changes within a day is told to the second. */
export function periodText({ validFrom, validTo }: Pick<VehiclePermit, 'validFrom' | 'validTo'>, words: Dictionary['vehicle']['permit']): string {
  if (validFrom === null && validTo === null) return words.openEnd;
  const from = validFrom === null ? words.always : at(validFrom, ' 00:00:00') ? day(validFrom) : dateTime(validFrom);
  return `${from} – ${validTo === null ? words.openEnd : lastText(validTo)}`;
}

function lastText(validTo: string): string {
  if (at(validTo, ' 00:00:00')) return day(Date.parse(validTo) - 1);
  return at(validTo, ' 23:59:59') ? day(validTo) : dateTime(validTo);
}

const at = (time: string, clock: string): boolean => dateTime(time).endsWith(clock);

/** The hours of the day in which it counts. */
export function hoursText({ dailyFrom, dailyTo }: Pick<VehiclePermit, 'dailyFrom' | 'dailyTo'>, words: Dictionary['vehicle']['permit']): string {
  return dailyFrom === null || dailyTo === null ? words.anyHour : `${dailyFrom.slice(0, 5)}–${dailyTo.slice(0, 5)}`;
}

/** 补录: typed in after it had begun. */
export const isLate = ({ validFrom, enteredAt }: Pick<VehiclePermit, 'validFrom' | 'enteredAt'>): boolean =>
  validFrom !== null && enteredAt !== null && Date.parse(enteredAt) > Date.parse(validFrom);
