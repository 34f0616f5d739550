import type { Feature, FeatureCollection } from 'geojson';
import { useEffect, useMemo } from 'react';
import type { TrackPoint } from '../api/types';
import type { Playhead } from '../domain/playhead';
import { poseAt, trackLines } from '../domain/track';
import { useMap } from './CityMap';
import { NO_FEATURES, setData, useLayers, type OwnLayer } from './useLayers';

/** A track beside the one that is looked at. */
export interface OtherTrack {
  plate: string;
  colour: string;
  points: readonly TrackPoint[];
}

const LINES: OwnLayer[] = [
  { id: 'tracks-line', type: 'line', filter: ['!', ['get', 'gap']], layout: { 'line-cap': 'round', 'line-join': 'round' }, paint: { 'line-color': ['get', 'colour'], 'line-width': 3, 'line-opacity': 0.75 } },
  { id: 'tracks-gap', type: 'line', filter: ['get', 'gap'], paint: { 'line-color': ['get', 'colour'], 'line-width': 2, 'line-dasharray': [2, 2], 'line-opacity': 0.6 } },
];

const WHERE: OwnLayer[] = [
  { id: 'tracks-where', type: 'circle', paint: { 'circle-radius': 7, 'circle-color': ['get', 'colour'], 'circle-stroke-color': '#ffffff', 'circle-stroke-width': 2 } },
  {
    id: 'tracks-plate',
    type: 'symbol',
    layout: { 'text-field': ['get', 'plate'], 'text-size': 12, 'text-offset': [0, 1], 'text-anchor': 'top', 'text-allow-overlap': true },
    paint: { 'text-color': '#17343a', 'text-halo-color': '#ffffff', 'text-halo-width': 1.6 },
  },
];

/** Tracks in one colour each, and where their vehicles were at the moment that the playhead shows. */
export function TracksLayer({ tracks, playhead }: { tracks: readonly OtherTrack[]; playhead: Playhead }) {
  const map = useMap();
  const lines = useMemo<FeatureCollection>(
    () => ({
      type: 'FeatureCollection',
      features: tracks.flatMap(({ points, colour }) =>
        trackLines(points).features.map(({ geometry, properties }): Feature => ({ type: 'Feature', geometry, properties: { gap: properties.gap, colour } })),
      ),
    }),
    [tracks],
  );
  useLayers('tracks', lines, LINES);
  useLayers('tracks-where', NO_FEATURES, WHERE, true);

  useEffect(() => {
    const show = () => {
      const features = tracks.flatMap(({ plate, colour, points }): Feature[] => {
        const pose = poseAt(points, playhead.time);
        return pose ? [{ type: 'Feature', geometry: { type: 'Point', coordinates: [pose.lon, pose.lat] }, properties: { plate, colour } }] : [];
      });
      setData(map, 'tracks-where', { type: 'FeatureCollection', features });
    };
    show();
    return playhead.subscribe(show);
  }, [map, tracks, playhead]);
  return null;
}
