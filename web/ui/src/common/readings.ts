import type { Live } from '../api/types';
import { word } from '../i18n/language';
import type { Dictionary } from '../i18n/zh';

/** The sensors that this vehicle has, in words. */
export function readings(live: Live, t: Dictionary): [string, string][] {
  const all: [string, string | null][] = [
    [t.sensor.acc, live.acc === null ? null : live.acc ? t.switch.ON : t.switch.OFF],
    [t.sensor.load, live.load && word(t.load, live.load)],
    [t.sensor.cover, live.cover && word(t.cover, live.cover)],
    [t.sensor.lift, live.lift && word(t.lift, live.lift)],
    [t.sensor.brush, live.brush && word(t.switch, live.brush)],
    [t.sensor.pump, live.pump && word(t.switch, live.pump)],
  ];
  return all.filter((row): row is [string, string] => row[1] !== null);
}
