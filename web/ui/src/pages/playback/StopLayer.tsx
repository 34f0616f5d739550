import type { Feature, FeatureCollection } from 'geojson';
import { useMemo } from 'react';
import type { AlertRow, Stop } from '../../api/types';
import { GRADE_COLOUR, STATE_COLOUR } from '../../domain/colours';
import { useText } from '../../i18n/language';
import { useLayers, type OwnLayer } from '../../map/useLayers';

const LAYERS: OwnLayer[] = [
  { id: 'stops', type: 'circle', paint: { 'circle-radius': 8, 'circle-color': ['get', 'colour'], 'circle-stroke-color': '#fff', 'circle-stroke-width': 2 } },
  {
    id: 'stop-names',
    type: 'symbol',
    layout: { 'text-field': ['get', 'name'], 'text-size': 11, 'text-offset': [0, 1.1], 'text-anchor': 'top' },
    paint: { 'text-color': ['get', 'colour'], 'text-halo-color': '#fff', 'text-halo-width': 1.6 },
  },
];

/** Where the vehicle stood, with the minutes, and where alerts were raised. */
export function StopLayer({ stops, alerts }: { stops: readonly Stop[]; alerts: readonly AlertRow[] }) {
  const t = useText();
  const data = useMemo<FeatureCollection>(() => {
    const at = (lon: number, lat: number, name: string, colour: string): Feature => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lon, lat] },
      properties: { name, colour },
    });
    return {
      type: 'FeatureCollection',
      features: [
        ...stops.map((stop) => at(stop.lon, stop.lat, t.playback.minutes(stop.minutes), STATE_COLOUR.STOPPED)),
        ...alerts.flatMap((alert) => (alert.lon === null || alert.lat === null ? [] : [at(alert.lon, alert.lat, alert.rule, GRADE_COLOUR[alert.grade])])),
      ],
    };
  }, [stops, alerts, t]);
  useLayers('stops', data, LAYERS, true);
  return null;
}
