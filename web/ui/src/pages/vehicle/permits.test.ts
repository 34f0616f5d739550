import { describe, expect, it } from 'vitest';
import type { VehiclePermit } from '../../api/vehicleTypes';
import { zhVehicle } from '../../i18n/zhVehicle';
import { hoursText, isLate, parted, periodText } from './permits';

const words = zhVehicle.vehicle.permit;

function permit(permitId: string, state: VehiclePermit['state'], validTo: string | null): VehiclePermit {
  return { permitId, state, validTo, siteId: 'P1', siteName: '', grounds: [], routeIds: [], validFrom: null, dailyFrom: null, dailyTo: null, enteredAt: null, approvedM3: null, hoursLeft: null };
}

describe('the permits of a vehicle', () => {
  it('stand with the next to end in front, those to come behind, those that are over apart', () => {
    const { current, past } = parted([
      permit('open', 'IN_FORCE', null),
      permit('later', 'NOT_YET', '2026-11-20T00:00:00+08:00'),
      permit('soon', 'EXPIRING', '2026-11-21T00:00:00+08:00'),
      permit('over', 'EXPIRED', '2026-11-01T00:00:00+08:00'),
      permit('longer', 'IN_FORCE', '2026-12-01T00:00:00+08:00'),
    ]);
    expect(current.map(({ permitId }) => permitId)).toEqual(['soon', 'longer', 'open', 'later']);
    expect(past.map(({ permitId }) => permitId)).toEqual(['over']);
  });

  it('end on the day before a midnight, with the last second of a day, or in the midst of one', () => {
    const validFrom = '2026-11-01T00:00:00+08:00';
    expect(periodText({ validFrom, validTo: '2026-12-01T00:00:00+08:00' }, words)).toBe('2026-11-01 – 2026-11-30');
    expect(periodText({ validFrom, validTo: '2026-11-30T23:59:59+08:00' }, words)).toBe('2026-11-01 – 2026-11-30');
    expect(periodText({ validFrom: '2026-11-01T08:00:00+08:00', validTo: '2026-11-30T23:59:58+08:00' }, words)).toBe('2026-11-01 08:00:00 – 2026-11-30 23:59:58');
  });

  it('may have no begin and no end', () => {
    expect(periodText({ validFrom: null, validTo: null }, words)).toBe('长期有效');
    expect(periodText({ validFrom: null, validTo: '2026-12-01T00:00:00+08:00' }, words)).toBe('长期 – 2026-11-30');
    expect(periodText({ validFrom: '2026-11-01T00:00:00+08:00', validTo: null }, words)).toBe('2026-11-01 – 长期有效');
  });

  it('count in their hours, or all day', () => {
    expect(hoursText({ dailyFrom: '21:00:00', dailyTo: '05:00:00' }, words)).toBe('21:00–05:00');
    expect(hoursText({ dailyFrom: null, dailyTo: null }, words)).toBe('全天');
  });

  it('are late where they were entered after their begin, and no sooner', () => {
    const validFrom = '2026-11-01T00:00:00+08:00';
    expect(isLate({ validFrom, enteredAt: '2026-11-01T00:00:01+08:00' })).toBe(true);
    expect(isLate({ validFrom, enteredAt: validFrom })).toBe(false);
    expect(isLate({ validFrom, enteredAt: null })).toBe(false);
  });
});
