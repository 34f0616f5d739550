import type {
  ExpressionSpecification,
  LayerSpecification,
  SourceSpecification,
  StyleSpecification,
} from 'maplibre-gl';
import type { Places, Routes, Segments } from '../api/types';
import type { Mode } from '../shell/theme';

export interface City {
  segments: Segments;
  places: Places;
  routes: Routes;
  tileSource: string | null;
}

const GROUPS = ['roads', 'places', 'zones', 'routes', 'tiles'] as const;
export type LayerGroup = (typeof GROUPS)[number];

const COLOURS = {
  light: {
    land: '#f1f3ef',
    casing: '#b9c5c3',
    roads: { DEMO: '#f2c062', '1': '#f8dfa0', '2': '#ffffff', '3': '#ffffff', LANE: '#fbfcfb' },
    far: { DEMO: '#f0c674', '1': '#f0dba2', other: '#cbd4d0' },
    text: '#42555a',
    halo: '#ffffff',
    place: '#355f63',
    route: '#7a5bc4',
  },
  dark: {
    land: '#0f181b',
    casing: '#070c0e',
    roads: { DEMO: '#7a6531', '1': '#5c5538', '2': '#3b4c52', '3': '#2d3c42', LANE: '#243137' },
    far: { DEMO: '#7a6531', '1': '#5c5538', other: '#2b393f' },
    text: '#a9bdc0',
    halo: '#0c1315',
    place: '#9fd0ca',
    route: '#a48be8',
  },
} as const;

const PLACE_COLOUR: ExpressionSpecification = [
  'match',
  ['get', 'kind'],
  'SITE',
  '#d9822b',
  ['DISPOSAL', 'BACKFILL'],
  '#8a5a2b',
  ['PLANT', 'TRANSFER'],
  '#5b7f2e',
  ['WATER_FILL', 'WASH'],
  '#2b87b8',
  'DEPOT',
  '#52707a',
  '#7a7f86',
];

const IS_ZONE: ExpressionSpecification = ['in', 'ZONE', ['slice', ['get', 'kind'], 0, 4]];
const NO_ZONE: ExpressionSpecification = ['!', IS_ZONE];

/** Width by grade, growing with the zoom. */
function roadWidth(extra: number): ExpressionSpecification {
  const at = (scale: number): ExpressionSpecification => [
    '+',
    extra,
    ['*', scale, ['match', ['get', 'grade'], 'DEMO', 5, '1', 4.4, '2', 3.4, '3', 2.4, 1.4]],
  ];
  return ['interpolate', ['exponential', 1.6], ['zoom'], 10, at(0.5), 13, at(1.5), 17, at(5)];
}

/**
 * From here on streets have edges and round ends. Further away nobody sees those, and a whole city of them takes a machine without
 * a graphics card a second.
 */
const NEAR = 12;
/** Further away than this only the main streets are drawn. */
const DISTRICTS = 11;
const IS_MAIN: ExpressionSpecification = ['in', ['get', 'grade'], ['literal', ['DEMO', '1', '2']]];

function roads(mode: Mode): LayerSpecification[] {
  const c = COLOURS[mode];
  const join = { 'line-cap': 'round', 'line-join': 'round' } as const;
  return [
    {
      id: 'roads-far',
      type: 'line',
      source: 'segments',
      maxzoom: NEAR,
      filter: ['step', ['zoom'], IS_MAIN, DISTRICTS, true],
      layout: { 'line-cap': 'butt', 'line-join': 'bevel' },
      paint: {
        'line-color': ['match', ['get', 'grade'], 'DEMO', c.far.DEMO, '1', c.far['1'], c.far.other],
        'line-width': ['match', ['get', 'grade'], 'DEMO', 3, '1', 2.6, 1.6],
      },
    },
    { id: 'roads-casing', type: 'line', source: 'segments', minzoom: NEAR, layout: join, paint: { 'line-color': c.casing, 'line-width': roadWidth(1.8) } },
    {
      id: 'roads-fill',
      type: 'line',
      source: 'segments',
      minzoom: NEAR,
      layout: join,
      paint: {
        'line-color': ['match', ['get', 'grade'], 'DEMO', c.roads.DEMO, '1', c.roads['1'], '2', c.roads['2'], '3', c.roads['3'], c.roads.LANE],
        'line-width': roadWidth(0),
      },
    },
    {
      id: 'roads-tunnel',
      type: 'line',
      source: 'segments',
      minzoom: NEAR,
      filter: ['==', ['get', 'tunnel'], true],
      paint: { 'line-color': c.casing, 'line-width': 2, 'line-dasharray': [2, 2] },
    },
  ];
}

