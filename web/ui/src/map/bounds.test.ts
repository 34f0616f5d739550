import { expect, it } from 'vitest';
import type { Segments } from '../api/types';
import { coreBounds } from './bounds';

const lines = (coordinates: number[][][]): Segments => ({
  type: 'FeatureCollection',
  features: coordinates.map((line, i) => ({
    type: 'Feature',
    geometry: { type: 'LineString', coordinates: line },
    properties: { id: String(i), road: 'r', grade: '1', sides: 'FWD', speed_limit_kmh: null, tunnel: false },
  })),
});

it('leaves a long way out of the town out of the first view', () => {
  const grid = Array.from({ length: 50 }, (_, i) => [[i / 100, 0], [i / 100, 0.5]]);
  expect(coreBounds(lines([...grid, [[0.2, 0.5], [0.2, 9]]]))).toEqual([0.01, 0, 0.48, 0.5]);
});

it('is the whole of a small net, and nothing without streets', () => {
  expect(coreBounds(lines([[[1, 2], [3, 4]]]))).toEqual([1, 2, 3, 4]);
  expect(coreBounds(lines([]))).toBeNull();
});
