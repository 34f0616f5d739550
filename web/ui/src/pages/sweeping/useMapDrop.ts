import { useEffect, useRef } from 'react';
import type { RoadRow } from '../../api/types';
import { useMap } from '../../map/CityMap';
import type { Drop } from './useDrop';

/** The layer of the roads' sides. */
const LINES = 'sweeping';
/** px from a line within which a vehicle is let go on it. */
const NEAR = 10;

/** Lets a vehicle be dragged to a road of the map. */
export function useMapDrop(roads: readonly RoadRow[], drop: Drop): void {
  const map = useMap();
  const latest = useRef({ roads, drop });
  latest.current = { roads, drop };
  useEffect(() => {
    const box = map.getContainer();
    const takerAt = ({ clientX, clientY }: DragEvent): RoadRow | undefined => {
      if (!map.getLayer(LINES)) return undefined; // the city is still being drawn
      const { left, top } = box.getBoundingClientRect();
      const [x, y] = [clientX - left, clientY - top];
      const names = map.queryRenderedFeatures([[x - NEAR, y - NEAR], [x + NEAR, y + NEAR]], { layers: [LINES] }).map(({ properties }) => properties.road as string);
      return latest.current.roads.find((road) => names.includes(road.road) && latest.current.drop.takes(road));
    };
    const over = (event: DragEvent) => takerAt(event) && event.preventDefault();
    const dropped = (event: DragEvent) => {
      const road = takerAt(event);
      if (!road) return;
      event.preventDefault();
      latest.current.drop.send(road);
    };
    box.addEventListener('dragover', over);
    box.addEventListener('drop', dropped);
    return () => {
      box.removeEventListener('dragover', over);
      box.removeEventListener('drop', dropped);
    };
  }, [map]);
}
