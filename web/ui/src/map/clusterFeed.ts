import type { Feature, Point } from 'geojson';
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import type { Live } from '../api/types';
import { iconName } from './icons';
import { CLUSTERS, type VehicleFeatureProperties } from './vehicleStyle';

/** What the map's worker is told of the vehicles that it clusters. */
export interface ClusterChanges {
  add: Feature<Point, VehicleFeatureProperties>[];
  remove: string[];
}

/**
 * Holds back who has reported until the clusters are counted anew, and tells the worker of those alone: ten thousand
 * vehicles handed over each time would hold up the page. They stand where they reported; only who moves alone glides.
 */
export class ClusterFeed {
  private readonly reported = new Map<string, Live>();
  private readonly shown = new Set<string>();

  accept(live: Live): void {
    this.reported.set(live.plate, live);
  }

  /** What has changed since the last call. */
  take(visible: (live: Live) => boolean): ClusterChanges {
    const changes: ClusterChanges = { add: [], remove: [] };
    for (const live of this.reported.values()) {
      if (visible(live)) {
        this.shown.add(live.plate);
        changes.add.push(standing(live));
      } else if (this.shown.delete(live.plate)) {
        changes.remove.push(live.plate);
      }
    }
    this.reported.clear();
    return changes;
  }
}

export function tellClusters(map: MapLibre, changes: ClusterChanges): void {
  if (changes.add.length + changes.remove.length === 0) return;
  void map.getSource<GeoJSONSource>(CLUSTERS)?.updateData(changes);
}

function standing(live: Live): Feature<Point, VehicleFeatureProperties> {
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [live.lon, live.lat] },
    properties: { plate: live.plate, icon: iconName(live), direction: Math.max(0, live.direction), state: live.state, selected: false },
  };
}
