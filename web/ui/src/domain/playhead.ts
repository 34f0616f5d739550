import { useEffect, useState, useSyncExternalStore } from 'react';

/** The moment that map, bar and curves show together, and its way through time. */
export class Playhead {
  time: number;
  playing = false;
  /** Seconds of the track per second. */
  speed = 8;
  private readonly listeners = new Set<() => void>();
  private frame = 0;
  private shownAt = 0;

  constructor(
    readonly from: number,
    readonly to: number,
    start = from,
  ) {
    this.time = Math.min(to, Math.max(from, start));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly now = (): number => this.time;
  readonly isPlaying = (): boolean => this.playing;
  readonly speedNow = (): number => this.speed;

  seek(time: number): void {
    this.time = Math.min(this.to, Math.max(this.from, time));
    this.tell();
  }

  setSpeed(speed: number): void {
    this.speed = speed;
    this.tell();
  }

  toggle(): void {
    if (this.playing) this.pause();
    else this.play();
  }

  play(): void {
    if (this.time >= this.to) this.time = this.from;
    this.playing = true;
    this.shownAt = performance.now();
    this.frame = requestAnimationFrame(this.advance);
    this.tell();
  }

  pause(): void {
    this.playing = false;
    cancelAnimationFrame(this.frame);
    this.tell();
  }

  private readonly advance = (now: number): void => {
    if (!this.playing) return;
    this.time = Math.min(this.to, this.time + Math.max(0, now - this.shownAt) * this.speed);
    this.shownAt = now;
    if (this.time >= this.to) {
      this.pause();
      return;
    }
    this.tell();
    this.frame = requestAnimationFrame(this.advance);
  };

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

/** A playhead over a period; a new one when the period changes. */
export function usePlayhead(from: number, to: number, start?: number): Playhead {
  const [playhead, setPlayhead] = useState(() => new Playhead(from, to, start));
  useEffect(() => {
    const made = new Playhead(from, to, start);
    setPlayhead(made);
    return () => made.pause();
  }, [from, to, start]);
  return playhead;
}

export const useTime = (playhead: Playhead) => useSyncExternalStore(playhead.subscribe, playhead.now);
export const usePlaying = (playhead: Playhead) => useSyncExternalStore(playhead.subscribe, playhead.isPlaying);
export const useSpeed = (playhead: Playhead) => useSyncExternalStore(playhead.subscribe, playhead.speedNow);
