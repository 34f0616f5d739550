import type { Live } from '../api/types';

/** A report later than this is a leap and not a drive: the symbol is put there at once. */
const LONGEST_GLIDE_MS = 15_000;
const LEAP_METRES = 1_500;
const METRES_PER_DEGREE = 111_320;

export interface Pose {
  lon: number;
  lat: number;
  direction: number;
}

/** Degrees. */
export interface Area {
  west: number;
  south: number;
  east: number;
  north: number;
}

interface Glide {
  live: Live;
  from: Pose;
  startedAt: number;
  lasts: number;
}

/** Whether the box around two places and the area have a point in common. */
function meets(a: Pose, b: Pose, { west, south, east, north }: Area): boolean {
  return (
    Math.max(a.lon, b.lon) >= west && Math.min(a.lon, b.lon) <= east && Math.max(a.lat, b.lat) >= south && Math.min(a.lat, b.lat) <= north
  );
}

export function metresBetween(a: { lon: number; lat: number }, b: { lon: number; lat: number }): number {
  const dy = (b.lat - a.lat) * METRES_PER_DEGREE;
  const dx = (b.lon - a.lon) * METRES_PER_DEGREE * Math.cos((a.lat * Math.PI) / 180);
  return Math.hypot(dx, dy);
}

/** Between two headings by the shorter way round, degrees. */
export function turn(from: number, to: number, share: number): number {
  const difference = ((to - from + 540) % 360) - 180;
  return (from + difference * share + 360) % 360;
}

export function between(from: Pose, to: Pose, share: number): Pose {
  return {
    lon: from.lon + (to.lon - from.lon) * share,
    lat: from.lat + (to.lat - from.lat) * share,
    // Most of a turn is done early: a truck points along its way and not along the next one.
    direction: turn(from.direction, to.direction, Math.min(1, share * 3)),
  };
}

/**
 * Carries each vehicle from report to report in the time that lies between the two, in our seconds:
 * in a simulation that runs ten times as fast, in a tenth of it.
 */
export class Motion {
  private readonly glides = new Map<string, Glide>();

  constructor(private readonly timesSpeed: () => number) {}

  accept(live: Live, now: number): void {
    const old = this.glides.get(live.plate);
    if (!old) {
      this.glides.set(live.plate, { live, from: live, startedAt: now, lasts: 0 });
      return;
    }
    const from = this.pose(old, now);
    const to = live.direction < 0 ? { ...live, direction: from.direction } : live;
    const apart = Date.parse(live.time) - Date.parse(old.live.time);
    const lasts = apart / Math.max(0.1, this.timesSpeed());
    const leaps = lasts <= 0 || lasts > LONGEST_GLIDE_MS || metresBetween(from, live) > LEAP_METRES;
    this.glides.set(live.plate, { live: to, from, startedAt: now, lasts: leaps ? 0 : lasts });
  }

  /** Whether any vehicle is still under way to its last report. */
  moving(now: number): boolean {
    for (const glide of this.glides.values()) {
      if (now < glide.startedAt + glide.lasts) return true;
    }
    return false;
  }

  poseOf(plate: string, now: number): Pose | null {
    const glide = this.glides.get(plate);
    return glide ? this.pose(glide, now) : null;
  }

  /** Visits each as it reported last. */
  each(visit: (live: Live) => void): void {
    for (const glide of this.glides.values()) visit(glide.live);
  }

  visit(plate: string, now: number, visit: (live: Live, pose: Pose) => void): void {
    const glide = this.glides.get(plate);
    if (glide) visit(glide.live, this.pose(glide, now));
  }

  /** Visits who may be in a rectangle: of ten thousand on the way, some hundreds have to be placed. */
  within(area: Area, now: number, visit: (live: Live, pose: Pose) => void): void {
    for (const glide of this.glides.values()) {
      if (meets(glide.from, glide.live, area)) visit(glide.live, this.pose(glide, now));
    }
  }

  private pose(glide: Glide, now: number): Pose {
    const share = glide.lasts === 0 ? 1 : Math.min(1, (now - glide.startedAt) / glide.lasts);
    return between(glide.from, glide.live, share);
  }
}
