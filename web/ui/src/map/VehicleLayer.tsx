import type { Map as MapLibre, MapLayerMouseEvent } from 'maplibre-gl';
import { useEffect, useRef } from 'react';
import { useStore } from '../common/hooks';
import { useTheme } from '../shell/theme';
import { useMap } from './CityMap';
import { FleetDrawing, type Wanted } from './fleetDrawing';
import { addVehicleLayers, clustersEnd, removeVehicleLayers, type VehicleFeatureProperties } from './vehicleStyle';

interface Props extends Wanted {
  onSelect: (plate: string | null) => void;
  onHover: (plate: string | null) => void;
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
    const drawing = new FleetDrawing(map, end, () => latest.current, () => store.timesSpeed());
    drawing.accept(store.live.values());
    const unsubscribe = store.onPositions((positions) => drawing.accept(positions));
    drawing.start();
    const unlisten = listen(map, end, latest);
    return () => {
      unsubscribe();
      drawing.stop();
      unlisten();
      removeVehicleLayers(map);
    };
  }, [map, store, props.clusters, mode]);
  return null;
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
  const over = () => {
    map.getCanvas().style.cursor = 'zoom-in';
  };
  subscriptions.push(
    map.on('click', 'vehicle-clusters', open),
    map.on('mousemove', 'vehicle-clusters', over),
    map.on('mouseleave', 'vehicle-clusters', leave),
    map.on('click', miss),
  );
  return () => subscriptions.forEach((subscription) => subscription.unsubscribe());
}
