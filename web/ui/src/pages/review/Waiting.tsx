import type { AlertRow } from '../../api/types';
import { useStore } from '../../common/hooks';
import { useText } from '../../i18n/language';
import type { Dictionary } from '../../i18n/zh';
import { isOverLimit, waited } from './order';

/** How long nobody has decided on an alert. */
export function Waiting({ alert, now }: { alert: AlertRow; now: number }) {
  const t = useText();
  const { settings } = useStore();
  const over = isOverLimit(alert, settings.working, now);
  return (
    <span className={over ? 'bad' : 'dim'} title={`${t.desk.limit[alert.grade]}${over ? ` · ${t.desk.over}` : ''}`} data-waiting={over ? 'over' : ''}>
      {lasting(waited(alert, now), t)}
    </span>
  );
}

function lasting(milliseconds: number, { desk }: Dictionary): string {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 60) return desk.waitsMinutes(minutes);
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? desk.waitsHours(hours, minutes % 60) : desk.waitsDays(Math.floor(hours / 24), hours % 24);
}
