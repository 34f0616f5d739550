import type { FeatureCollection } from 'geojson';
import type { ExpressionSpecification } from 'maplibre-gl';
import { useEffect, useMemo } from 'react';
import type { Evidence } from '../../api/types';
import { GRADE_COLOUR } from '../../domain/colours';
import { useMap } from '../../map/CityMap';
import { useLayers, type OwnLayer } from '../../map/useLayers';

/** A line as wide as so many metres on the ground: MapLibre's zoom doubles the scale with each step. */
function metresWide(metres: ExpressionSpecification, latitude: number): ExpressionSpecification {
  const pixelsAt = (zoom: number): ExpressionSpecification => [
    '*',
    metres,
    2 ** zoom / (78271.517 * Math.cos((latitude * Math.PI) / 180)),
  ];
  return ['interpolate', ['exponential', 2], ['zoom'], 8, pixelsAt(8), 20, pixelsAt(20)];
}

function corridors(latitude: number): OwnLayer[] {
  const width: ExpressionSpecification = ['*', 2, ['coalesce', ['get', 'corridor_m'], 50]];
  return [
    { id: 'evidence-corridor', type: 'line', layout: { 'line-cap': 'round', 'line-join': 'round' }, paint: { 'line-color': '#7a5bc4', 'line-opacity': 0.16, 'line-width': metresWide(width, latitude) } },
    { id: 'evidence-route', type: 'line', layout: { 'line-join': 'round' }, paint: { 'line-color': '#7a5bc4', 'line-width': 2, 'line-dasharray': [3, 2] } },
  ];
}

const PLACES: OwnLayer[] = [
  { id: 'evidence-place', type: 'line', paint: { 'line-color': '#0b9d88', 'line-width': 2.5 } },
];
const SEGMENTS: OwnLayer[] = [
  { id: 'evidence-segment', type: 'line', layout: { 'line-cap': 'round' }, paint: { 'line-color': '#e88a1a', 'line-width': 6, 'line-opacity': 0.75 } },
];
const SPOT: OwnLayer[] = [
  { id: 'evidence-spot-ring', type: 'circle', paint: { 'circle-radius': 15, 'circle-color': ['get', 'colour'], 'circle-opacity': 0.22 } },
  { id: 'evidence-spot', type: 'circle', paint: { 'circle-radius': 6, 'circle-color': ['get', 'colour'], 'circle-stroke-color': '#fff', 'circle-stroke-width': 2 } },
];

/** What the alert is about: the permitted corridor, the places and roads concerned, and the spot. */
export function EvidenceLayer({ evidence }: { evidence: Evidence }) {
  const map = useMap();
  const { alert } = evidence;
  const layers = useMemo(() => corridors(map.getCenter().lat), [map]);
  const concerned = useMemo<FeatureCollection>(() => {
    const { places, permit } = evidence;
    const ids = [alert.placeId, permit?.siteId, ...(permit?.disposalIds ?? [])];
    return { ...places, features: places.features.filter(({ properties }) => ids.includes(properties.id)) };
  }, [evidence, alert]);
  const spot = useMemo<FeatureCollection>(
    () => ({
      type: 'FeatureCollection',
      features:
        alert.lon === null || alert.lat === null
          ? []
          : [{ type: 'Feature', geometry: { type: 'Point', coordinates: [alert.lon, alert.lat] }, properties: { colour: GRADE_COLOUR[alert.grade] } }],
    }),
    [alert],
  );
  useLayers('evidence-routes', evidence.routes, layers);
  useLayers('evidence-places', concerned, PLACES);
  useLayers('evidence-segments', evidence.segments, SEGMENTS);
  useLayers('evidence-spot', spot, SPOT, true);
  useEffect(() => {
    // With a track the track decides on the view; a road alert has none.
    if (evidence.points.length > 0) return;
    const lines = evidence.segments.features.flatMap(({ geometry }) => geometry.coordinates);
    if (lines.length > 0) {
      const lons = lines.map(([lon]) => lon);
      const lats = lines.map(([, lat]) => lat);
      map.fitBounds([Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)], { padding: 80, maxZoom: 16, duration: 0 });
    } else if (alert.lon !== null && alert.lat !== null) {
      map.jumpTo({ center: [alert.lon, alert.lat], zoom: 15 });
    }
  }, [map, evidence, alert]);
  return null;
}
