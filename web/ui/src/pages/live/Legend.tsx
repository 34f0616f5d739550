import { useMemo, type ReactNode } from 'react';
import type { VehicleState } from '../../api/types';
import { STATE_COLOUR } from '../../domain/colours';
import { useText } from '../../i18n/language';
import { iconPicture } from '../../map/icons';
import { useTheme } from '../../shell/theme';

/** What the marks on the map mean; of the layers that are shown, what they add to it. */
export function Legend({ children }: { children?: ReactNode }) {
  const t = useText();
  const { mode } = useTheme();
  const pictures = useMemo(
    () => ({
      full: iconPicture({ shape: 'muck', state: 'MOVING', full: true }, mode),
      hollow: iconPicture({ shape: 'muck', state: 'MOVING', full: false }, mode),
      sanitation: iconPicture({ shape: 'sanitation', state: 'MOVING', full: true }, mode),
    }),
    [mode],
  );
  return (
    <div className="legend" aria-label={t.map.legend}>
      {(Object.keys(STATE_COLOUR) as VehicleState[]).map((state) => (
        <span key={state}>
          <i style={{ background: STATE_COLOUR[state] }} />
          {t.state[state]}
        </span>
      ))}
      <span>
        <img src={pictures.full} alt="" />
        {t.map.loaded}
      </span>
      <span>
        <img src={pictures.hollow} alt="" />
        {t.map.empty}
      </span>
      <span>
        <img src={pictures.sanitation} alt="" />
        {t.map.sanitation}
      </span>
      {children}
    </div>
  );
}
