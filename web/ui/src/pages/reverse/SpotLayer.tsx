import type { FeatureCollection } from 'geojson';
import { useEffect, useMemo } from 'react';
import type { SpillAnswer } from '../../api/spillTypes';
import { useMap } from '../../map/CityMap';
import { useLayers, type OwnLayer } from '../../map/useLayers';

export interface Spot {
  lon: number;
  lat: number;
}

const SPOT: OwnLayer[] = [
  { id: 'spill-ring', type: 'circle', filter: ['==', ['get', 'kind'], 'spot'], paint: { 'circle-radius': 17, 'circle-color': '#c0392b', 'circle-opacity': 0.22 } },
  { id: 'spill-spot', type: 'circle', filter: ['==', ['get', 'kind'], 'spot'], paint: { 'circle-radius': 6, 'circle-color': '#c0392b', 'circle-stroke-color': '#fff', 'circle-stroke-width': 2 } },
  { id: 'spill-unseen', type: 'circle', filter: ['==', ['get', 'kind'], 'unseen'], paint: { 'circle-radius': 5, 'circle-color': '#8a969b', 'circle-stroke-color': '#fff', 'circle-stroke-width': 1.5 } },
  {
    id: 'spill-unseen-names',
    type: 'symbol',
    filter: ['==', ['get', 'kind'], 'unseen'],
    layout: { 'text-field': ['get', 'name'], 'text-size': 11, 'text-offset': [0, 1], 'text-anchor': 'top' },
    paint: { 'text-color': '#5a666b', 'text-halo-color': '#fff', 'text-halo-width': 1.6 },
  },
];

interface Props {
  spot: Spot | null;
  answer: SpillAnswer | null;
  onSpot: (spot: Spot) => void;
}

/** The place that is asked about, and where those not observed were seen last. */
export function SpotLayer({ spot, answer, onSpot }: Props) {
  const map = useMap();
  useEffect(() => {
    const subscription = map.on('click', ({ lngLat }) => onSpot({ lon: lngLat.lng, lat: lngLat.lat }));
    return () => subscription.unsubscribe();
  }, [map, onSpot]);
  const data = useMemo<FeatureCollection>(() => {
    const at = (lon: number, lat: number, kind: string, name = '') => ({
      type: 'Feature' as const,
      geometry: { type: 'Point' as const, coordinates: [lon, lat] },
      properties: { kind, name },
    });
    const unseen = answer?.unobserved.flatMap(({ lastLongitude, lastLatitude, plate }) =>
      lastLongitude === null || lastLatitude === null ? [] : [at(lastLongitude, lastLatitude, 'unseen', plate)],
    );
    return { type: 'FeatureCollection', features: [...(spot ? [at(spot.lon, spot.lat, 'spot')] : []), ...(unseen ?? [])] };
  }, [spot, answer]);
  useLayers('spill', data, SPOT, true);
  return null;
}
