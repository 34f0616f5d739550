import { describe, expect, it } from 'vitest';
import { LOOKS, isAlarm, isFull, lookName, lookOf, type Seen } from './look';

const truck = (change: Partial<Seen> = {}): Seen => ({ kind: 'MUCK_TRUCK', state: 'MOVING', load: 'EMPTY', brush: null, pump: null, ...change });

describe('how a vehicle looks', () => {
  it('is told by a number, and every look has one of its own', () => {
    expect(LOOKS[lookOf(truck({ load: 'LOADED' }))]).toEqual({ shape: 'muck', state: 'MOVING', full: true });
    expect(LOOKS[lookOf(truck({ kind: 'SWEEPER', state: 'OFFLINE' }))]).toEqual({ shape: 'sanitation', state: 'OFFLINE', full: false });
    expect(new Set(LOOKS.map(lookName)).size).toBe(20);
  });

  it('lies above others the more it matters', () => {
    const order = (['OFFLINE', 'STOPPED', 'IDLE', 'MOVING', 'ALARM'] as const).map((state) => lookOf(truck({ state })));
    expect([...order].sort((a, b) => a - b)).toEqual(order);
  });

  it('is an alarm in that state alone', () => {
    const alarms = LOOKS.filter((_, look) => isAlarm(look));
    expect(alarms.every(({ state }) => state === 'ALARM')).toBe(true);
    expect(alarms).toHaveLength(4);
  });
});

describe('a symbol is filled', () => {
  it.each([['LOADED', true], ['PARTIAL', true], ['EMPTY', false], [null, false]] as const)('by a load of %s: %s', (load, full) => {
    expect(isFull(truck({ load }))).toBe(full);
  });

  it('while a sanitation vehicle works, whatever it carries', () => {
    const sweeper = (change: Partial<Seen>) => isFull(truck({ kind: 'WASH_SWEEPER', load: 'LOADED', ...change }));
    expect(sweeper({ brush: 'ON' })).toBe(true);
    expect(sweeper({ pump: 'ON' })).toBe(true);
    expect(sweeper({ brush: 'OFF', pump: 'OFF' })).toBe(false);
  });
});
