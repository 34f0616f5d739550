import { useMemo } from 'react';
import type { Side } from '../api/types';
import { kerbOf } from '../domain/kerb';
import { useText } from '../i18n/language';
import { useCity } from './CityMap';

/** Names a side of some segments by the compass, or by its drawing direction while the city is unknown or where they turn around. */
export function useKerbs(): (segmentIds: readonly string[], side: Side) => string {
  const t = useText();
  const { data: city } = useCity();
  const lines = useMemo(() => new Map(city?.segments.features.map(({ properties, geometry }) => [properties.id, geometry.coordinates])), [city]);
  return (segmentIds, side) => {
    const kerb = side === 'BOTH' ? null : kerbOf(segmentIds.map((id) => lines.get(id) ?? []), side);
    return kerb === null ? t.side[side] : t.kerb[kerb];
  };
}
