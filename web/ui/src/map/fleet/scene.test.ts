import { describe, expect, it } from 'vitest';
import { HIDDEN } from './look';
import { Scene } from './scene';
import { ALARM, CALM, reports } from './testReports';
import { mercatorX, mercatorY, worldAt, type View } from '../view';

const LON = 119.1;
const LAT = 36.7;
const PX_OF_A_DEGREE = (zoom: number) => worldAt(zoom) / 360;

const view = (zoom: number): View => ({ x: mercatorX(LON), y: mercatorY(LAT), world: worldAt(zoom), width: 800, height: 600, ratio: 1 });

/** Vehicles so many px east of the middle at a zoom. */
function scene(zoom: number, vehicles: { px: number; look?: number }[]): Scene {
  const made = new Scene();
  made.accept(reports(...vehicles.map(({ px, look = CALM }, vehicle) => ({ vehicle, lon: LON + px / PX_OF_A_DEGREE(zoom), lat: LAT, look }))), 0, 1);
  return made;
}

describe('of the fleet is seen', () => {
  it('who is in the view or just beyond its edge', () => {
    const { vehicles } = scene(14, [{ px: 0 }, { px: 431 }, { px: 433 }, { px: -431 }]).marks(view(14), 0, 0);
    expect(vehicles.map(({ vehicle }) => vehicle)).toEqual([0, 1, 3]);
    expect(vehicles[1].x).toBeCloseTo(431, 6);
    expect(vehicles[1].y).toBeCloseTo(0, 6);
  });

  it('in the streets everybody, those with an alarm above the others', () => {
    const { vehicles, clusters } = scene(14, [{ px: 0, look: ALARM }, { px: 10 }, { px: 20, look: HIDDEN }]).marks(view(14), 0, 0);
    expect(vehicles.map(({ vehicle }) => vehicle)).toEqual([1, 0]);
    expect(clusters).toEqual([]);
  });

  it('in the city who stands together as one, red where one of them has an alarm', () => {
    const { vehicles, clusters } = scene(10, [{ px: 0 }, { px: 20 }, { px: 100, look: ALARM }, { px: 120 }, { px: 300 }]).marks(view(10), 0, 0);
    expect(clusters.map(({ count, alarm }) => [count, alarm])).toEqual([[2, false], [2, true]]);
    expect(clusters[1].x).toBeCloseTo(110, 6);
    expect(vehicles.map(({ vehicle }) => vehicle)).toEqual([4]);
  });

  it('each alone where no clusters are wanted', () => {
    const made = scene(10, [{ px: 0 }, { px: 20 }]);
    made.wanted = { clusters: false, selected: null };
    expect(made.marks(view(10), 0, 0)).toMatchObject({ clusters: [], vehicles: [{ vehicle: 0 }, { vehicle: 1 }] });
  });

  it('the selected one also beside its cluster', () => {
    const made = scene(10, [{ px: 0 }, { px: 20 }]);
    made.wanted = { clusters: true, selected: 1 };
    const { clusters, vehicles } = made.marks(view(10), 0, 0);
    expect(clusters).toHaveLength(1);
    expect(vehicles).toMatchObject([{ vehicle: 1, selected: true }]);
    expect(made.selectedPose()?.lat).toBeCloseTo(LAT, 6);
  });
});

describe('a cluster', () => {
  const together = () => scene(10, [{ px: 0 }, { px: 20 }, { px: 40 }]);
  const hide = (made: Scene) => made.accept(reports({ vehicle: 2, lon: LON, look: HIDDEN }), 100, 1);

  it('loses at once who is hidden', () => {
    const made = together();
    made.marks(view(10), 0, 0);
    hide(made);
    expect(made.marks(view(10), 0, 100).clusters[0].count).toBe(2);
  });

  it('is counted anew after two seconds, at another zoom, and when others are to be seen', () => {
    const parted = { vehicle: 1, second: 60, lon: LON + 300 / PX_OF_A_DEGREE(10), lat: LAT };
    const counts = (zoom: number, now: number, anew = false) => {
      const made = scene(10, [{ px: 0 }, { px: 20 }]);
      made.marks(view(10), 0, 0);
      made.accept(reports(parted), 0, 1);
      if (anew) made.countAnew();
      return made.marks(view(zoom), 0, now).clusters.length;
    };
    expect(counts(10, 1999)).toBe(1);
    expect(counts(10, 2000)).toBe(0);
    expect(counts(10.5, 1)).toBe(0);
    expect(counts(10, 1, true)).toBe(0);
  });
});

describe('alerts', () => {
  const spots = Float64Array.from([5, LON, LAT, 1, 1, 6, LON + 10, LAT, 0, 0]);

  it('are seen where they happened, from the districts down', () => {
    const made = scene(14, []);
    made.spots = spots;
    expect(made.marks(view(11), 0, 0).spots).toMatchObject([{ spot: 5, grade: 1, late: true }]);
    expect(made.marks(view(10.9), 0, 0).spots).toEqual([]);
  });
});

describe('a next picture', () => {
  it('is another one while somebody drives or has reported since', () => {
    const made = scene(14, [{ px: 0 }]);
    expect(made.hasMovedSince(0)).toBe(true);
    expect(made.hasMovedSince(1)).toBe(false);
    made.accept(reports({ second: 10, lon: LON + 0.001 }), 1000, 1);
    expect(made.hasMovedSince(11_000)).toBe(true);
    expect(made.hasMovedSince(11_001)).toBe(false);
  });
});
