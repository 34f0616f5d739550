import type { Feature, FeatureCollection } from 'geojson';
import type { MapLayerEventType, MapMouseEvent, MapTouchEvent } from 'maplibre-gl';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useMap } from '../CityMap';
import { useLayers, type OwnLayer } from '../useLayers';
import { add, insert, isWhole, middles, move, remove, type Drawing, type Point } from './drawing';

const COLOUR = '#1f6feb';
const CORNERS = 'draw-corners';
const MIDDLES = 'draw-middles';
const LAYERS: OwnLayer[] = [
  { id: 'draw-fill', type: 'fill', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': COLOUR, 'fill-opacity': 0.14 } },
  { id: 'draw-line', type: 'line', filter: ['==', ['get', 'part'], 'line'], paint: { 'line-color': COLOUR, 'line-width': 2.5 } },
  { id: MIDDLES, type: 'circle', filter: ['==', ['get', 'part'], 'middle'], paint: { 'circle-radius': 4.5, 'circle-color': '#fff', 'circle-stroke-color': COLOUR, 'circle-stroke-width': 1.5 } },
  {
    id: CORNERS,
    type: 'circle',
    filter: ['==', ['get', 'part'], 'corner'],
    paint: { 'circle-radius': ['case', ['get', 'chosen'], 8, 6], 'circle-color': ['case', ['get', 'chosen'], '#e8590c', COLOUR], 'circle-stroke-color': '#fff', 'circle-stroke-width': 2 },
  },
];

interface Props {
  drawing: Drawing;
  /** Whether a click adds a point; else corners are only moved, put in and taken out. */
  adding: boolean;
  chosen: number | null;
  onChoose: (index: number | null) => void;
  onChange: (drawing: Drawing) => void;
}

type Pressed = (MapLayerEventType['mousedown'] | MapLayerEventType['touchstart']) & { features?: Feature[] };

/**
 * A line or a polygon that is being drawn: a click adds a point, corners are dragged, a middle becomes a corner where it is
 * dragged to, a click with the other button takes a corner out. By keys: see {@link DrawKeys}.
 */
export function DrawLayer({ drawing, adding, chosen, onChoose, onChange }: Props) {
  const map = useMap();
  const [dragged, setDragged] = useState<Drawing | null>(null);
  const latest = useRef({ drawing, adding, onChoose, onChange });
  latest.current = { drawing, adding, onChoose, onChange };

  useEffect(() => {
    let moved: Drawing | null = null;
    let held = false;
    const drag = (grab: (point: Point) => Drawing, type: 'mouse' | 'touch') => {
      held = true;
      map.dragPan.disable();
      const onMove = ({ lngLat }: MapMouseEvent | MapTouchEvent) => {
        moved = grab([lngLat.lng, lngLat.lat]);
        setDragged(moved);
      };
      const moving = type === 'mouse' ? map.on('mousemove', onMove) : map.on('touchmove', onMove);
      const end = () => {
        moving.unsubscribe();
        map.dragPan.enable();
        setDragged(null);
        if (moved) latest.current.onChange(moved);
        moved = null;
      };
      map.once(type === 'mouse' ? 'mouseup' : 'touchend', end);
    };
    const press = (event: Pressed) => {
      const { index } = (event.features?.[0]?.properties ?? {}) as { index?: number };
      if (index === undefined) return;
      event.preventDefault();
      const type = event.type === 'mousedown' ? 'mouse' : 'touch';
      if (event.features?.[0].properties?.part === 'corner') {
        latest.current.onChoose(index);
        const { drawing: before } = latest.current;
        drag((point) => move(before, index, point), type);
      } else {
        const { drawing: before } = latest.current;
        latest.current.onChoose(index);
        drag((point) => insert(before, index, point), type);
      }
    };
    const subscriptions = [
      ...[CORNERS, MIDDLES].flatMap((layer) => [map.on('mousedown', layer, press as never), map.on('touchstart', layer, press as never)]),
      map.on('click', ({ lngLat }) => {
        const wasHeld = held;
        held = false;
        if (!wasHeld && latest.current.adding) latest.current.onChange(add(latest.current.drawing, [lngLat.lng, lngLat.lat]));
      }),
      map.on('contextmenu', CORNERS, (event) => {
        const index = event.features?.[0]?.properties?.index as number | undefined;
        if (index === undefined) return;
        event.preventDefault();
        latest.current.onChange(remove(latest.current.drawing, index));
      }),
    ];
    return () => {
      for (const one of subscriptions) one.unsubscribe();
      if (map.style) map.dragPan.enable();
    };
  }, [map]);

  useEffect(() => {
    map.getCanvas().style.cursor = adding ? 'crosshair' : '';
    // A double click is two corners, no look nearer.
    map.doubleClickZoom.disable();
    return () => {
      if (!map.style) return;
      map.getCanvas().style.cursor = '';
      map.doubleClickZoom.enable();
    };
  }, [map, adding]);

  const shown = dragged ?? drawing;
  const data = useMemo(() => featuresOf(shown, chosen), [shown, chosen]);
  useLayers('draw', data, LAYERS, true);
  return null;
}

function featuresOf(drawing: Drawing, chosen: number | null): FeatureCollection {
  const { kind, points } = drawing;
  const ring = kind === 'Polygon' && isWhole(drawing);
  const line = (ring ? [...points, points[0]] : points).map(([lng, lat]) => [lng, lat]);
  const at = (part: string, index: number, point: Point): Feature => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [...point] },
    properties: { part, index, chosen: part === 'corner' && index === chosen },
  });
  return {
    type: 'FeatureCollection',
    features: [
      ...(ring ? [{ type: 'Feature' as const, geometry: { type: 'Polygon' as const, coordinates: [line] }, properties: {} }] : []),
      ...(line.length > 1 ? [{ type: 'Feature' as const, geometry: { type: 'LineString' as const, coordinates: line }, properties: { part: 'line' } }] : []),
      ...middles(drawing).map(({ index, point }) => at('middle', index, point)),
      ...points.map((point, index) => at('corner', index, point)),
    ],
  };
}
