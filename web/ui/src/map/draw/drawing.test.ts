import { describe, expect, it } from 'vitest';
import { add, begin, crossesItself, drawingOf, geometryOf, insert, isWhole, middles, move, redo, remove, undo, type Point } from './drawing';
import { areaOf, distance, lengthOf } from './measure';

const SQUARE: Point[] = [
  [119, 36],
  [119.01, 36],
  [119.01, 36.01],
  [119, 36.01],
];

describe('a drawing', () => {
  it('takes every step back, and forth again until another one is made', () => {
    let drawing = begin('LineString');
    for (const point of SQUARE.slice(0, 3)) drawing = add(drawing, point);
    drawing = move(drawing, 1, [119.5, 36]);
    drawing = remove(drawing, 0);
    expect(drawing.points).toHaveLength(2);
    const back = undo(undo(drawing));
    expect(back.points).toEqual(SQUARE.slice(0, 3));
    expect(redo(redo(back)).points).toEqual(drawing.points);
    expect(redo(add(back, [0, 0])).points).toHaveLength(4);
    expect(undo(begin('Polygon')).points).toEqual([]);
  });

  it('is whole with two points as a line and with three as a polygon', () => {
    expect([1, 2].map((n) => isWhole(begin('LineString', SQUARE.slice(0, n))))).toEqual([false, true]);
    expect([2, 3].map((n) => isWhole(begin('Polygon', SQUARE.slice(0, n))))).toEqual([false, true]);
    expect(geometryOf(begin('Polygon', SQUARE.slice(0, 2)))).toBeNull();
  });

  it('has a middle on every side, the last one of a polygon too', () => {
    expect(middles(begin('LineString', SQUARE)).map(({ index }) => index)).toEqual([1, 2, 3]);
    const sides = middles(begin('Polygon', SQUARE));
    expect(sides.map(({ index }) => index)).toEqual([1, 2, 3, 4]);
    expect(sides[3].point[1]).toBeCloseTo(36.005, 9);
    expect(insert(begin('Polygon', SQUARE), 4, sides[3].point).points[4]).toEqual(sides[3].point);
  });

  it('knows when it crosses itself', () => {
    expect(crossesItself(begin('Polygon', SQUARE))).toBe(false);
    expect(crossesItself(begin('Polygon', [SQUARE[0], SQUARE[2], SQUARE[1], SQUARE[3]]))).toBe(true);
    expect(crossesItself(begin('LineString', [SQUARE[0], SQUARE[2], SQUARE[1], SQUARE[3]]))).toBe(false);
  });

  it('is the geometry that it was made of', () => {
    const polygon = geometryOf(begin('Polygon', SQUARE));
    expect(polygon?.coordinates[0]).toHaveLength(5);
    expect(drawingOf(polygon)?.points).toEqual(SQUARE);
    expect(drawingOf({ type: 'MultiPolygon', coordinates: [[...polygon!.coordinates] as number[][][], [[[0, 0], [1, 0], [1, 1], [0, 0]]]] })).toBeNull();
  });
});

describe('measures', () => {
  it('are of the sphere', () => {
    expect(distance([119, 36], [119, 37])).toBeCloseTo(111_195, -1);
    expect(lengthOf(begin('LineString', SQUARE.slice(0, 2)))).toBeCloseTo(899.6, 0);
    expect(lengthOf(begin('Polygon', SQUARE))).toBeCloseTo(2 * (1111.95 + 899.6), -1);
    expect(areaOf(SQUARE)).toBeCloseTo(1111.95 * 899.55, -4);
    expect(areaOf(SQUARE.slice(0, 2))).toBe(0);
  });
});
