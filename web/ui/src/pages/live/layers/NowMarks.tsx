import { Bars } from '../../../common/Marks';
import { useText } from '../../../i18n/language';
import { CAMERA_COLOUR, CLOSURE_COLOUR } from './colours';
import type { Shown } from './NowLayers';

/** What the legend says of closures and cameras. */
export function NowMarks({ cameras, closures }: Shown) {
  const t = useText();
  return (
    <>
      {closures && <Bars marks={[[t.map.closures, CLOSURE_COLOUR]]} />}
      {cameras && (
        <span>
          <i style={{ background: CAMERA_COLOUR }} />
          {t.map.cameras}
        </span>
      )}
    </>
  );
}
