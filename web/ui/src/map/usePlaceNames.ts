import { useCallback, useMemo } from 'react';
import { useCity } from './CityMap';

/** From the id of a place to its name; the id itself where no such place is known. */
export function usePlaceNames(): (id: string | null | undefined) => string {
  const { data } = useCity();
  const names = useMemo(() => new Map(data?.places.features.map(({ properties }) => [properties.id, properties.name])), [data]);
  return useCallback((id) => (id ? (names.get(id) ?? id) : '—'), [names]);
}
