import { describe, expect, it } from 'vitest';
import type { Live } from '../api/types';
import { ClusterFeed } from './clusterFeed';

const report = (plate: string, lon: number): Live => ({
  plate,
  kind: 'MUCK_TRUCK',
  company: 'c',
  time: '2026-01-01T00:00:00Z',
  lon,
  lat: 36.7,
  speedKmh: 40,
  direction: 90,
  state: 'MOVING',
  acc: true,
  cover: null,
  lift: null,
  load: null,
  weightT: null,
  brush: null,
  pump: null,
});
const all = () => true;

describe('what the clusters are told', () => {
  it('is the last report of each who has reported since, once', () => {
    const feed = new ClusterFeed();
    feed.accept(report('A', 119.1));
    feed.accept(report('B', 119.2));
    feed.accept(report('A', 119.3));
    const { add, remove } = feed.take(all);
    expect(add.map(({ properties, geometry }) => [properties.plate, geometry.coordinates[0]])).toEqual([['A', 119.3], ['B', 119.2]]);
    expect(remove).toEqual([]);
    expect(feed.take(all)).toEqual({ add: [], remove: [] });
  });

  it('takes away who is hidden, and only if he was there', () => {
    const feed = new ClusterFeed();
    feed.accept(report('A', 119.1));
    feed.take(all);
    feed.accept(report('A', 119.1));
    feed.accept(report('B', 119.2));
    expect(feed.take(() => false)).toEqual({ add: [], remove: ['A'] });
    feed.accept(report('A', 119.1));
    expect(feed.take(() => false)).toEqual({ add: [], remove: [] });
  });
});
