import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, LayerSpecification, Map as MapLibre } from 'maplibre-gl';
import { useEffect } from 'react';
import { useTheme, type Mode } from '../shell/theme';
import { useMap } from './CityMap';
import { ABOVE_TRACKS } from './cityStyle';

type Unsourced<L> = L extends { source: string } ? Omit<L, 'source'> : never;
export type OwnLayer = Unsourced<LayerSpecification>;

export const NO_FEATURES: FeatureCollection = { type: 'FeatureCollection', features: [] };

export function setData(map: MapLibre, source: string, data: FeatureCollection): void {
  void map.getSource<GeoJSONSource>(source)?.setData(data);
}

/** By night the colours of words, chosen for a white map, would need a white rim, which glares: they are light on a dark rim. */
const NIGHT = { 'text-color': '#d5e4e3', 'text-halo-color': '#0c1315' };

function seenIn(mode: Mode, layer: OwnLayer): OwnLayer {
  if (mode === 'light' || layer.type !== 'symbol') return layer;
  return { ...layer, paint: { ...layer.paint, ...NIGHT } };
}

/** Draws {@code data} with layers of its own, as long as the component is there. */
export function useLayers(source: string, data: FeatureCollection, layers: readonly OwnLayer[], above = false): void {
  const map = useMap();
  const { mode } = useTheme();
  useEffect(() => {
    map.addSource(source, { type: 'geojson', data: NO_FEATURES });
    for (const layer of layers) {
      map.addLayer({ ...seenIn(mode, layer), source } as LayerSpecification, above ? undefined : ABOVE_TRACKS);
    }
    return () => {
      // The map itself may have gone first, with all that was on it.
      if (!map.style) return;
      for (const layer of layers) map.removeLayer(layer.id);
      map.removeSource(source);
    };
  }, [map, mode, source, layers, above]);
  useEffect(() => setData(map, source, data), [map, source, data]);
}
