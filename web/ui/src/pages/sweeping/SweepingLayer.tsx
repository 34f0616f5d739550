import { Segmented } from 'antd';
import { useEffect } from 'react';
import type { RoadRow } from '../../api/types';
import { useKept } from '../../common/hooks';
import { Bars } from '../../common/Marks';
import { useText } from '../../i18n/language';
import { useCity, useMap } from '../../map/CityMap';
import type { Drop } from './useDrop';
import { useMapDrop } from './useMapDrop';
import { useSweepingLines } from './useSweepingLines';

type Shading = 'result' | 'age';
const SHADINGS: readonly Shading[] = ['result', 'age'];

interface Props {
  roads: readonly RoadRow[];
  now: number;
  selected: string | null;
  onSelect: (road: string) => void;
  drop: Drop;
}

/** Both sides of the roads, coloured by what became of their passes, or by how long nobody has worked there. */
export function SweepingLayer({ roads, now, selected, onSelect, drop }: Props) {
  const t = useText();
  const map = useMap();
  const { data: city } = useCity();
  const [isByAge, setByAge] = useKept('sweeping-by-age', false);
  const marks = useSweepingLines(roads, now, selected, isByAge);
  useEffect(() => {
    const own = city?.segments.features.filter(({ properties }) => properties.road === selected) ?? [];
    const ends = own.flatMap(({ geometry }) => geometry.coordinates);
    if (ends.length === 0) return;
    const lons = ends.map(([lon]) => lon);
    const lats = ends.map(([, lat]) => lat);
    map.fitBounds([Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)], { padding: 70, maxZoom: 15.5 });
  }, [map, city, selected]);
  useEffect(() => {
    const subscription = map.on('click', 'sweeping', (event) => {
      const road = event.features?.[0]?.properties.road as string | undefined;
      if (road) onSelect(road);
    });
    return () => subscription.unsubscribe();
  }, [map, onSelect]);
  useMapDrop(roads, drop);

  return (
    <div className="legend">
      <Segmented<Shading> size="small" value={isByAge ? 'age' : 'result'} onChange={(by) => setByAge(by === 'age')} options={SHADINGS.map((value) => ({ value, label: t.sweeping.by[value] }))} />
      <Bars marks={marks} />
    </div>
  );
}
