import type { Pose } from '../motion';
import { NO_CLUSTER, cluster, clusterLevel, clustersEnd, type Clusters } from './clusters';
import { Glides } from './glides';
import { isAlarm } from './look';
import { SPOT_SIZE } from './protocol';
import { mercatorX, mercatorY, zoomOf, type View } from '../view';

/** Clusters are counted anew this often, ms; until then they travel with those that are in them. */
const COUNT_EVERY = 2000;
/** Alerts are shown from this zoom on. */
const SPOTS_FROM = 11;
/** So far beyond the edge a symbol may be seen, px. */
const SYMBOL = 32;

interface Mark {
  /** From the middle of the view, px. */
  x: number;
  y: number;
}

export interface ClusterMark extends Mark {
  count: number;
  alarm: boolean;
}

export interface VehicleMark extends Mark {
  vehicle: number;
  look: number;
  direction: number;
  selected: boolean;
}

export interface SpotMark extends Mark {
  spot: number;
  grade: number;
  late: boolean;
}

/** What a picture shows, each list from the lowest to the uppermost. */
export interface Marks {
  spots: SpotMark[];
  clusters: ClusterMark[];
  vehicles: VehicleMark[];
}

/** What somebody wants to see of the fleet. */
export interface Wanted {
  clusters: boolean;
  /** Number of the selected vehicle. */
  selected: number | null;
}

/** The fleet and the alerts, and what of them is to be seen of a view at a moment. */
export class Scene {
  wanted: Wanted = { clusters: true, selected: null };
  spots: Float64Array = new Float64Array(0);
  private readonly fleet = new Glides();
  private acceptedAt = -Infinity;
  private clusters: Clusters = { of: new Int32Array(0), count: 0 };
  private countedAt = -Infinity;
  private countedFor = NaN;

  accept(reports: Float64Array, now: number, timesSpeed: number): void {
    this.fleet.accept(reports, now, timesSpeed);
    this.acceptedAt = now;
  }

  /** Whether a picture would now be another than it was at a moment. */
  hasMovedSince(moment: number): boolean {
    return Math.max(this.acceptedAt, this.fleet.stillFrom) >= moment;
  }

  /** Has the clusters counted with the next picture: others are to be seen than before. */
  countAnew(): void {
    this.countedAt = -Infinity;
  }

  /** @param margin how far beyond the edges of the view, px */
  marks(view: View, margin: number, now: number): Marks {
    this.fleet.place(now);
    const inside = new Frame(view, margin);
    const zoom = zoomOf(view);
    const clustered = this.wanted.clusters && zoom < clustersEnd(this.fleet.size);
    if (clustered) this.count(clusterLevel(zoom), now);
    return {
      spots: zoom < SPOTS_FROM ? [] : this.spotMarks(inside),
      clusters: clustered ? this.clusterMarks(inside) : [],
      vehicles: this.vehicleMarks(inside, clustered),
    };
  }

  /** Where the selected vehicle is drawn. */
  selectedPose(): Pose | null {
    const { selected } = this.wanted;
    return selected === null ? null : this.fleet.poseOf(selected);
  }

  private count(level: number, now: number): void {
    const { fleet } = this;
    if (now - this.countedAt < COUNT_EVERY && level === this.countedFor && this.clusters.of.length === fleet.size) return;
    this.clusters = cluster(fleet.at, fleet.size, (vehicle) => fleet.isShown(vehicle), level);
    this.countedAt = now;
    this.countedFor = level;
  }

  private clusterMarks(inside: Frame): ClusterMark[] {
    const { fleet } = this;
    const marks = Array.from({ length: this.clusters.count }, () => ({ x: 0, y: 0, count: 0, alarm: false }));
    for (let vehicle = 0; vehicle < fleet.size; vehicle += 1) {
      const own = this.clusters.of[vehicle];
      if (own === NO_CLUSTER || !fleet.isShown(vehicle)) continue;
      const mark = marks[own];
      mark.x += fleet.at.x[vehicle];
      mark.y += fleet.at.y[vehicle];
      mark.count += 1;
      mark.alarm ||= isAlarm(fleet.look[vehicle]);
    }
    return marks.filter((mark) => {
      mark.x = inside.right(mark.x / mark.count);
      mark.y = inside.down(mark.y / mark.count);
      return mark.count > 0 && inside.holds(mark);
    });
  }

  private vehicleMarks(inside: Frame, clustered: boolean): VehicleMark[] {
    const { at, look, size } = this.fleet;
    const marks: VehicleMark[] = [];
    for (let vehicle = 0; vehicle < size; vehicle += 1) {
      const selected = vehicle === this.wanted.selected;
      if (!this.fleet.isShown(vehicle) || (clustered && !selected && this.clusters.of[vehicle] !== NO_CLUSTER)) continue;
      const place = { x: inside.right(at.x[vehicle]), y: inside.down(at.y[vehicle]) };
      if (inside.holds(place)) marks.push({ ...place, vehicle, look: look[vehicle], direction: at.direction[vehicle], selected });
    }
    return marks.sort((a, b) => Number(a.selected) - Number(b.selected) || a.look - b.look);
  }

  private spotMarks(inside: Frame): SpotMark[] {
    const marks: SpotMark[] = [];
    for (let i = 0; i < this.spots.length; i += SPOT_SIZE) {
      const [spot, lon, lat, grade, late] = this.spots.subarray(i, i + SPOT_SIZE);
      const place = { x: inside.right(mercatorX(lon)), y: inside.down(mercatorY(lat)) };
      if (inside.holds(place)) marks.push({ ...place, spot, grade, late: late === 1 });
    }
    return marks;
  }
}

/** From the Mercator square to px from the middle of a view. */
class Frame {
  private readonly widest: number;
  private readonly highest: number;

  constructor(
    private readonly view: View,
    margin: number,
  ) {
    this.widest = view.width / 2 + margin + SYMBOL;
    this.highest = view.height / 2 + margin + SYMBOL;
  }

  right(x: number): number {
    return (x - this.view.x) * this.view.world;
  }

  down(y: number): number {
    return (y - this.view.y) * this.view.world;
  }

  holds({ x, y }: Mark): boolean {
    return Math.abs(x) <= this.widest && Math.abs(y) <= this.highest;
  }
}