function roadNames(mode: Mode): LayerSpecification {
  const c = COLOURS[mode];
  return {
    id: 'roads-name',
    type: 'symbol',
    source: 'segments',
    minzoom: 11.4,
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 420,
      'symbol-sort-key': ['match', ['get', 'grade'], 'DEMO', 0, '1', 1, '2', 2, '3', 3, 4],
      'text-field': ['get', 'road'],
      'text-size': ['interpolate', ['linear'], ['zoom'], 12, 11, 16, 14],
      'text-letter-spacing': 0.08,
    },
    paint: { 'text-color': c.text, 'text-halo-color': c.halo, 'text-halo-width': 1.4 },
  };
}

function places(mode: Mode): LayerSpecification[] {
  const c = COLOURS[mode];
  return [
    {
      id: 'places-fill',
      type: 'fill',
      source: 'places',
      filter: NO_ZONE,
      // Their edges are lines of their own; smoothing them as well would draw all of them twice.
      paint: { 'fill-antialias': false, 'fill-color': PLACE_COLOUR, 'fill-opacity': ['interpolate', ['linear'], ['zoom'], DISTRICTS, 0.6, NEAR, 0.24] },
    },
    { id: 'places-line', type: 'line', source: 'places', minzoom: DISTRICTS, filter: NO_ZONE, paint: { 'line-color': PLACE_COLOUR, 'line-width': 1.4 } },
    {
      id: 'places-name',
      type: 'symbol',
      source: 'places',
      filter: ['all', NO_ZONE, ['step', ['zoom'], ['in', ['get', 'kind'], ['literal', ['SITE', 'DISPOSAL', 'BACKFILL', 'PLANT']]], 12.8, true]],
      minzoom: 11,
      layout: { 'text-field': ['get', 'name'], 'text-size': 11.5, 'text-max-width': 9, 'text-padding': 4, 'text-anchor': 'top', 'text-offset': [0, 0.6] },
      paint: { 'text-color': c.place, 'text-halo-color': c.halo, 'text-halo-width': 1.4 },
    },
  ];
}

function zones(mode: Mode): LayerSpecification[] {
  return [
    { id: 'zones-fill', type: 'fill', source: 'places', filter: IS_ZONE, paint: { 'fill-antialias': false, 'fill-pattern': 'hatch' } },
    { id: 'zones-line', type: 'line', source: 'places', filter: IS_ZONE, paint: { 'line-color': '#d03c3c', 'line-width': 1.5, 'line-dasharray': [4, 2] } },
    {
      id: 'zones-name',
      type: 'symbol',
      source: 'places',
      filter: IS_ZONE,
      minzoom: 11,
      layout: { 'text-field': ['get', 'name'], 'text-size': 12 },
      paint: { 'text-color': '#c43a3a', 'text-halo-color': COLOURS[mode].halo, 'text-halo-width': 1.5 },
    },
  ];
}

function routes(mode: Mode): LayerSpecification[] {
  return [
    {
      id: 'routes-line',
      type: 'line',
      source: 'routes',
      layout: { 'line-cap': 'butt', 'line-join': 'round' },
      paint: { 'line-color': COLOURS[mode].route, 'line-width': 2.4, 'line-dasharray': [3, 2], 'line-opacity': 0.8 },
    },
  ];
}

export const isLayerGroup = (group: string): group is LayerGroup => GROUPS.some((own) => own === group);

/** Which group of the layer switch a layer of the style belongs to. */
export function groupOf(layerId: string): LayerGroup | null {
  const group = layerId.split('-')[0];
  return isLayerGroup(group) ? group : null;
}

/** Below this layer come tracks and the like, above it the names of roads and the vehicles. */
export const ABOVE_TRACKS = 'above-tracks';

/** The city as vector layers: it needs no tile server and no glyph server. */
export function cityStyle(city: City, mode: Mode): StyleSpecification {
  const sources: Record<string, SourceSpecification> = {
    segments: { type: 'geojson', data: city.segments },
    places: { type: 'geojson', data: city.places },
    routes: { type: 'geojson', data: city.routes },
  };
  const tiles: LayerSpecification[] = [];
  if (city.tileSource) {
    sources.tiles = { type: 'raster', tiles: [city.tileSource], tileSize: 256 };
    tiles.push({ id: 'tiles', type: 'raster', source: 'tiles', paint: mode === 'dark' ? { 'raster-brightness-max': 0.55, 'raster-saturation': -0.5 } : {} });
  }
  return {
    version: 8,
    sources,
    layers: [
      { id: 'land', type: 'background', paint: { 'background-color': COLOURS[mode].land } },
      ...tiles,
      ...roads(mode),
      ...zones(mode),
      ...places(mode),
      ...routes(mode),
      { id: ABOVE_TRACKS, type: 'background', layout: { visibility: 'none' } },
      roadNames(mode),
    ],
  };
}
