import type { FeatureCollection } from 'geojson';
import { useEffect, useMemo } from 'react';
import { PADDING } from './calmMap';
import { useMap } from './CityMap';
import { extent, spotLayers } from './spotLayers';
import { useLayers } from './useLayers';

const NEAREST = 16;

interface Props {
  id: string;
  data: FeatureCollection;
  /** What is brought into view; all of it where nothing else is given. */
  view?: FeatureCollection;
}

/** The places of a question, brought into view whenever they change. */
export function SpotsLayer({ id, data, view = data }: Props) {
  const map = useMap();
  const layers = useMemo(() => spotLayers(id), [id]);
  useLayers(id, data, layers, true);
  useEffect(() => {
    const bounds = extent(view);
    if (bounds) map.fitBounds(bounds, { padding: PADDING, maxZoom: NEAREST, duration: 0 });
  }, [map, view]);
  return null;
}
