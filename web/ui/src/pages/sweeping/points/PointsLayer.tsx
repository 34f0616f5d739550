import { useEffect, useMemo } from 'react';
import type { PointRow } from '../../../api/types';
import { useText } from '../../../i18n/language';
import { useMap } from '../../../map/CityMap';
import { useLayers, type OwnLayer } from '../../../map/useLayers';
import { POINT_COLOUR, pointSpots, shownPoint, type ShownPoint } from './points';

const DOTS = 'collection-points';
const LAYERS: OwnLayer[] = [
  { id: 'collection-points-selected', type: 'circle', filter: ['==', ['get', 'selected'], true], paint: { 'circle-radius': 16, 'circle-color': '#0b9d88', 'circle-opacity': 0.28 } },
  { id: DOTS, type: 'circle', paint: { 'circle-radius': 7, 'circle-color': ['get', 'colour'], 'circle-stroke-color': '#fff', 'circle-stroke-width': 2 } },
];
const NEAR = 15;

interface Props {
  rows: readonly PointRow[];
  now: number;
  selected: string | null;
  onSelect: (pointId: string) => void;
}

/** The points, coloured by what became of them. */
export function PointsLayer({ rows, now, selected, onSelect }: Props) {
  const t = useText();
  const map = useMap();
  const spots = useMemo(() => pointSpots(rows, now, selected), [rows, now, selected]);
  useLayers('collection', spots, LAYERS);
  useEffect(() => {
    const row = rows.find(({ pointId }) => pointId === selected);
    if (row) map.easeTo({ center: [row.lon, row.lat], zoom: Math.max(map.getZoom(), NEAR) });
    // the point that was chosen, not each report of it
  }, [map, selected]);
  useEffect(() => {
    const click = map.on('click', DOTS, ({ features }) => features?.[0] && onSelect(String(features[0].properties.pointId)));
    return () => click.unsubscribe();
  }, [map, onSelect]);
  const drawn = new Set(rows.map((row) => shownPoint(row, now)));
  return (
    <div className="legend">
      {(Object.keys(POINT_COLOUR) as ShownPoint[]).filter((shown) => drawn.has(shown)).map((shown) => (
        <span key={shown}>
          <i style={{ background: POINT_COLOUR[shown] }} />
          {t.points.state[shown]}
        </span>
      ))}
    </div>
  );
}
