import type { FeatureCollection } from 'geojson';
import { useEffect, useMemo } from 'react';
import { useAlertsEvery } from '../../common/hooks';
import { go } from '../../common/route';
import { GRADE_COLOUR } from '../../domain/colours';
import { useMap } from '../../map/CityMap';
import { useLayers, type OwnLayer } from '../../map/useLayers';

/** A new point has the whole map drawn anew, ms; the strip beside the map does not wait. */
const POINTS_EVERY = 10_000;

const LAYERS: OwnLayer[] = [
  {
    id: 'alert-points',
    type: 'circle',
    minzoom: 11,
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 11, 3, 15, 6.5],
      'circle-color': ['match', ['get', 'grade'], 'A', GRADE_COLOUR.A, 'B', GRADE_COLOUR.B, GRADE_COLOUR.C],
      'circle-opacity': ['case', ['get', 'late'], 0.35, 1],
      'circle-stroke-color': '#ffffff',
      'circle-stroke-width': 1.5,
    },
  },
];

/** Where the unhandled alerts happened, pale where they came late; a click opens the evidence. */
export function AlertPoints() {
  const map = useMap();
  const store = useAlertsEvery(POINTS_EVERY);
  const version = store.alertsSnapshot();
  const data = useMemo<FeatureCollection>(
    () => ({
      type: 'FeatureCollection',
      features: store.unhandled().flatMap((alert) =>
        alert.lon === null || alert.lat === null
          ? []
          : [{ type: 'Feature', geometry: { type: 'Point', coordinates: [alert.lon, alert.lat] }, properties: { id: alert.id, grade: alert.grade, late: alert.late } }],
      ),
    }),
    [store, version],
  );
  useLayers('alert-points', data, LAYERS);
  useEffect(() => {
    const subscription = map.on('click', 'alert-points', (event) => {
      const id = event.features?.[0]?.properties.id as string | undefined;
      if (id) go('review', id);
    });
    return () => subscription.unsubscribe();
  }, [map]);
  return null;
}
