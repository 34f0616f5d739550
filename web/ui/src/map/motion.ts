const METRES_PER_DEGREE = 111_320;

export interface Pose {
  lon: number;
  lat: number;
  direction: number;
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

/** Most of a turn is done early: a truck points along its way and not along the next one. */
export function headingOnTheWay(from: number, to: number, share: number): number {
  return turn(from, to, Math.min(1, share * 3));
}

export function between(from: Pose, to: Pose, share: number): Pose {
  return {
    lon: from.lon + (to.lon - from.lon) * share,
    lat: from.lat + (to.lat - from.lat) * share,
    direction: headingOnTheWay(from.direction, to.direction, share),
  };
}
