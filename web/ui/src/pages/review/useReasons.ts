import { workOf } from '../../domain/work';
import { useText, word } from '../../i18n/language';
import { useKerbs } from '../../map/useKerbs';

/** The reason of an alert about some segments as a person reads it: of what was not swept, the operation and the side of the road. */
export function useReasons(segmentIds: readonly string[]): (reason: string) => string {
  const t = useText();
  const kerb = useKerbs();
  return (reason) => {
    const work = workOf(reason);
    return work ? `${t.op[work.op]} · ${kerb(segmentIds, work.side)}` : word(t.alert.reason, reason);
  };
}
