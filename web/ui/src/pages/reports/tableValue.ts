import type { TableValue } from '../../api/reportTypes';
import { monthDayTime } from '../../domain/time';

const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const NONE = '—';

const number = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 2 });

/** A value of a report's table, as its files print it: a rate with its parts, a moment by the city's clock. */
export function shown(value: TableValue): string {
  if (value === null || value === '') return NONE;
  if (typeof value === 'number') return number(value);
  if (typeof value === 'string') return MOMENT.test(value) ? monthDayTime(value) : value;
  if (value.value === null) return NONE;
  return `${(value.value * 100).toFixed(1)}% (${number(value.numerator)}/${number(value.denominator)})`;
}
