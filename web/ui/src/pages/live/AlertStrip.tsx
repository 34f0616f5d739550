import { EnvironmentOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { AlertRow } from '../../api/types';
import { useAlerts, useEvery } from '../../common/hooks';
import { GradeMark, LateMark, Measured, Plate, RuleName, Severity } from '../../common/Marks';
import { go } from '../../common/route';
import { Nothing } from '../../common/States';
import { GRADE_COLOUR, urgency } from '../../domain/colours';
import { useText } from '../../i18n/language';
import type { Dictionary } from '../../i18n/zh';

const SHOWN = 60;
/** Ages are shown in minutes: looked at so often, ms. */
const AGE_EVERY = 10_000;

/** What nobody has decided on yet, the most urgent first. */
export function AlertStrip({ onShow }: { onShow: (alert: AlertRow) => void }) {
  const t = useText();
  const store = useAlerts();
  useEvery(AGE_EVERY);
  const now = store.now();
  const alerts = store.unhandled().sort((a, b) => urgency(b, now) - urgency(a, now));
  return (
    <aside className="panel strip" aria-label={t.live.alerts}>
      <header>
        <h2>{t.bar.unhandled}</h2>
        <b className="number">{alerts.length}{store.moreAlerts ? '+' : ''}</b>
      </header>
      <ol>
        {alerts.slice(0, SHOWN).map((alert) => (
          <AlertCard key={alert.id} alert={alert} now={now} onShow={onShow} />
        ))}
      </ol>
      {alerts.length === 0 && <Nothing title={t.live.noAlerts} hint={t.live.noAlertsHint} />}
    </aside>
  );
}

function AlertCard({ alert, now, onShow }: { alert: AlertRow; now: number; onShow: (alert: AlertRow) => void }) {
  const t = useText();
  return (
    <li className={`alert-card grade-${alert.grade}${alert.late ? ' late' : ''}`} style={{ borderLeftColor: GRADE_COLOUR[alert.grade] }} data-alert={alert.id}>
      <button type="button" className="alert-open" onClick={() => go('review', alert.id)}>
        <span className="alert-line">
          <GradeMark grade={alert.grade} />
          <b>
            <RuleName alert={alert} />
          </b>
          <Severity value={alert.severity} />
          <LateMark alert={alert} />
          <time>{age(now - Date.parse(alert.decided), t)}</time>
        </span>
        <span className="alert-line">
          <Plate plate={alert.plate || alert.road} />
          <span className="dim ellipsis">{alert.plate ? alert.road || alert.placeName || alert.company : alert.company}</span>
          {alert.measured !== null && <Measured alert={alert} />}
        </span>
      </button>
      <Button type="text" size="small" icon={<EnvironmentOutlined />} aria-label={t.column.place} onClick={() => onShow(alert)} />
    </li>
  );
}

function age(milliseconds: number, t: Dictionary): string {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 1) return t.live.ageNow;
  return minutes < 60 ? t.live.ageMinutes(minutes) : t.live.ageHours(Math.floor(minutes / 60));
}
