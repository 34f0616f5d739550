import type { FeatureCollection } from 'geojson';
import type { ExpressionSpecification } from 'maplibre-gl';
import { useEffect, useMemo } from 'react';
import type { TrackPoint, VehicleKind } from '../api/types';
import type { Playhead } from '../domain/playhead';
import { boundsOf, poseAt, trackLines } from '../domain/track';
import { useMap } from './CityMap';
import { LOOKS, lookName, lookOf } from './fleet/look';
import { NO_FEATURES, setData, useLayers, type OwnLayer } from './useLayers';

/** Standing to fast, as in {@code SPEED_CLASSES}. */
export const SPEED_COLOURS = ['#4b76c9', '#2aa5b8', '#2fa866', '#e0a51e', '#dd4b39'] as const;

const SPEED_COLOUR: ExpressionSpecification = [
  'match', ['get', 'speed'], 0, SPEED_COLOURS[0], 1, SPEED_COLOURS[1], 2, SPEED_COLOURS[2], 3, SPEED_COLOURS[3], SPEED_COLOURS[4],
];

const TRACK: OwnLayer[] = [
  { id: 'track-casing', type: 'line', filter: ['!', ['get', 'gap']], layout: { 'line-cap': 'round', 'line-join': 'round' }, paint: { 'line-color': '#ffffff', 'line-width': 7, 'line-opacity': 0.9 } },
  { id: 'track-line', type: 'line', filter: ['!', ['get', 'gap']], layout: { 'line-cap': 'round', 'line-join': 'round' }, paint: { 'line-color': SPEED_COLOUR, 'line-width': 4 } },
  { id: 'track-gap', type: 'line', filter: ['get', 'gap'], paint: { 'line-color': '#7a8a8f', 'line-width': 2.5, 'line-dasharray': [2, 2] } },
];

const CURSOR: OwnLayer[] = [
  { id: 'cursor-halo', type: 'circle', paint: { 'circle-radius': 19, 'circle-color': '#0b9d88', 'circle-opacity': 0.22 } },
  {
    id: 'cursor',
    type: 'symbol',
    layout: { 'icon-image': ['get', 'icon'], 'icon-rotate': ['get', 'direction'], 'icon-rotation-alignment': 'map', 'icon-allow-overlap': true, 'icon-ignore-placement': true },
  },
];

interface Props {
  points: readonly TrackPoint[];
  kind: VehicleKind;
  playhead: Playhead;
  follow?: boolean;
  /** What the map is to show of at the beginning; else the track itself. */
  view?: readonly TrackPoint[];
}

/** A track, and the vehicle at the moment that the playhead shows. */
export function TrackLayer({ points, kind, playhead, follow = false, view = points }: Props) {
  const map = useMap();
  const lines = useMemo(() => trackLines(points), [points]);
  useLayers('track', lines, TRACK);
  useLayers('cursor', NO_FEATURES, CURSOR, true);

  useEffect(() => {
    const bounds = boundsOf(view);
    if (bounds) map.fitBounds(bounds, { padding: 60, maxZoom: 16.5, duration: 0 });
  }, [map, view]);

  useEffect(() => {
    const show = () => {
      const pose = poseAt(points, playhead.time);
      if (!pose) return;
      const { point } = pose;
      const icon = lookName(LOOKS[lookOf({ ...point, kind, state: point.speedKmh >= 3 ? 'MOVING' : 'STOPPED' })]);
      const data: FeatureCollection = {
        type: 'FeatureCollection',
        features: [{ type: 'Feature', geometry: { type: 'Point', coordinates: [pose.lon, pose.lat] }, properties: { icon, direction: pose.direction } }],
      };
      setData(map, 'cursor', data);
      if (follow && playhead.playing) map.jumpTo({ center: [pose.lon, pose.lat] });
    };
    show();
    return playhead.subscribe(show);
  }, [map, points, kind, playhead, follow]);
  return null;
}
