import type { Feature, Point } from 'geojson';
import type { Map as MapLibre } from 'maplibre-gl';
import type { Live } from '../api/types';
import { ClusterFeed, tellClusters } from './clusterFeed';
import { iconName } from './icons';
import { Motion, type Pose } from './motion';
import { Pace } from './pace';
import { setData } from './useLayers';
import { CLUSTERS, type VehicleFeatureProperties } from './vehicleStyle';

/** Milliseconds between two pictures of the moving fleet; more for a big one. */
const FRAME_MS = 50;
const BIG_FLEET = 400;
const BIG_FLEET_FRAME_MS = 125;
/** Clusters are counted anew this often. */
const CLUSTER_MS = 2000;

/** What somebody wants to see of the fleet. */
export interface Wanted {
  visible: (live: Live) => boolean;
  clusters: boolean;
  selected: string | null;
  follow: boolean;
  /** Told of where the selected vehicle is drawn, with every picture. */
  onPose?: (pose: Pose | null) => void;
}

/** Draws the fleet on a map again and again, at the pace that the machine can bear. */
export class FleetDrawing {
  private readonly motion: Motion;
  private readonly clusters = new ClusterFeed();
  private readonly pace = new Pace();
  private readonly endings: (() => void)[] = [];
  private handle = 0;
  private drawnAt = -Infinity;
  private clusteredAt = -Infinity;
  private drawn = 0;
  private seen: Wanted | null = null;
  /** Something else is to be seen than before: for that nobody waits until the page has rested. */
  private due = true;

  /** @param end zoom from which on every vehicle stands for itself */
  constructor(
    private readonly map: MapLibre,
    private readonly end: number,
    private readonly wanted: () => Wanted,
    timesSpeed: () => number,
  ) {
    this.motion = new Motion(timesSpeed);
  }

  accept(positions: Iterable<Live>): void {
    const now = performance.now();
    for (const live of positions) {
      this.motion.accept(live, now);
      this.clusters.accept(live);
    }
  }

  start(): void {
    const moved = this.map.on('moveend', () => {
      this.due = true;
    });
    this.endings.push(() => moved.unsubscribe(), this.pace.watch(), markFirstPicture(this.map));
    this.handle = requestAnimationFrame(this.frame);
  }

  stop(): void {
    cancelAnimationFrame(this.handle);
    for (const end of this.endings) end();
  }

  private readonly frame = (now: number): void => {
    const wanted = this.wanted();
    if (wanted.visible !== this.seen?.visible || wanted.selected !== this.seen.selected) this.due = true;
    if ((this.due || this.pace.mayDraw(now)) && this.isReady(now)) {
      this.draw(wanted, now);
      if (wanted.clusters) this.cluster(wanted, now);
      this.pace.drew(now);
      this.seen = wanted;
      this.due = false;
    }
    this.handle = requestAnimationFrame(this.frame);
  };

  /** A map that is still busy with the last picture is given no next one. */
  private isReady(now: number): boolean {
    const wait = this.drawn > BIG_FLEET ? BIG_FLEET_FRAME_MS : FRAME_MS;
    return now - this.drawnAt >= wait && this.map.isSourceLoaded('vehicles') && this.map.isSourceLoaded(CLUSTERS);
  }

  private draw(wanted: Wanted, now: number): void {
    const { selected, follow, onPose } = wanted;
    const moving = this.movingAlone(wanted, now);
    // An empty picture after an empty one would have the whole map drawn again for nothing.
    if (moving.length + this.drawn > 0) setData(this.map, 'vehicles', { type: 'FeatureCollection', features: moving });
    this.drawn = moving.length;
    const pose = selected === null ? null : this.motion.poseOf(selected, now);
    if (pose && follow && !this.map.isMoving()) this.map.jumpTo({ center: [pose.lon, pose.lat] });
    onPose?.(pose);
    this.drawnAt = now;
  }

  private cluster({ visible }: Wanted, now: number): void {
    if (visible !== this.seen?.visible) this.motion.each((live) => this.clusters.accept(live));
    else if (now - this.clusteredAt < CLUSTER_MS) return;
    this.clusteredAt = now;
    tellClusters(this.map, this.clusters.take(visible));
  }

  /** The selected vehicle, and where every one stands for itself all others in sight. */
  private movingAlone({ visible, selected }: Wanted, now: number): Feature<Point, VehicleFeatureProperties>[] {
    const moving: Feature<Point, VehicleFeatureProperties>[] = [];
    const add = (live: Live, pose: Pose) => {
      if (visible(live)) moving.push(feature(live, pose, selected));
    };
    if (this.map.getZoom() >= this.end) {
      const bounds = this.map.getBounds();
      const area = { west: bounds.getWest(), south: bounds.getSouth(), east: bounds.getEast(), north: bounds.getNorth() };
      this.motion.within(area, now, add);
    } else if (selected !== null) {
      this.motion.visit(selected, now, add);
    }
    return moving;
  }
}

function feature(live: Live, pose: Pose, selected: string | null): Feature<Point, VehicleFeatureProperties> {
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [pose.lon, pose.lat] },
    properties: { plate: live.plate, icon: iconName(live), direction: pose.direction, state: live.state, selected: live.plate === selected },
  };
}

/** Notes in the browser's timeline when the first vehicles are on the screen. */
function markFirstPicture(map: MapLibre): () => void {
  const subscription = map.on('render', () => {
    if (map.queryRenderedFeatures({ layers: ['vehicle-clusters', 'vehicle-singles', 'vehicles'] }).length === 0) return;
    performance.mark('fleet-drawn');
    subscription.unsubscribe();
  });
  return () => subscription.unsubscribe();
}
