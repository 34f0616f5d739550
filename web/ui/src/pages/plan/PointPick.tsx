import { useEffect } from 'react';
import { useMap } from '../../map/CityMap';

export interface Spot {
  lon: number;
  lat: number;
}

/** Takes a click on the map as the place of what is being made. */
export function PointPick({ onSpot }: { onSpot: (spot: Spot) => void }) {
  const map = useMap();
  useEffect(() => {
    map.getCanvas().style.cursor = 'crosshair';
    const click = map.on('click', ({ lngLat }) => onSpot({ lon: lngLat.lng, lat: lngLat.lat }));
    return () => {
      click.unsubscribe();
      // The map itself may have gone first.
      if (map.style) map.getCanvas().style.cursor = '';
    };
  }, [map, onSpot]);
  return null;
}
