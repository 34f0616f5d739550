import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Told } from './told';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('tells many changes once, when the time is over', () => {
  const told = new Told(500);
  const watcher = vi.fn();
  told.subscribe(watcher);
  told.changed();
  vi.advanceTimersByTime(499);
  told.changed();
  expect(watcher).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(watcher).toHaveBeenCalledTimes(1);
  expect(told.snapshot()).toBe(1);
  vi.advanceTimersByTime(1000);
  expect(watcher).toHaveBeenCalledTimes(1);
});

test('tells a change after one that was told', () => {
  const told = new Told(100);
  told.changed();
  vi.advanceTimersByTime(100);
  told.changed();
  vi.advanceTimersByTime(100);
  expect(told.snapshot()).toBe(2);
});

test('tells nobody who has left, and nothing when it is stopped', () => {
  const told = new Told(100);
  const left = vi.fn();
  const stays = vi.fn();
  told.subscribe(left)();
  told.subscribe(stays);
  told.changed();
  vi.advanceTimersByTime(100);
  expect(left).not.toHaveBeenCalled();
  told.changed();
  told.stop();
  vi.advanceTimersByTime(1000);
  expect(stays).toHaveBeenCalledTimes(1);
});
