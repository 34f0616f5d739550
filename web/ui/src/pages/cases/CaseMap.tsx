import { useMemo } from 'react';
import { useText } from '../../i18n/language';
import { CityMap } from '../../map/CityMap';
import { SpotsLayer } from '../../map/SpotsLayer';
import { collection, point } from '../../map/spotLayers';

interface Place {
  lon: number | null;
  lat: number | null;
}

/** Those of permits say nothing about a place. */
const HIDDEN = ['routes'] as const;

/** Where a case is; the map stays while another one is chosen. */
export function CaseMap({ place }: { place: Place | null }) {
  const t = useText();
  const lon = place?.lon ?? null;
  const lat = place?.lat ?? null;
  const data = useMemo(() => collection(lon === null || lat === null ? [] : [point(lon, lat, 'bad', '', true)]), [lon, lat]);
  return (
    <div className="case-map">
      <CityMap hidden={HIDDEN}>
        <SpotsLayer id="case" data={data} />
      </CityMap>
      {place && lon === null && <p className="dim">{t.cases.noPlace}</p>}
    </div>
  );
}
