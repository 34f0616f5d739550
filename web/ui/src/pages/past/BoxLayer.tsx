import { Button } from 'antd';
import type { FeatureCollection } from 'geojson';
import type { LngLat } from 'maplibre-gl';
import { useEffect, useMemo, useState } from 'react';
import type { Box } from '../../api/pastTypes';
import { useText } from '../../i18n/language';
import { useMap } from '../../map/CityMap';
import { NO_FEATURES, useLayers, type OwnLayer } from '../../map/useLayers';
import { boxOf, ring } from './box';

const LAYERS: OwnLayer[] = [
  { id: 'past-box-fill', type: 'fill', paint: { 'fill-color': '#1f6feb', 'fill-opacity': 0.12 } },
  { id: 'past-box-line', type: 'line', paint: { 'line-color': '#1f6feb', 'line-width': 2 } },
];

interface Props {
  box: Box | null;
  drawing: boolean;
  onBox: (box: Box) => void;
}

/** The box that is asked about; two clicks or taps on opposite corners draw another one. */
export function BoxLayer({ box, drawing, onBox }: Props) {
  const t = useText();
  const map = useMap();
  const [corner, setCorner] = useState<LngLat | null>(null);
  const [pointer, setPointer] = useState<LngLat | null>(null);
  useEffect(() => {
    if (!drawing) {
      setCorner(null);
      setPointer(null);
      return undefined;
    }
    map.getCanvas().style.cursor = 'crosshair';
    let first: LngLat | null = null;
    const click = map.on('click', ({ lngLat }) => {
      if (first) {
        onBox(boxOf(first, lngLat));
      } else {
        first = lngLat;
        setCorner(lngLat);
      }
    });
    const move = map.on('mousemove', ({ lngLat }) => first && setPointer(lngLat));
    return () => {
      click.unsubscribe();
      move.unsubscribe();
      // The map itself may have gone first.
      if (map.style) map.getCanvas().style.cursor = '';
    };
  }, [map, drawing, onBox]);
  const shown = corner && pointer ? boxOf(corner, pointer) : box;
  const data = useMemo<FeatureCollection>(() => (shown ? { type: 'FeatureCollection', features: [ring(shown)] } : NO_FEATURES), [shown?.west, shown?.south, shown?.east, shown?.north]);
  useLayers('past-box', data, LAYERS, true);
  const takeView = () => {
    const bounds = map.getBounds();
    onBox({ west: bounds.getWest(), south: bounds.getSouth(), east: bounds.getEast(), north: bounds.getNorth() });
  };
  return (
    <Button size="small" className="past-view" onClick={takeView} data-action="view">
      {t.past.view}
    </Button>
  );
}
