import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Painter } from './painter';
import type { Picture } from './protocol';
import { reports } from './testReports';
import { mercatorX, mercatorY, worldAt, type View } from '../view';

const LON = 119.1;
/** In the streets: a picture every 92 ms. */
const STREETS = 14.5;

const view = (zoom: number): View => ({ x: mercatorX(LON), y: mercatorY(36.7), world: worldAt(zoom), width: 800, height: 600, ratio: 1 });

let pictures: Picture[];
let painter: Painter;

beforeEach(() => {
  vi.useFakeTimers();
  pictures = [];
  painter = new Painter(
    (picture) => pictures.push(picture),
    () => ({ draw: ({ vehicles }) => ({ bitmap: null as unknown as ImageBitmap, targets: Float32Array.from(vehicles.map(({ x }) => x)) }) }),
  );
  painter.accept({ type: 'begin', mode: 'light' });
});
afterEach(() => vi.useRealTimers());

const tell = (list: Float64Array, anew = false) => painter.accept({ type: 'reports', reports: list, plates: ['A'], timesSpeed: 1, anew });

/** One vehicle drives for ten seconds. */
function drive(): void {
  tell(reports({ lon: LON }), true);
  tell(reports({ second: 10, lon: LON + 0.001 }));
}

it('draws nothing before it knows what the map shows', () => {
  drive();
  vi.advanceTimersByTime(60_000);
  expect(pictures).toEqual([]);
  painter.accept({ type: 'view', view: view(STREETS) });
  vi.advanceTimersByTime(0);
  expect(pictures).toHaveLength(1);
});

it('makes the next picture when the last one is on the screen, and the vehicle has driven half a pixel', () => {
  painter.accept({ type: 'view', view: view(STREETS) });
  drive();
  vi.advanceTimersByTime(5000);
  expect(pictures).toHaveLength(1);
  painter.accept({ type: 'shown' });
  vi.advanceTimersByTime(0);
  painter.accept({ type: 'shown' });
  vi.advanceTimersByTime(50);
  expect(pictures).toHaveLength(2);
  vi.advanceTimersByTime(50);
  expect(pictures).toHaveLength(3);
  expect(pictures[2].targets[0]).toBeGreaterThan(pictures[1].targets[0]);
});

it('draws a moved map at once, and only the last of its views', () => {
  painter.accept({ type: 'view', view: view(10) });
  drive();
  vi.advanceTimersByTime(0);
  painter.accept({ type: 'view', view: view(10.1) });
  painter.accept({ type: 'view', view: view(10.2) });
  painter.accept({ type: 'shown' });
  vi.advanceTimersByTime(0);
  expect(pictures.map(({ view: { world } }) => world)).toEqual([worldAt(10), worldAt(10.2)]);
});

it('rests while nobody moves, until somebody reports', () => {
  painter.accept({ type: 'view', view: view(STREETS) });
  tell(reports({ lon: LON }), true);
  vi.advanceTimersByTime(0);
  painter.accept({ type: 'shown' });
  vi.advanceTimersByTime(200);
  const still = pictures.length;
  painter.accept({ type: 'shown' });
  vi.advanceTimersByTime(60_000);
  expect(pictures).toHaveLength(still);
  tell(reports({ second: 100, lon: LON + 0.001 }));
  vi.advanceTimersByTime(200);
  expect(pictures).toHaveLength(still + 1);
});

it('says where the selected vehicle stands in the picture', () => {
  painter.accept({ type: 'view', view: view(STREETS) });
  drive();
  vi.advanceTimersByTime(0);
  expect(pictures[0].pose).toBeNull();
  painter.accept({ type: 'wanted', wanted: { clusters: true, selected: 0 } });
  painter.accept({ type: 'shown' });
  vi.advanceTimersByTime(0);
  expect(pictures[1].pose?.lon).toBeGreaterThanOrEqual(LON);
});
