import type { AlertRow } from '../../api/types';
import { routeTo } from '../../common/route';
import { useText } from '../../i18n/language';

/** Rules that say that a load came off where it may not. */
const DUMPS: readonly string[] = ['M01', 'M02', 'M06c', 'S13'];

/** Whether a gap may have to do with it: the terminal fell silent, or the trip was not completed. */
const mayBeGap = ({ rule, tripId }: AlertRow) => tripId !== '' && (rule === 'M07' || rule.startsWith('D'));

/** What can be asked on from an alert: where its truck was unseen, and who else was there. */
export function FurtherQuestions({ alert }: { alert: AlertRow }) {
  const t = useText();
  const dump = DUMPS.includes(alert.rule) && alert.lon !== null;
  if (!dump && !mayBeGap(alert)) return null;
  return (
    <p className="decision-further">
      {mayBeGap(alert) && (
        <a href={routeTo('gap', alert.id)} data-ask="gap">
          {t.gap.open}
        </a>
      )}
      {dump && (
        <a href={routeTo('linked', alert.id)} data-ask="linked">
          {t.linked.open}
        </a>
      )}
    </p>
  );
}
