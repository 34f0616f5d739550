import type { Places } from './places';
import { worldAt } from '../view';

/** Who is nearer than this to the first of a cluster belongs to it, px. */
const REACH = 52;
/** A cluster holds from one zoom to the next one that counts: half a step. */
const STEPS = 2;
export const NO_CLUSTER = -1;

/** From this zoom on every vehicle stands for itself; a big fleet is held together for longer. */
export function clustersEnd(vehicles: number): number {
  return vehicles > 400 ? 13.2 : 11.2;
}

/** The zoom for which clusters are counted that are seen at another one. */
export const clusterLevel = (zoom: number): number => Math.floor(zoom * STEPS) / STEPS;

/** Vehicles that stand together: each to its cluster, or to none. */
export interface Clusters {
  /** By vehicle: the number of its cluster, or {@link NO_CLUSTER}. */
  of: Int32Array;
  /** Of clusters. */
  count: number;
}

/**
 * Holds vehicles together that would lie over each other at a zoom. The first one, in the order of their numbers, takes
 * all into its cluster that are near and in none yet: as the order stays, most clusters do when they are counted anew.
 */
export function cluster({ x, y }: Places, size: number, isShown: (vehicle: number) => boolean, level: number): Clusters {
  const reach = REACH / worldAt(level);
  const of = new Int32Array(size).fill(NO_CLUSTER);
  let count = 0;
  const squares = new Squares(x, y, reach);
  for (let vehicle = 0; vehicle < size; vehicle += 1) if (isShown(vehicle)) squares.add(vehicle);
  for (let vehicle = 0; vehicle < size; vehicle += 1) {
    if (!isShown(vehicle) || of[vehicle] !== NO_CLUSTER) continue;
    const near = squares.near(vehicle).filter((other) => of[other] === NO_CLUSTER);
    if (near.length < 2) continue;
    for (const member of near) of[member] = count;
    count += 1;
  }
  return { of, count };
}

/** Who is in which square of a grid. */
class Squares {
  private readonly squares = new Map<number, number[]>();

  constructor(
    private readonly x: Float64Array,
    private readonly y: Float64Array,
    private readonly side: number,
  ) {}

  add(vehicle: number): void {
    const key = this.key(this.column(vehicle), this.row(vehicle));
    const square = this.squares.get(key);
    if (square) square.push(vehicle);
    else this.squares.set(key, [vehicle]);
  }

  /** Who is no further away than a side, the vehicle itself among them. */
  near(vehicle: number): number[] {
    const { x, y, side } = this;
    const found: number[] = [];
    for (let column = this.column(vehicle) - 1; column <= this.column(vehicle) + 1; column += 1) {
      for (let row = this.row(vehicle) - 1; row <= this.row(vehicle) + 1; row += 1) {
        for (const other of this.squares.get(this.key(column, row)) ?? []) {
          if (Math.hypot(x[other] - x[vehicle], y[other] - y[vehicle]) <= side) found.push(other);
        }
      }
    }
    return found;
  }

  private column(vehicle: number): number {
    return Math.floor(this.x[vehicle] / this.side);
  }

  private row(vehicle: number): number {
    return Math.floor(this.y[vehicle] / this.side);
  }

  private key(column: number, row: number): number {
    return column * Math.ceil(1 / this.side) + row;
  }
}
