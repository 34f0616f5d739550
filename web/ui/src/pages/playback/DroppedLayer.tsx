import type { FeatureCollection } from 'geojson';
import { useMemo } from 'react';
import type { DroppedFix, TrackPoint } from '../../api/types';
import { useText } from '../../i18n/language';
import { useLayers, type OwnLayer } from '../../map/useLayers';

const LAYERS: OwnLayer[] = [
  { id: 'dropped', type: 'circle', paint: { 'circle-radius': 4.5, 'circle-color': 'rgba(255,255,255,.7)', 'circle-stroke-color': '#e0343b', 'circle-stroke-width': 1.8 } },
  {
    id: 'dropped-reason',
    type: 'symbol',
    minzoom: 14,
    layout: { 'text-field': ['get', 'reason'], 'text-size': 11, 'text-offset': [0.7, 0], 'text-anchor': 'left' },
    paint: { 'text-color': '#b3232a', 'text-halo-color': '#ffffff', 'text-halo-width': 1.6 },
  },
];

/** The fixes that no rule used, with why. */
export function DroppedLayer({ points, dropped }: { points: readonly TrackPoint[]; dropped: readonly DroppedFix[] }) {
  const t = useText();
  const data = useMemo<FeatureCollection>(
    () => ({
      type: 'FeatureCollection',
      features: dropped.map(({ index, reason }) => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [points[index].lon, points[index].lat] },
        properties: { reason: t.playback.droppedFor[reason] },
      })),
    }),
    [points, dropped, t],
  );
  useLayers('dropped', data, LAYERS, true);
  return null;
}
