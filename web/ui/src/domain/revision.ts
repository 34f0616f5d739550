import type { Change } from '../api/types';
import { word } from '../i18n/language';
import type { Dictionary } from '../i18n/zh';
import { dateTime } from './time';

const MOMENTS = ['decided', 'end'];
const PLACES_OF_DEGREES = 5;

/** A value of an alert as a person reads it, by the name of the value. */
export function changedValue(name: string, value: Change['before'], t: Dictionary): string {
  if (value === null) return '—';
  if (Array.isArray(value)) return value.join('、');
  if (typeof value === 'number') {
    if (name === 'severity') return t.severity[value];
    return Number(value.toFixed(name === 'lon' || name === 'lat' ? PLACES_OF_DEGREES : 2)).toString();
  }
  if (MOMENTS.includes(name)) return dateTime(value);
  if (name === 'status') return word(t.status, value);
  return name === 'reason' ? word(t.alert.reason, value) : value;
}
