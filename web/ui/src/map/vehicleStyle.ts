import type { ExpressionSpecification, LayerSpecification, Map as MapLibre } from 'maplibre-gl';
import { STATE_COLOUR } from '../domain/colours';
import type { Mode } from '../shell/theme';
import { NO_FEATURES } from './useLayers';

/** From this zoom on every vehicle stands for itself; a big fleet is held together for longer. */
export function clustersEnd(vehicles: number): number {
  return vehicles > 400 ? 13.2 : 11.2;
}

export interface VehicleFeatureProperties {
  plate: string;
  icon: string;
  direction: number;
  state: string;
  selected: boolean;
}

/** The source of those that are held together. */
export const CLUSTERS = 'vehicle-clusters';

const SYMBOL = {
  'icon-image': ['get', 'icon'] as ExpressionSpecification,
  'icon-rotate': ['get', 'direction'] as ExpressionSpecification,
  'icon-rotation-alignment': 'map' as const,
  'icon-allow-overlap': true,
  'icon-ignore-placement': true,
  'icon-size': ['interpolate', ['linear'], ['zoom'], 11, 0.62, 14, 0.85, 17, 1.15] as ExpressionSpecification,
  'symbol-sort-key': ['match', ['get', 'state'], 'ALARM', 3, 'MOVING', 2, 'OFFLINE', 0, 1] as ExpressionSpecification,
};

const HALO: ExpressionSpecification = ['any', ['==', ['get', 'state'], 'ALARM'], ['get', 'selected']];

const PLATE = { light: { text: '#17343a', halo: 'rgba(255,255,255,.92)' }, dark: { text: '#d5e4e3', halo: 'rgba(10,18,21,.92)' } };

const layers = (mode: Mode, end: number): LayerSpecification[] => [
  {
    id: 'vehicle-clusters',
    type: 'circle',
    source: CLUSTERS,
    filter: ['has', 'point_count'],
    maxzoom: end,
    paint: {
      'circle-color': ['case', ['>', ['get', 'alarms'], 0], STATE_COLOUR.ALARM, '#14595a'],
      'circle-opacity': 0.9,
      'circle-radius': ['interpolate', ['linear'], ['get', 'point_count'], 2, 13, 50, 20, 500, 30],
      'circle-stroke-color': 'rgba(255,255,255,.85)',
      'circle-stroke-width': 2,
    },
  },
  {
    id: 'vehicle-cluster-counts',
    type: 'symbol',
    source: CLUSTERS,
    filter: ['has', 'point_count'],
    maxzoom: end,
    layout: { 'text-field': ['get', 'point_count_abbreviated'], 'text-size': 12.5, 'text-allow-overlap': true },
    paint: { 'text-color': '#ffffff' },
  },
  {
    id: 'vehicle-singles',
    type: 'symbol',
    source: CLUSTERS,
    filter: ['!', ['has', 'point_count']],
    maxzoom: end,
    layout: SYMBOL,
  },
  {
    id: 'vehicle-halo',
    type: 'circle',
    source: 'vehicles',
    filter: HALO,
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 11, 12, 14, 17, 17, 24],
      'circle-color': ['case', ['==', ['get', 'state'], 'ALARM'], STATE_COLOUR.ALARM, '#0b7d6e'],
      'circle-opacity': 0.2,
      'circle-stroke-width': ['case', ['get', 'selected'], 2.5, 0],
      'circle-stroke-color': '#0b9d88',
    },
  },
  { id: 'vehicles', type: 'symbol', source: 'vehicles', layout: SYMBOL },
  {
    id: 'vehicle-plates',
    type: 'symbol',
    source: 'vehicles',
    minzoom: 12.6,
    layout: {
      'text-field': ['get', 'plate'],
      'text-size': 11,
      'text-offset': [0, 1.5],
      'text-anchor': 'top',
      'text-optional': true,
      'symbol-sort-key': ['case', HALO, 0, 1],
    },
    paint: {
      'text-color': ['match', ['get', 'state'], 'ALARM', mode === 'dark' ? '#ff6b6b' : STATE_COLOUR.ALARM, PLATE[mode].text],
      'text-halo-color': PLATE[mode].halo,
      'text-halo-width': 1.6,
    },
  },
];

export function addVehicleLayers(map: MapLibre, clusters: boolean, end: number, mode: Mode): void {
  map.addSource('vehicles', { type: 'geojson', data: NO_FEATURES, tolerance: 0 });
  map.addSource(CLUSTERS, {
    type: 'geojson',
    data: NO_FEATURES,
    // the identity by which they are told apart from one count to the next
    promoteId: 'plate',
    cluster: clusters,
    clusterRadius: 46,
    clusterMaxZoom: Math.floor(end),
    clusterProperties: { alarms: ['+', ['case', ['==', ['get', 'state'], 'ALARM'], 1, 0]] },
  });
  for (const layer of layers(mode, end)) map.addLayer(layer);
}

export function removeVehicleLayers(map: MapLibre): void {
  if (!map.style) return;
  for (const { id } of layers('light', 0)) map.removeLayer(id);
  map.removeSource('vehicles');
  map.removeSource(CLUSTERS);
}
