import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, LayerSpecification, Map as MapLibre } from 'maplibre-gl';
import { useEffect } from 'react';
import { useMap } from './CityMap';
import { ABOVE_TRACKS } from './cityStyle';

type Unsourced<L> = L extends { source: string } ? Omit<L, 'source'> : never;
export type OwnLayer = Unsourced<LayerSpecification>;

export const NO_FEATURES: FeatureCollection = { type: 'FeatureCollection', features: [] };

export function setData(map: MapLibre, source: string, data: FeatureCollection): void {
  void map.getSource<GeoJSONSource>(source)?.setData(data);
}

/** Draws {@code data} with layers of its own, as long as the component is there. */
export function useLayers(source: string, data: FeatureCollection, layers: readonly OwnLayer[], above = false): void {
  const map = useMap();
  useEffect(() => {
    map.addSource(source, { type: 'geojson', data: NO_FEATURES });
    for (const layer of layers) {
      map.addLayer({ ...layer, source } as LayerSpecification, above ? undefined : ABOVE_TRACKS);
    }
    return () => {
      // The map itself may have gone first, with all that was on it.
      if (!map.style) return;
      for (const layer of layers) map.removeLayer(layer.id);
      map.removeSource(source);
    };
  }, [map, source, layers, above]);
  useEffect(() => setData(map, source, data), [map, source, data]);
}
