import { describe, expect, it } from 'vitest';
import { NO_CLUSTER, cluster, clusterLevel, clustersEnd } from './clusters';
import { Places } from './places';
import { worldAt } from '../view';

const LEVEL = 10;
const all = () => true;

/** Vehicles in a row, at so many px of the level. */
function row(...px: number[]): Places {
  const places = new Places(px.length);
  px.forEach((at, vehicle) => places.put(vehicle, 0.5 + at / worldAt(LEVEL), 0.5, 0));
  return places;
}

const counted = (places: Places, isShown: (vehicle: number) => boolean = all) => [...cluster(places, places.x.length, isShown, LEVEL).of];

describe('vehicles at a zoom', () => {
  it('are held together within 52 px', () => {
    expect(counted(row(0, 51.9))).toEqual([0, 0]);
    expect(counted(row(0, 52.1))).toEqual([NO_CLUSTER, NO_CLUSTER]);
  });

  it('belong to one cluster each, that of the first who is near', () => {
    const { of, count } = cluster(row(0, 40, 80, 100), 4, all, LEVEL);
    expect([...of]).toEqual([0, 0, 1, 1]);
    expect(count).toBe(2);
  });

  it('are near across the lines of the grid, in every direction', () => {
    const places = new Places(5);
    [[0, 0], [30, 30], [-30, 30], [30, -30], [-30, -30]].forEach(([x, y], vehicle) => places.put(vehicle, 0.5 + x / worldAt(LEVEL), 0.5 + y / worldAt(LEVEL), 0));
    expect(counted(places)).toEqual([0, 0, 0, 0, 0]);
  });

  it('do not count while nobody wants to see them', () => {
    expect(counted(row(0, 10, 20), (vehicle) => vehicle !== 1)).toEqual([0, NO_CLUSTER, 0]);
    expect(counted(row(0, 10), (vehicle) => vehicle === 0)).toEqual([NO_CLUSTER, NO_CLUSTER]);
  });

  it('part when the map is zoomed in', () => {
    const places = row(0, 51);
    expect([...cluster(places, 2, all, LEVEL + 0.5).of]).toEqual([NO_CLUSTER, NO_CLUSTER]);
  });
});

it('clusters are counted for half steps of the zoom', () => {
  expect([10, 10.49, 10.5, 10.99, 11].map(clusterLevel)).toEqual([10, 10, 10.5, 10.5, 11]);
});

it('a big fleet is held together for longer', () => {
  expect(clustersEnd(400)).toBeLessThan(clustersEnd(401));
});
