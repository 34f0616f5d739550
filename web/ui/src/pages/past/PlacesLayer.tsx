import type { FeatureCollection } from 'geojson';
import { useEffect, useMemo } from 'react';
import type { PastPlace } from '../../api/pastTypes';
import { STATE_COLOUR } from '../../domain/colours';
import { useMap } from '../../map/CityMap';
import { useLayers, type OwnLayer } from '../../map/useLayers';

const DOTS = 'past-places-dots';
const LAYERS: OwnLayer[] = [
  {
    id: DOTS,
    type: 'circle',
    paint: {
      'circle-radius': 6,
      'circle-color': ['case', ['>=', ['get', 'speed'], 3], STATE_COLOUR.MOVING, ['get', 'acc'], STATE_COLOUR.IDLE, STATE_COLOUR.STOPPED],
      'circle-stroke-color': '#fff',
      'circle-stroke-width': 1.5,
    },
  },
  {
    id: 'past-places-names',
    type: 'symbol',
    minzoom: 13,
    layout: { 'text-field': ['get', 'plate'], 'text-size': 11, 'text-offset': [0, 1], 'text-anchor': 'top' },
    paint: { 'text-color': '#2b3a40', 'text-halo-color': '#fff', 'text-halo-width': 1.6 },
  },
];

/** The vehicles of a moment; a click plays the track about it. */
export function PlacesLayer({ places, onChoose }: { places: readonly PastPlace[]; onChoose: (plate: string) => void }) {
  const map = useMap();
  const data = useMemo<FeatureCollection>(
    () => ({
      type: 'FeatureCollection',
      features: places.map(({ plate, lon, lat, speedKmh, acc }) => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [lon, lat] },
        properties: { plate, speed: speedKmh, acc },
      })),
    }),
    [places],
  );
  useLayers('past-places', data, LAYERS, true);
  useEffect(() => {
    const click = map.on('click', DOTS, ({ features }) => features?.[0] && onChoose(String(features[0].properties.plate)));
    return () => click.unsubscribe();
  }, [map, onChoose]);
  return null;
}
