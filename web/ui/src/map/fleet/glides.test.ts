import { describe, expect, it } from 'vitest';
import { Glides } from './glides';
import { HIDDEN } from './look';
import { CALM, ALARM, reports } from './testReports';

/** Where a vehicle is that reported at second 0, and then again, at 0 of our time. */
function driven(timesSpeed: number, then: Float64Array): Glides {
  const glides = new Glides();
  glides.accept(reports({}), 0, timesSpeed);
  glides.accept(then, 0, timesSpeed);
  return glides;
}

function lonAt(glides: Glides, now: number, vehicle = 0): number {
  glides.place(now);
  return glides.poseOf(vehicle).lon;
}

describe('a vehicle between two reports', () => {
  it('is half way after half of the interval, and then stands', () => {
    const glides = driven(1, reports({ second: 10, lon: 119.101 }));
    expect(lonAt(glides, 5000)).toBeCloseTo(119.1005, 9);
    expect(lonAt(glides, 10_000)).toBeCloseTo(119.101, 9);
    expect(lonAt(glides, 60_000)).toBeCloseTo(119.101, 9);
    expect(glides.stillFrom).toBe(10_000);
  });

  it('needs a tenth of the time in a simulation of ten times the speed', () => {
    expect(lonAt(driven(10, reports({ second: 10, lon: 119.101 })), 500)).toBeCloseTo(119.1005, 9);
  });

  it('starts from where it is drawn when the next report comes early', () => {
    const glides = driven(1, reports({ second: 10, lon: 119.102 }));
    glides.accept(reports({ second: 12, lon: 119.102 }), 5000, 1);
    expect(lonAt(glides, 5000)).toBeCloseTo(119.101, 9);
    expect(lonAt(glides, 7000)).toBeCloseTo(119.102, 9);
  });

  it.each([
    ['a long silence', { second: 15.001, lon: 119.101 }],
    ['a long way', { second: 10, lon: 119.117 }],
    ['an older report', { second: -5, lon: 119.099 }],
  ])('leaps after %s', (_, report) => {
    expect(lonAt(driven(1, reports(report)), 1)).toBeCloseTo(report.lon, 9);
  });

  it('glides over what is just no leap', () => {
    expect(lonAt(driven(1, reports({ second: 15, lon: 119.1167 })), 7500)).toBeCloseTo(119.10835, 9);
  });

  it('turns into its new direction on the first third of the way', () => {
    const glides = driven(1, reports({ second: 9, lon: 119.101, direction: 180 }));
    glides.place(1500);
    expect(glides.poseOf(0).direction).toBeCloseTo(135, 6);
    glides.place(3000);
    expect(glides.poseOf(0).direction).toBeCloseTo(180, 6);
  });

  it('keeps its direction where a report knows none', () => {
    const glides = driven(1, reports({ second: 10, lon: 119.101, direction: -1 }));
    glides.place(10_000);
    expect(glides.poseOf(0).direction).toBe(90);
  });
});

it('a report of a known time changes the look, and not the drive', () => {
  const glides = driven(1, reports({ second: 10, lon: 119.101 }));
  glides.accept(reports({ second: 10, lon: 119.101, look: ALARM }), 4000, 1);
  expect(lonAt(glides, 5000)).toBeCloseTo(119.1005, 9);
  expect(glides.look[0]).toBe(ALARM);
});

it('knows who is shown', () => {
  const glides = new Glides();
  glides.accept(reports({ vehicle: 0, look: HIDDEN }, { vehicle: 1, look: CALM }), 0, 1);
  expect([0, 1].map((vehicle) => glides.isShown(vehicle))).toEqual([false, true]);
});

it('keeps all when there come to be many', () => {
  const glides = new Glides();
  const fleet = Array.from({ length: 1000 }, (_, vehicle) => ({ vehicle, lon: 100 + vehicle / 100 }));
  glides.accept(reports(...fleet), 0, 1);
  expect(glides.size).toBe(1000);
  for (const vehicle of [0, 63, 64, 999]) expect(lonAt(glides, 0, vehicle)).toBeCloseTo(100 + vehicle / 100, 9);
});
