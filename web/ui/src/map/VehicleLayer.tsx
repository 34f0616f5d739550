import type { Feature, Point } from 'geojson';
import type { Map as MapLibre, MapLayerMouseEvent } from 'maplibre-gl';
import { useEffect, useRef } from 'react';
import type { Live } from '../api/types';
import { useStore } from '../common/hooks';
import { useTheme } from '../shell/theme';
import { useMap } from './CityMap';
import { iconName } from './icons';
import { Motion, type Pose } from './motion';
import { setData } from './useLayers';
import { addVehicleLayers, clustersEnd, removeVehicleLayers, type VehicleFeatureProperties } from './vehicleStyle';

/** Milliseconds between two pictures of the moving fleet; fewer for a big one. */
const FRAME_MS = 50;
const BIG_FLEET = 400;
const BIG_FLEET_FRAME_MS = 125;
/** Clusters are counted anew this often. */
const CLUSTER_MS = 2000;

interface Props {
  visible: (live: Live) => boolean;
  clusters: boolean;
  selected: string | null;
  follow: boolean;
  onSelect: (plate: string | null) => void;
  onHover: (plate: string | null) => void;
  /** Told of where the selected vehicle is drawn, with every picture. */
  onPose?: (pose: Pose | null) => void;
}

function feature(live: Live, pose: Pose, selected: string | null): Feature<Point, VehicleFeatureProperties> {
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [pose.lon, pose.lat] },
    properties: {
      plate: live.plate,
      icon: iconName(live),
      direction: pose.direction,
      state: live.state,
      selected: live.plate === selected,
    },
  };
}

/** The fleet as symbols that drive from report to report. */
export function VehicleLayer(props: Props) {
  const map = useMap();
  const store = useStore();
  const { mode } = useTheme();
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    const end = latest.current.clusters ? clustersEnd(store.live.size) : 0;
    addVehicleLayers(map, latest.current.clusters, end, mode);
    const motion = new Motion(() => store.timesSpeed());
    for (const live of store.live.values()) motion.accept(live, performance.now());
    const unsubscribe = store.onPositions((positions) => {
      for (const live of positions) motion.accept(live, performance.now());
    });
    const stop = drive(map, motion, end, latest);
    const unlisten = listen(map, end, latest);
    return () => {
      unsubscribe();
      stop();
      unlisten();
      removeVehicleLayers(map);
    };
  }, [map, store, props.clusters, mode]);
  return null;
}

/** Draws the fleet again and again until the returned function is called. */
function drive(map: MapLibre, motion: Motion, end: number, latest: { current: Props }): () => void {
  let handle = 0;
  let drawnAt = -Infinity;
  let clusteredAt = -Infinity;
  const draw = (now: number) => {
    const { visible, selected, clusters, follow, onPose } = latest.current;
    const bounds = map.getBounds();
    const moving: Feature<Point, VehicleFeatureProperties>[] = [];
    const all: Feature<Point, VehicleFeatureProperties>[] = [];
    const recount = clusters && now - clusteredAt > CLUSTER_MS;
    const alone = map.getZoom() >= end;
    motion.each(now, (live, pose) => {
      if (!visible(live)) return;
      if (recount) all.push(feature(live, pose, selected));
      if ((alone || live.plate === selected) && (live.plate === selected || bounds.contains([pose.lon, pose.lat]))) {
        moving.push(feature(live, pose, selected));
      }
    });
    setData(map, 'vehicles', { type: 'FeatureCollection', features: moving });
    if (recount) {
      clusteredAt = now;
      setData(map, 'vehicle-clusters', { type: 'FeatureCollection', features: all });
    }
    const pose = selected === null ? null : motion.poseOf(selected, now);
    if (pose && follow && !map.isMoving()) map.jumpTo({ center: [pose.lon, pose.lat] });
    onPose?.(pose);
    drawnAt = now;
    return moving.length;
  };
  let drawn = 0;
  const frame = (now: number) => {
    const wait = drawn > BIG_FLEET ? BIG_FLEET_FRAME_MS : FRAME_MS;
    // A map that is still busy with the last picture is given no next one.
    if (now - drawnAt >= wait && map.isSourceLoaded('vehicles')) drawn = draw(now);
    handle = requestAnimationFrame(frame);
  };
  handle = requestAnimationFrame(frame);
  return () => cancelAnimationFrame(handle);
}

/** Clicks and hovering on symbols and clusters. */
function listen(map: MapLibre, end: number, latest: { current: Props }): () => void {
  const plateOf = (event: MapLayerMouseEvent) => (event.features?.[0]?.properties as VehicleFeatureProperties | undefined)?.plate ?? null;
  const click = (event: MapLayerMouseEvent) => {
    event.preventDefault();
    latest.current.onSelect(plateOf(event));
  };
  const open = (event: MapLayerMouseEvent) => {
    event.preventDefault();
    map.easeTo({ center: event.lngLat, zoom: Math.min(map.getZoom() + 1.5, end) });
  };
  const miss = (event: { defaultPrevented: boolean }) => {
    if (!event.defaultPrevented) latest.current.onSelect(null);
  };
  const enter = (event: MapLayerMouseEvent) => {
    map.getCanvas().style.cursor = 'pointer';
    latest.current.onHover(plateOf(event));
  };
  const leave = () => {
    map.getCanvas().style.cursor = '';
    latest.current.onHover(null);
  };
  const subscriptions = ['vehicles', 'vehicle-singles'].flatMap((layer) => [
    map.on('click', layer, click),
    map.on('mousemove', layer, enter),
    map.on('mouseleave', layer, leave),
  ]);
  subscriptions.push(map.on('click', 'vehicle-clusters', open), map.on('click', miss));
  return () => subscriptions.forEach((subscription) => subscription.unsubscribe());
}
