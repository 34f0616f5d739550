import { describe, expect, it } from 'vitest';
import type { Live, Places, Segments } from '../../../api/types';
import { cameraSpots, closureLines, countSpots, insideNow, isWithin } from './cityNow';

const RING = [[119, 36], [119.2, 36], [119.2, 36.1], [119, 36.1], [119, 36]];
const place = (id: string, kind: string) => ({ type: 'Feature' as const, geometry: { type: 'Polygon' as const, coordinates: [RING] }, properties: { id, name: id, kind } });
const PLACES: Places = { type: 'FeatureCollection', features: [place('W', 'SITE'), place('X', 'DISPOSAL'), place('D', 'DEPOT')] };
const live = (lon: number, lat: number, state = 'PARKED') => ({ plate: '鲁V00001', lon, lat, state }) as Live;
const WORDS = { out: (n: number) => `out ${n}`, in: (n: number) => `in ${n}`, inside: (n: number) => `there ${n}` };

describe('the present on the map', () => {
  it('knows what is within a ring', () => {
    expect(isWithin(119.1, 36.05, RING)).toBe(true);
    expect(isWithin(119.21, 36.05, RING)).toBe(false);
    expect(isWithin(119.1, 36.11, RING)).toBe(false);
    const notched = [[0, 0], [4, 0], [4, 4], [2, 1], [0, 4], [0, 0]];
    expect(isWithin(2, 2, notched)).toBe(false);
    expect(isWithin(2, 0.5, notched)).toBe(true);
  });

  it('counts vehicles on the air at sites and grounds', () => {
    expect([...insideNow(PLACES, [live(119.1, 36.05), live(119.1, 36.06, 'OFFLINE'), live(119.3, 36.05)])]).toEqual([['W', 1], ['X', 1]]);
  });

  it('tells loads out of sites and into grounds, and leaves quiet places out', () => {
    const loads = [{ placeId: 'W', out: 3, in: 2 }, { placeId: 'X', out: 0, in: 5 }, { placeId: 'D', out: 0, in: 9 }];
    const texts = (spots: ReturnType<typeof countSpots>) => spots.features.map(({ properties }) => properties?.text as string);
    expect(texts(countSpots(PLACES, loads, new Map([['W', 2]]), WORDS))).toEqual(['out 3 · there 2', 'in 5 · there 0']);
    expect(texts(countSpots(PLACES, [], new Map([['X', 1]]), WORDS))).toEqual(['in 0 · there 1']);
  });

  it('draws the cameras of a place beside one another, and none of a place that is gone', () => {
    const camera = (id: string, placeId: string) => ({ id, placeId, works: true });
    const spots = cameraSpots(PLACES, [camera('K1', 'W'), camera('K2', 'W'), camera('K3', 'gone')]);
    expect(spots.features.map(({ geometry }) => geometry.coordinates)).toEqual([RING[0], RING[1]]);
  });

  it('draws a closed road once, and says where water is why', () => {
    const segment = (id: string) => ({ type: 'Feature' as const, geometry: { type: 'LineString' as const, coordinates: [[119, 36], [119.1, 36]] }, properties: { id, road: '', grade: '1', sides: '', speed_limit_kmh: null, tunnel: false } });
    const segments: Segments = { type: 'FeatureCollection', features: [segment('S1'), segment('S2'), segment('S3')] };
    const closures = [{ segmentIds: ['S1', 'S2'], underpass: '', from: null, to: null }, { segmentIds: ['S2'], underpass: '北海路', from: null, to: null }];
    const lines = closureLines(segments, closures, (underpass) => `closed ${underpass}`);
    expect(lines.features.map(({ properties }) => properties)).toEqual([{ id: 'S1', text: 'closed ' }, { id: 'S2', text: 'closed 北海路' }]);
  });
});
