import { useEffect } from 'react';
import { useMap } from '../../map/CityMap';

export interface Focus {
  lon: number;
  lat: number;
}

/** Brings the map to a place whenever another one is asked for. */
export function MapFocus({ focus }: { focus: Focus | null }) {
  const map = useMap();
  useEffect(() => {
    if (focus) map.travel({ center: [focus.lon, focus.lat], zoom: Math.max(map.getZoom(), 14.5) });
  }, [map, focus]);
  return null;
}
